/** How long this page's thread was held up at the longest, in ms. */
export interface Heartbeat {
  longest(): number;
  /**
   * How many times as long as on a quiet machine things took meanwhile, at least 1: with other programs on all of its
   * cores a thread stands still without anybody's fault.
   */
  slowness(): number;
  stop(): void;
}

/** Wants to run every 5 ms and notes when it cannot. */
export function startHeartbeat(): Heartbeat {
  const everyMs = 5;
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - everyMs);
    last = now;
  }, everyMs);
  const took: number[] = [];
  const worker = new Worker(new URL('./slowness-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<{ ms: number }>) => void took.push(data.ms);
  return {
    longest: () => Math.round(longest),
    slowness() {
      const [least = 1, most = 1] = [quantile(took, 0), quantile(took, 0.9)];
      return Math.max(1, most / Math.max(least, 1));
    },
    stop() {
      clearInterval(timer);
      worker.terminate();
    },
  };
}

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)];
