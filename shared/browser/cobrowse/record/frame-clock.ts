export interface FrameClock {
  /** Runs `flush` once soon: at once after a quiet time, else with the next frame. Asked twice, runs once. */
  ask(): void;
  /** Said while the browser is about to draw: runs it before it does, and not after. */
  askBeforeDrawing(): void;
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

  function runInFrame() {
    requestAnimationFrame(run);
    // A tab that is hidden in this very moment gets no frame.
    setTimeout(run, 3 * frameMs);
  }
  const isVisible = () => document.visibilityState === 'visible';

  function ask() {
    if (asked || stopped) return;
    asked = true;
    if (isVisible() && performance.now() - last < frameMs) runInFrame();
    else port2.postMessage(null);
  }

  return {
    ask,
    askBeforeDrawing() {
      if (stopped) return;
      if (!isVisible()) return ask();
      asked = true;
      runInFrame();
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
