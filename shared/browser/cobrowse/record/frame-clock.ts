export interface FrameClock {
  /** Runs `flush` once soon: at once after a quiet time, else with the next frame. Asked twice, runs once. */
  ask(): void;
  /** Runs it as the next task, whatever the frame: more is ready, and only lets the page have its turn. */
  askSoon(): void;
  stop(): void;
}

const frameMs = 16;

/** Timers stall in a hidden tab and frames stop there, so the fallback is a message to oneself. */
export function createFrameClock(flush: () => void): FrameClock {
  const { port1, port2 } = new MessageChannel();
  let asked = false;
  let stopped = false;
  let last = -Infinity;

  function run() {
    if (!asked || stopped) return;
    asked = false;
    last = performance.now();
    flush();
  }
  port1.onmessage = run;

  return {
    ask() {
      if (asked || stopped) return;
      asked = true;
      if (document.visibilityState === 'visible' && performance.now() - last < frameMs) {
        requestAnimationFrame(run);
        // A tab that is hidden in this very moment gets no frame.
        setTimeout(run, 3 * frameMs);
      } else {
        port2.postMessage(null);
      }
    },
    askSoon() {
      if (stopped) return;
      asked = true;
      port2.postMessage(null);
    },
    stop() {
      stopped = true;
      port1.close();
    },
  };
}
