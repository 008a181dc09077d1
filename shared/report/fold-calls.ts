import type { ParticipantId } from '../protocol/ids.ts';
import type { SessionState } from '../session/state.ts';
import type { Called } from './report-schema.ts';

export interface OpenCall extends Omit<Called, 'by' | 'members'> {
  id: string;
  by: ParticipantId;
  members: readonly ParticipantId[];
}

const callOf = (state: SessionState) => (state.phase === 'open' ? state.call : null);

/** What one fact has changed about calls. */
export function foldCalls(
  calls: readonly OpenCall[],
  { before, after, at }: { before: SessionState; after: SessionState; at: number },
): readonly OpenCall[] {
  const was = callOf(before);
  const is = callOf(after);
  if (was === is) return calls;
  if (!is)
    return calls.map((call) => (call.endedAt === null ? { ...call, endedAt: at, endedWhy: 'session-ended' } : call));
  const known = calls.find(({ id }) => id === is.id) ?? {
    id: is.id,
    by: is.by,
    medium: is.medium,
    at: is.at,
    members: [is.by],
    answeredAt: null,
    endedAt: null,
    endedWhy: null,
  };
  const next: OpenCall =
    is.phase === 'on'
      ? {
          ...known,
          members: [...new Set([...known.members, ...is.members])],
          answeredAt: known.answeredAt ?? (is.answered ? at : null),
        }
      : { ...known, endedAt: is.endedAt, endedWhy: is.reason };
  return [...calls.filter(({ id }) => id !== is.id), next];
}
