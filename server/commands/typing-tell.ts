import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { ChatAudience } from '../../shared/session/chat.ts';
import type { CommandContext, Effect } from './effect.ts';

/** Somebody who is present writes: the others see it for a moment. */
export function typingTell(
  { state }: CommandContext,
  actor: ParticipantId,
  { audience }: { audience: ChatAudience },
): Effect[] {
  const writer = state.phase === 'open' ? state.participants[actor] : undefined;
  if (writer?.phase !== 'present' || (audience === 'hosts' && writer.role === 'customer')) return [];
  return [{ type: 'typing', audience }];
}
