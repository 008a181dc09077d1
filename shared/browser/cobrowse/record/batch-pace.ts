export interface BatchPace {
  /** A new document begins. */
  begin(): void;
  sent(): void;
  /** Whether what is there should go, or wait to go together with more. */
  isDue(): boolean;
}

const atMostMs = 100;
/** Of the time since the beginning. */
const share = 0.25;

/**
 * When the next part of a big document goes. Each batch costs all on its way, whatever is in it: so the first parts,
 * which somebody waits for, go at once, and later ones in ever longer batches.
 */
export function createBatchPace(now: () => number = () => performance.now()): BatchPace {
  let begun = -Infinity;
  let last = -Infinity;
  return {
    begin() {
      begun = now();
    },
    sent() {
      last = now();
    },
    isDue: () => now() - last >= Math.min(atMostMs, (now() - begun) * share),
  };
}
