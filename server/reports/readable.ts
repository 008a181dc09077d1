import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { Entry } from '../../shared/session/facts.ts';

/**
 * The facts that a host may read a report of: one who was sent away reads none, and while the session goes on without
 * them, those who have left read up to then.
 */
export function readableBy(entries: readonly Entry[], reader: ParticipantId): readonly Entry[] {
  const last = entries.findLast(
    ({ fact }) =>
      (fact.type === 'participant.left' || fact.type === 'participant.admitted') && fact.participantId === reader,
  );
  if (last?.fact.type !== 'participant.left') return entries;
  if (last.fact.reason === 'gone') return [];
  return entries.some(({ fact }) => fact.type === 'session.ended') ? entries : entries.slice(0, last.seq);
}
