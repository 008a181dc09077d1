import { days, type Hours } from './hours.ts';
import { dateAfter, localDate, toUtc } from './zoned-time.ts';

const dayMinutes = 24 * 60;
const mostDaysAhead = 400;

export type Opening = { isOpen: true; until: number | null } | { isOpen: false; next: number | null };

/**
 * Whether a queue is open at a moment, and until when, or when next; ms since 1970. Null: not within 400 days. Hours
 * follow the clock on the wall: of an hour that comes twice both are meant, one that is left out is not.
 */
export function opening(hours: Hours | null, at: number): Opening {
  if (!hours) return { isOpen: true, until: null };
  const { timeZone } = hours;
  const today = localDate(timeZone, at);
  const instant = (minute: number, which: 'first' | 'last') =>
    toUtc(timeZone, dateAfter(today, Math.floor(minute / dayMinutes)), minute % dayMinutes, which);
  for (const { from, to } of spansFrom(hours, today)) {
    const end = instant(to, 'last');
    const start = instant(from, 'first');
    if (end <= at || start >= end) continue;
    if (start > at) return { isOpen: false, next: start };
    return { isOpen: true, until: to >= (mostDaysAhead + 1) * dayMinutes ? null : end };
  }
  return { isOpen: false, next: null };
}

interface Span {
  from: number;
  to: number;
}

/** In order, without overlaps, those that meet as one; in minutes from the beginning of the first day. */
function* spansFrom(hours: Hours, today: string): Generator<Span> {
  let open: Span | null = null;
  for (let day = 0; day <= mostDaysAhead; day += 1) {
    for (const { from, to } of spansOf(hours, dateAfter(today, day)).toSorted((a, b) => a.from - b.from)) {
      const span: Span = { from: day * dayMinutes + from, to: day * dayMinutes + to };
      if (open && span.from <= open.to) open.to = Math.max(open.to, span.to);
      else {
        if (open) yield open;
        open = span;
      }
    }
  }
  if (open) yield open;
}

function spansOf({ week, holidays }: Hours, date: string): readonly Span[] {
  const holiday = holidays.find((one) => one.date === date);
  if (holiday) return holiday.spans;
  const day = days[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];
  return day ? week[day] : [];
}
