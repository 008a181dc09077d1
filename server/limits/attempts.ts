export interface Attempts {
  /** 0 when the attempt may go on (it is counted); else ms until the next may. */
  wait(key: string): number;
}

const keysAtMost = 50_000;

/** At most `atMost` attempts of one key within the span (ms; a minute). Attempts turned away do not count. */
export function createAttempts(atMost: number, now: () => number, span = 60_000): Attempts {
  const times = new Map<string, number[]>();

  function prune(before: number): void {
    for (const [key, known] of times) if ((known.at(-1) ?? 0) <= before) times.delete(key);
  }

  return {
    wait(key) {
      const time = now();
      const recent = (times.get(key) ?? []).filter((at) => at > time - span);
      const oldest = recent[0];
      if (oldest !== undefined && recent.length >= atMost) return oldest + span - time;
      if (times.size >= keysAtMost) prune(time - span);
      // A flood from this many addresses is the breaker's business; forgetting keeps memory bounded.
      if (times.size >= keysAtMost) times.clear();
      times.set(key, [...recent, time]);
      return 0;
    },
  };
}
