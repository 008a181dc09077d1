import type { SessionId } from '../protocol/ids.ts';
import type { Availability, DeskFact, RequestId } from './desk-facts.ts';
import type { HostId, QueueId } from './names.ts';

type Entered = Omit<Extract<DeskFact, { type: 'request.entered' }>, 'type' | 'requestId'>;

/** A request that waits. One that is accepted or has left is not here any more. */
export interface Waiting extends Entered {
  id: RequestId;
  /** Since when in this queue. */
  inQueueSince: number;
  offer: { hostIds: readonly HostId[]; until: number } | null;
  /** Who has declined it or not answered; they are asked again when nobody else is left. */
  passedBy: readonly HostId[];
}

export interface DeskHost {
  id: HostId;
  name: string;
  availability: Availability;
  sessions: ReadonlyMap<SessionId, { queueId: QueueId | null; since: number }>;
  /** Until when nothing is offered; 0: no wrap-up. */
  wrapUpUntil: number;
  /** When the last session went; the last offer came. 0: never. */
  idleSince: number;
  offeredAt: number;
  /** Offers without an answer in a row. */
  missed: number;
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
}
