/** Where speech begins, of a level between 0 and 1; a quiet room stays below. */
const loud = 0.015;
/** People pause between words. */
const holdMs = 600;

/** Until when somebody counts as speaking, after a level was heard at `now` (ms). */
export const speaksUntil = (before: number, level: number, now: number): number =>
  level >= loud ? now + holdMs : before;
