export interface Attempts {
  /** 0 when the attempt may go on (it is counted); else ms until the next may. */
  wait(key: string): number;
}

const keysAtMost = 50_000;

/** At most `perMinute` attempts of one key in any minute. Attempts turned away do not count. */
export function createAttempts(perMinute: number, now: () => number): Attempts {
  const times = new Map<string, number[]>();
  const minute = 60_000;

  function prune(before: number): void {
    for (const [key, known] of times) if ((known.at(-1) ?? 0) <= before) times.delete(key);
  }

  return {
    wait(key) {
      const time = now();
      const recent = (times.get(key) ?? []).filter((at) => at > time - minute);
      const oldest = recent[0];
      if (oldest !== undefined && recent.length >= perMinute) return oldest + minute - time;
      if (times.size >= keysAtMost) prune(time - minute);
      // A flood from this many addresses is the breaker's business; forgetting keeps memory bounded.
      if (times.size >= keysAtMost) times.clear();
      times.set(key, [...recent, time]);
      return 0;
    },
  };
}
