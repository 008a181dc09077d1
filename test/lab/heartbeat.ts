/** How long this page's thread was held up at the longest, in ms. */
export interface Heartbeat {
  longest(): number;
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
  return { longest: () => Math.round(longest), stop: () => clearInterval(timer) };
}
