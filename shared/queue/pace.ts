import type { Desk, QueuePace } from './desk.ts';
import type { QueueId } from './names.ts';

/** How a queue does, to be changed; made when it is not there yet. */
export function paceOf(desk: Desk, queueId: QueueId): QueuePace {
  const pace = desk.pace.get(queueId) ?? { handlingMs: null, lastWaitMs: null };
  desk.pace.set(queueId, pace);
  return pace;
}
