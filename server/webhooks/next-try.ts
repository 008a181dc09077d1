import type { RelayLimits } from '../limits/relay-limits.ts';
import type { DueDelivery, Tried } from '../store/webhook-store.ts';
import type { Posted } from './post-once.ts';

/** Each pause is so many times the one before. */
const factor = 4;

/** What becomes of a delivery after a try. */
export function nextTry(delivery: DueDelivery, posted: Posted, now: number, limits: RelayLimits): Tried {
  const tries = delivery.tries + 1;
  if (posted.problem === null) return { ...posted, state: 'sent', tries, dueAt: now, doneAt: now };
  const pause = Math.min(limits.webhookFirstRetryMs * factor ** (tries - 1), limits.webhookLastRetryMs);
  const isOver = tries >= limits.webhookTries || now + pause - delivery.madeAt > limits.webhookGiveUpMs;
  if (isOver) return { ...posted, state: 'failed', tries, dueAt: now, doneAt: now };
  return { ...posted, state: 'waiting', tries, dueAt: now + pause, doneAt: null };
}
