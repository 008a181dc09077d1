/** Longer, and the host's clicks and keys would have to wait noticeably. */
const shortMs = 16;
/** What the browser needs to lay a big page out is spent once a slice: then longer ones are done sooner. */
const longMs = 96;

export interface Slices {
  /** There is something to do; it is begun at once. */
  wake(): void;
}

/**
 * Calls `step` over and over, with a pause after each slice of time in which everything else gets its turn,
 * until it says that there is nothing to do. Timers stall in a hidden tab, so the pause is a message to oneself.
 */
export function createSlices(step: () => boolean): Slices {
  const { port1, port2 } = new MessageChannel();
  let asked = false;
  let pausedAt = -Infinity;

  function goOn() {
    asked = false;
    const begun = performance.now();
    const end = begun + Math.min(longMs, Math.max(shortMs, begun - pausedAt));
    while (step()) {
      pausedAt = performance.now();
      if (pausedAt <= end) continue;
      asked = true;
      return port2.postMessage(null);
    }
    pausedAt = Infinity;
  }
  port1.onmessage = goOn;

  return {
    wake() {
      if (!asked) goOn();
    },
  };
}
