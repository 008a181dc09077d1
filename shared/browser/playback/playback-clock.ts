/** Where playing is. All times: ms since the recording began. */
export interface ClockState {
  at: number;
  isPlaying: boolean;
  speed: number;
}

export const speeds = [0.5, 1, 1.5, 2, 4, 8] as const;

/** Stretches that are shorter are not worth a jump. */
const silenceMs = 5_000;
/** So much before it goes on, whoever looks has time to see. */
const leadMs = 1_000;

/** Stretches without anything, from seconds in which there was something. */
export function silencesOf(active: ReadonlySet<number>, durationMs: number): [from: number, to: number][] {
  const silences: [number, number][] = [];
  let from = 0;
  const gap = (to: number) => {
    if (to - from >= silenceMs) silences.push([from, to]);
  };
  for (const second of [...active].toSorted((a, b) => a - b)) {
    gap(second * 1_000);
    from = (second + 1) * 1_000;
  }
  gap(durationMs);
  return silences;
}

/** After `elapsedMs` of the looker's time. `silences`: to be jumped over; none where they are not. */
export function advanceClock(
  { at, isPlaying, speed }: ClockState,
  elapsedMs: number,
  { durationMs, silences }: { durationMs: number; silences: readonly (readonly [number, number])[] },
): ClockState {
  if (!isPlaying) return { at, isPlaying, speed };
  let now = at + elapsedMs * speed;
  const silence = silences.find(([from, to]) => now >= from && now < to - leadMs);
  if (silence) now = silence[1] >= durationMs ? durationMs : silence[1] - leadMs;
  return { at: Math.min(now, durationMs), isPlaying: now < durationMs, speed };
}

/** A step faster or slower. */
export function otherSpeed(speed: number, by: 1 | -1): number {
  const index = speeds.findIndex((one) => one >= speed);
  return speeds[Math.max(0, Math.min(speeds.length - 1, (index < 0 ? speeds.length - 1 : index) + by))] ?? speed;
}
