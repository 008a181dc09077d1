export interface TokenBucket {
  /** One, or as many as said. False when there are not so many left. */
  take(count?: number): boolean;
}

/** `perSecond` on average, `burst` at once. */
export function createTokenBucket(perSecond: number, burst: number, now: () => number): TokenBucket {
  let tokens = burst;
  let at = now();
  return {
    take(count = 1) {
      const time = now();
      tokens = Math.min(burst, tokens + (Math.max(0, time - at) / 1_000) * perSecond);
      at = time;
      if (tokens < count) return false;
      tokens -= count;
      return true;
    },
  };
}
