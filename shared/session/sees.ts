import type { ParticipantId } from '../protocol/ids.ts';
import type { Entry } from './facts.ts';
import type { SessionState } from './state.ts';

/** Whether a participant is told of a fact: a customer learns nothing of others who knocked. */
export function seesFact(state: SessionState, viewerId: ParticipantId, { fact }: Entry): boolean {
  if (state.phase === 'none') return false;
  const viewer = state.participants[viewerId];
  if (!viewer || viewer.phase === 'lobby') return false;
  if (viewer.role !== 'customer') return true;
  if (fact.type === 'participant.knocked' || fact.type === 'participant.refused') {
    return fact.participantId === viewerId;
  }
  return true;
}
