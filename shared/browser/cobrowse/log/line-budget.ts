/** Lets so many lines a second pass, and counts the others. */
export function createLineBudget(perSecond: number, now: () => number) {
  let since = -Infinity;
  let taken = 0;
  let left = 0;
  return {
    take(): boolean {
      if (now() - since >= 1_000) {
        since = now();
        taken = 0;
      }
      taken += 1;
      if (taken > perSecond) left += 1;
      return taken <= perSecond;
    },
    /** Since it was asked last. */
    dropped(): number {
      const count = left;
      left = 0;
      return count;
    },
  };
}
