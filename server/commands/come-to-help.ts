import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { CommandContext, Effect } from './effect.ts';

export interface ComeToHelp {
  host: { participantId: ParticipantId; name: string; userId: string; tokenHash: string };
  /** With a seat of an earlier stay. */
  isKnown: boolean;
  /** Who has invited. */
  by: ParticipantId;
}

/** A host who was asked to help comes in as assistant host. */
export function comeToHelp({ state, limits }: CommandContext, { host, isKnown, by }: ComeToHelp): Effect[] {
  if (state.phase !== 'open') return [{ type: 'fail', code: 'session.ended' }];
  // Who has gone has invited nobody any more.
  if (state.participants[by]?.phase !== 'present') return [{ type: 'fail', code: 'not-found' }];
  const { participantId, name, userId, tokenHash } = host;
  if (state.participants[participantId]?.phase === 'present') return [];
  const here = Object.values(state.participants).filter(({ phase }) => phase !== 'away');
  if (here.length >= limits.participantsPerSession || state.seq >= limits.factsPerSession) {
    return [{ type: 'fail', code: 'session.full' }];
  }
  const role = 'assistant' as const;
  return [
    {
      type: 'append',
      by,
      facts: [{ type: 'participant.admitted', participantId, name, role }],
      seats: isKnown ? [] : [{ participantId, tokenHash, role, userId }],
    },
  ];
}
