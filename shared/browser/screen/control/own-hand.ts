import { effect, type ReadonlySignal } from '@preact/signals';
import { screenLimits } from '../../../protocol/screen-limits.ts';

/**
 * Tells whether a press in this window is surely of the person here. What the other side pressed is still on its way
 * through the system for a moment after its control is over or interrupted: until then a press counts as theirs.
 */
export function watchOwnHand(reaches: ReadonlySignal<boolean>, life: AbortSignal, now: () => number): () => boolean {
  let reachedUntil = -Infinity;
  const dispose = effect(() => {
    if (!reaches.value) return undefined;
    return () => (reachedUntil = now());
  });
  life.addEventListener('abort', dispose);
  return () => !reaches.peek() && now() - reachedUntil >= screenLimits.pressOnTheWayMs;
}
