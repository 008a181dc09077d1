import { effect, type ReadonlySignal } from '@preact/signals';
import { screenLimits } from '../../../protocol/screen-limits.ts';

export interface OwnHand {
  /** False: a press in this window may be the other's. */
  isOwn(): boolean;
}

/**
 * Whose hand it is. What the other side pressed is still on its way through the system for a moment after its control
 * is over or interrupted: until then a press counts as theirs.
 */
export function watchOwnHand(reaches: ReadonlySignal<boolean>, life: AbortSignal, now: () => number): OwnHand {
  let reachedUntil = -Infinity;
  const dispose = effect(() => {
    if (!reaches.value) return undefined;
    return () => (reachedUntil = now());
  });
  life.addEventListener('abort', dispose);
  return { isOwn: () => !reaches.peek() && now() - reachedUntil >= screenLimits.pressOnTheWayMs };
}
