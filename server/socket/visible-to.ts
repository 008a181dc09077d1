import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { SessionState } from '../../shared/session/state.ts';

/** Of whom a participant is told that they are online: a customer learns of nobody who waits in the lobby. */
export function visibleTo(
  state: SessionState,
  viewerId: ParticipantId,
  online: readonly ParticipantId[],
): ParticipantId[] {
  if (state.phase === 'none') return [];
  const viewer = state.participants[viewerId];
  if (viewer?.phase !== 'present') return [];
  return online.filter((id) => {
    const other = state.participants[id];
    return other !== undefined && (viewer.role !== 'customer' || other.phase === 'present');
  });
}
