/** Whether a thing may be said again: each at once, and then only after a while. What is said must be of few kinds. */
export function createSaySeldom<K>(everyMs: number, now: () => number): (what: K) => boolean {
  const saidAt = new Map<K, number>();
  return (what) => {
    if (now() - (saidAt.get(what) ?? -Infinity) < everyMs) return false;
    saidAt.set(what, now());
    return true;
  };
}
