import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { CommandContext, Effect } from './effect.ts';
import { bothPresent } from './both-present.ts';

/** What two participants need to find a direct path. Passed on to one who is present, kept nowhere. */
export function signalSend(
  { state }: CommandContext,
  actor: ParticipantId,
  { to, data }: { to: ParticipantId; data: string },
): Effect[] {
  return bothPresent(state, actor, to) ? [{ type: 'signal', to, data }] : [];
}
