import type { SessionId } from '../protocol/ids.ts';
import type { Availability, DeskFact, RequestEnd, RequestId } from './desk-facts.ts';
import type { HostId, QueueId } from './names.ts';

type Entered = Omit<Extract<DeskFact, { type: 'request.entered' }>, 'type' | 'requestId'>;

/** A request that waits. One that is accepted or has left is not here any more. */
export interface Waiting extends Entered {
  id: RequestId;
  /** Of the fact by which it entered: who was first of those who came in the same moment. */
  seq: number;
  /** Since when in this queue. */
  inQueueSince: number;
  /** All queues that it has been in: it is moved into none of them again. */
  been: readonly QueueId[];
  offer: { hostIds: readonly HostId[]; since: number; until: number } | null;
  /** Who has declined it or not answered; they are asked again when nobody else is left. */
  passedBy: readonly HostId[];
  /** When the last of them did. 0: nobody has. */
  passedAt: number;
}

/** Requests of one queue that need the same of a host, the first in turn first. */
export type Line = Waiting[];

export interface DeskHost {
  id: HostId;
  name: string;
  availability: Availability;
  sessions: Map<SessionId, { queueId: QueueId | null; since: number }>;
  /** Requests that are offered to it now. */
  offers: Set<RequestId>;
  /** Until when nothing is offered; 0: no wrap-up. */
  wrapUpUntil: number;
  /** When the last session went, or it came to the desk. */
  idleSince: number;
  /** When the last offer came. 0: never. */
  offeredAt: number;
  /** Offers without an answer in a row; several that ring at once count as one. */
  missed: number;
  missedAt: number;
}

/** How a queue does, for estimates: averages in ms, null before the first. */
export interface QueuePace {
  handlingMs: number | null;
  lastWaitMs: number | null;
}

/** A request that a host has taken, as it was then. */
export interface Accepted {
  sessionId: SessionId;
  hostId: HostId;
  hostName: string;
  at: number;
  request: Waiting;
}

/**
 * Who waits and who serves, as it is now. Folded in place (fold-desk.ts): copying ten thousand waiting requests at
 * each fact would cost more than all else.
 */
export interface Desk {
  seq: number;
  waiting: Map<RequestId, Waiting>;
  hosts: Map<HostId, DeskHost>;
  pace: Map<QueueId, QueuePace>;
  /** Accepted ones whose session may still have to be made, and what was told to customers of them. */
  accepted: Map<RequestId, Accepted>;
  /** Why the last ones went without a session. */
  left: Map<RequestId, RequestEnd>;
  /** Indexes of `waiting`: by queue and by what a request needs (lines.ts); how many wait of each source. */
  lines: Map<QueueId, Map<string, Line>>;
  sources: Map<string, number>;
}
