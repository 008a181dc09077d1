import type { MessageKey } from '../../../shared/browser/ui/i18n.ts';
import type { Participant, SessionState } from '../../../shared/session/state.ts';

/** Why nothing can be asked of the customer; null: it can. */
export function customerLack(
  state: SessionState,
  customer: Participant | null,
  isOnline: boolean,
): Extract<MessageKey, `lack.${string}`> | null {
  if (state.phase === 'none') return 'lack.connecting';
  if (state.phase === 'ended') return 'lack.ended';
  if (customer === null) return 'lack.nobody';
  if (customer.phase !== 'present') return 'lack.left';
  return isOnline ? null : 'lack.offline';
}
