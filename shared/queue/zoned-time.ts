const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}

/** What the clock on the wall shows, written as if it were UTC. */
function wallClock(timeZone: string, at: number): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

const offsetAt = (timeZone: string, at: number): number => wallClock(timeZone, at) - Math.floor(at / 1000) * 1000;

/** `2026-03-29`, where the time zone is. */
export const localDate = (timeZone: string, at: number): string =>
  new Date(wallClock(timeZone, at)).toISOString().slice(0, 10);

export const dateAfter = (date: string, howManyDays: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + howManyDays * dayMs).toISOString().slice(0, 10);

/**
 * The moment at which the clock shows a minute of a day. It may do so twice, when clocks are put back: the first or
 * the last is taken; and never, when they are put forward: then the moment at which they are.
 */
export function toUtc(timeZone: string, date: string, minute: number, which: 'first' | 'last'): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minute * minuteMs;
  const offsets = [offsetAt(timeZone, wall - dayMs), offsetAt(timeZone, wall + dayMs)];
  const moments = offsets.map((offset) => wall - offset);
  const real = moments.filter((at) => wallClock(timeZone, at) === wall);
  if (real.length > 0) return which === 'first' ? Math.min(...real) : Math.max(...real);
  let [before, after] = [Math.min(...moments), Math.max(...moments)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock(timeZone, middle) < wall) before = middle;
    else after = middle;
  }
  return after;
}
