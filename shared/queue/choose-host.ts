import type { Queue } from './queue.ts';
import type { Slot } from './slots.ts';

/** Smaller numbers first, in order of weight. */
const ranks: Record<Exclude<Queue['strategy'], 'everybody'>, (slot: Slot) => number[]> = {
  'most-idle': ({ host, used }) => [used === 0 ? 0 : 1, host.idleSince],
  'round-robin': ({ turn }) => [turn],
  'least-busy': ({ host, used, capacity }) => [used / capacity, host.idleSince],
};

/** Who of several gets a request, by the strategy of its queue; all things equal, the first. */
export function chooseHost(strategy: keyof typeof ranks, slots: readonly Slot[]): Slot | undefined {
  let best: { slot: Slot; rank: number[] } | undefined;
  for (const slot of slots) {
    const rank = ranks[strategy](slot);
    if (!best || isLess(rank, best.rank)) best = { slot, rank };
  }
  return best?.slot;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value < other;
  }
  return false;
}
