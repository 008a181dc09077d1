import type { Hours } from '../../../../shared/queue/hours.ts';

const workday = [{ from: 8 * 60, to: 17 * 60 }];

/** Ordinary working hours where the admin is. */
export const newHours = (): Hours => ({
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  week: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday, sat: [], sun: [] },
  holidays: [],
});

export type Spans = Hours['week']['mon'];

/** What one more span of a day is at first: after those that are there. */
export function nextSpan(spans: Spans): Spans[number] {
  const last = spans.at(-1);
  if (!last) return { from: 8 * 60, to: 17 * 60 };
  const from = Math.min(last.to + 60, 23 * 60);
  return { from, to: Math.min(from + 4 * 60, 24 * 60) };
}
