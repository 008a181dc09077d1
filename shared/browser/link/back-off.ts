/**
 * How long to wait before try number `attempt` (from 0), ms: 0 to 300 at first, then twice as much each time up to
 * `maxMs`, of which half is left to chance so that the many do not come back at once. `random` gives 0 to 1.
 */
export function backOffMs(attempt: number, random: () => number, maxMs = 10_000): number {
  if (attempt === 0) return random() * 300;
  const whole = Math.min(maxMs, 300 * 2 ** attempt);
  return whole / 2 + (random() * whole) / 2;
}
