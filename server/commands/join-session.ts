import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { CommandContext, Effect } from './effect.ts';

export interface JoinSession {
  participantId: ParticipantId;
  name: string;
  tokenHash: string;
  numberHash: string;
}

/** A customer with a session number knocks. The number is used up and leads no further than the lobby. */
export function joinSession({ state, limits }: CommandContext, join: JoinSession): Effect[] {
  if (state.phase !== 'open') return [{ type: 'fail', code: 'number.unknown' }];
  const here = Object.values(state.participants).filter(({ phase }) => phase !== 'away');
  if (here.length >= limits.participantsPerSession || state.seq >= limits.factsPerSession) {
    return [{ type: 'fail', code: 'session.full' }];
  }
  const { participantId, name, tokenHash, numberHash } = join;
  return [
    {
      type: 'append',
      by: participantId,
      facts: [{ type: 'participant.knocked', participantId, name, role: 'customer' }],
      seats: [{ participantId, tokenHash, role: 'customer', userId: null }],
      spend: numberHash,
    },
  ];
}
