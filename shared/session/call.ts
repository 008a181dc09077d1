import type { CommandId, ParticipantId } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';

/** What a call began as; each in it decides for themselves about their camera. */
export const callMedia = ['voice', 'video'] as const;
export type CallMedium = (typeof callMedia)[number];

/** - `cancelled`: given up by who called. - `ended`: after it was answered. */
type CallEnd = 'declined' | 'no-answer' | 'cancelled' | 'ended';

interface Known {
  id: CommandId;
  medium: CallMedium;
  /** Who called. */
  by: ParticipantId;
  /** Relay's time, ms since 1970. */
  at: number;
  /** Rung, and has neither answered nor said no. */
  ringing: readonly ParticipantId[];
}

/**
 * The one call that a session has at a time. Who is in it is all that it says: what is spoken, who is muted and whose
 * camera is on goes end to end.
 */
export type Call =
  | (Known & { phase: 'on'; members: readonly ParticipantId[]; answered: boolean })
  | (Known & { phase: 'off'; reason: CallEnd; endedAt: number });
export type CallOn = Extract<Call, { phase: 'on' }>;

export const isFull = ({ members }: CallOn): boolean => members.length >= limits.callMembers;

/** When ringing without an answer ends, relay's time. */
export const ringsUntil = ({ at }: CallOn): number => at + limits.ringWithinMs;

export function join(call: CallOn, who: ParticipantId): CallOn {
  if (call.members.includes(who) || isFull(call)) return call;
  const joined = { ...call, members: [...call.members, who], answered: true };
  // Nobody else could answer any more.
  return { ...joined, ringing: isFull(joined) ? [] : without(call.ringing, who) };
}

export function decline(call: CallOn, who: ParticipantId, at: number): Call {
  if (!call.ringing.includes(who)) return call;
  return settle({ ...call, ringing: without(call.ringing, who) }, { reason: 'declined', missed: [], at });
}

/** Out of the call, or away while it rings. */
export function leave(call: CallOn, who: ParticipantId, at: number): Call {
  const rest = { ...call, ringing: without(call.ringing, who), members: without(call.members, who) };
  return settle(rest, { reason: call.answered ? 'ended' : 'cancelled', missed: rest.ringing, at });
}

/** Nobody else has answered in time. */
export function giveUp(call: CallOn, at: number): Call {
  return settle({ ...call, ringing: [] }, { reason: 'no-answer', missed: call.ringing, at });
}

/** A call needs two: one who is in it, and one more who is or may still come. */
function settle(call: CallOn, end: { reason: CallEnd; missed: readonly ParticipantId[]; at: number }): Call {
  const goesOn = call.members.length > 1 || (call.members.length === 1 && call.ringing.length > 0);
  if (goesOn) return call;
  const { id, medium, by, at } = call;
  const reason = call.answered ? 'ended' : end.reason;
  return { phase: 'off', id, medium, by, at, ringing: end.missed, reason, endedAt: end.at };
}

const without = (list: readonly ParticipantId[], who: ParticipantId) => list.filter((one) => one !== who);
