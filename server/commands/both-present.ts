import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { SessionState } from '../../shared/session/state.ts';

/** Whether two may exchange anything: different people, both admitted to the same open session. */
export function bothPresent(state: SessionState, one: ParticipantId, other: ParticipantId): boolean {
  if (state.phase !== 'open' || one === other) return false;
  return state.participants[one]?.phase === 'present' && state.participants[other]?.phase === 'present';
}
