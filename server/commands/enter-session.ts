import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { CommandContext, Effect } from './effect.ts';

/** Whether a host may take its own place in the session again. */
export function enterSession({ state }: CommandContext, actor: ParticipantId): Effect[] {
  if (state.phase === 'ended') return [{ type: 'fail', code: 'session.ended' }];
  const host = state.phase === 'open' ? state.participants[actor] : undefined;
  return host?.phase === 'present' ? [] : [{ type: 'fail', code: 'not-found' }];
}
