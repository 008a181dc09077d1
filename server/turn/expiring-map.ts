/** Entries that are gone when their time is over, and never more than `most` of them. */
export interface ExpiringMap<K, V> {
  get(key: K): V | undefined;
  /** False when there is no room for another. */
  set(key: K, value: V): boolean;
  delete(key: K): void;
}

export function createExpiringMap<K, V>(lifeMs: number, most: number, now: () => number): ExpiringMap<K, V> {
  const entries = new Map<K, { value: V; until: number }>();

  function sweep(): void {
    for (const [key, { until }] of entries) if (until <= now()) entries.delete(key);
  }

  return {
    get(key) {
      const entry = entries.get(key);
      return entry && entry.until > now() ? entry.value : undefined;
    },
    set(key, value) {
      if (!entries.has(key) && entries.size >= most) sweep();
      if (!entries.has(key) && entries.size >= most) return false;
      entries.set(key, { value, until: now() + lifeMs });
      return true;
    },
    delete: (key) => void entries.delete(key),
  };
}
