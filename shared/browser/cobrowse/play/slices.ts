/** Longer, and the host's clicks and keys would have to wait noticeably. */
const sliceMs = 16;

export interface Slices {
  /** There is something to do. */
  wake(): void;
}

/**
 * Calls `step` over and over, with a pause after each slice of time in which everything else gets its turn,
 * until it says that there is nothing to do. Timers stall in a hidden tab, so the pause is a message to oneself.
 */
export function createSlices(step: () => boolean): Slices {
  const { port1, port2 } = new MessageChannel();
  let asked = false;

  function wake() {
    if (asked) return;
    asked = true;
    port2.postMessage(null);
  }
  port1.onmessage = () => {
    asked = false;
    const end = performance.now() + sliceMs;
    while (step()) {
      if (performance.now() > end) return wake();
    }
  };
  return { wake };
}
