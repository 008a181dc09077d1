import type { ParticipantId } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';
import type { Share } from '../../session/share.ts';
import type { SessionState } from '../../session/state.ts';

/** A host's open request to see or control something of this customer's. */
export interface Question {
  requestId: string;
  level: Share['ref']['level'];
  hostName: string;
  /** Relay's time, ms since 1970. */
  askedAt: number;
}

/** The question to put to the customer now: the oldest open one, or null. One at a time. */
export function openQuestion(state: SessionState, customerId: ParticipantId): Question | null {
  if (state.phase !== 'open') return null;
  const open = Object.values(state.shares)
    .filter((share) => share.phase === 'requested')
    .filter((share) => share.ref.owner === customerId && share.direction === 'request')
    .toSorted((a, b) => a.at - b.at)[0];
  if (!open) return null;
  return {
    requestId: open.requestId,
    level: open.ref.level,
    hostName: state.participants[open.ref.viewer]?.name ?? '',
    askedAt: open.at,
  };
}

/** Whole seconds left to answer, never negative. */
export function secondsLeft(question: Question, relayNow: number): number {
  return Math.max(0, Math.ceil((question.askedAt + limits.answerWithinMs - relayNow) / 1000));
}
