const kept = 30;

/**
 * The relay's clock, seen from here. Each message that tells the time is late by its way; the one that was
 * least late of the last 30 (a minute of pings) counts.
 */
export function createRelayClock(now: () => number) {
  const offsets: number[] = [];
  return {
    heard(relayTime: number): void {
      offsets.push(relayTime - now());
      if (offsets.length > kept) offsets.shift();
    },
    /** ms since 1970 by the relay's clock; by our own before the first message. */
    relayNow: (): number => now() + (offsets.length > 0 ? Math.max(...offsets) : 0),
  };
}
