export interface TokenBucket {
  /** False when there is none left. */
  take(): boolean;
}

/** `perSecond` on average, `burst` at once. */
export function createTokenBucket(perSecond: number, burst: number, now: () => number): TokenBucket {
  let tokens = burst;
  let at = now();
  return {
    take() {
      const time = now();
      tokens = Math.min(burst, tokens + (Math.max(0, time - at) / 1_000) * perSecond);
      at = time;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
