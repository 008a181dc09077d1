import type { ParticipantId } from '../../protocol/ids.ts';
import type { SessionState } from '../../session/state.ts';

/** Both sides come to the same answer, and to the one of the way that there is anyhow: the host begins. */
export function begins(state: SessionState, me: ParticipantId, other: ParticipantId): boolean {
  const isCustomer = (id: ParticipantId) => state.phase !== 'none' && state.participants[id]?.role === 'customer';
  return isCustomer(me) === isCustomer(other) ? me < other : isCustomer(other);
}
