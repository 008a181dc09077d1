export interface Breaker {
  /** ms until joins are let through again; 0 when they are. */
  wait(): number;
  miss(): void;
}

/** Shuts for `openMs` once there were `missesPerMinute` misses in a minute, from wherever they come. */
export function createBreaker(missesPerMinute: number, openMs: number, now: () => number): Breaker {
  let misses: number[] = [];
  let until = 0;
  return {
    wait: () => Math.max(0, until - now()),
    miss() {
      const time = now();
      misses = misses.filter((at) => at > time - 60_000);
      misses.push(time);
      if (misses.length < missesPerMinute) return;
      until = time + openMs;
      misses = [];
    },
  };
}
