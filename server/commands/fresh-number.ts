import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { CommandContext, Effect } from './effect.ts';

/** Whether a host may have a new number for the session: the lead, while it is open. */
export function freshNumber({ state }: CommandContext, actor: ParticipantId): Effect[] {
  if (state.phase === 'ended') return [{ type: 'fail', code: 'session.ended' }];
  const host = state.phase === 'open' ? state.participants[actor] : undefined;
  return host?.phase === 'present' && host.role === 'lead' ? [] : [{ type: 'fail', code: 'not-found' }];
}
