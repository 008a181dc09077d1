import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { CommandContext, Effect } from './effect.ts';

/** Whether a participant may still open sockets. After the end too, so that the last facts can be fetched. */
export function takeTicket({ state }: CommandContext, actor: ParticipantId): Effect[] {
  const participant = state.phase === 'none' ? undefined : state.participants[actor];
  if (!participant) return [{ type: 'fail', code: 'auth.required' }];
  const left = participant.phase === 'away' && participant.reason !== 'refused';
  return left && state.phase === 'open' ? [{ type: 'fail', code: 'session.ended' }] : [];
}
