import * as v from 'valibot';
import type { QueueId } from '../queue/names.ts';
import { dateAfter, localDate, toUtc } from '../queue/zoned-time.ts';
import { type DeskReport, figuresBetween } from './desk-report.ts';
import { figuresSchema } from './figures.ts';

const hourMs = 60 * 60_000;
const periodSchema = v.strictObject({ from: v.number(), ...figuresSchema.entries });
export type Period = v.InferOutput<typeof periodSchema>;

/** `GET /api/supervision/report`: the last 24 hours, each, and the last 7 days of the time zone, the present ones last. */
export const periodsSchema = v.strictObject({ hours: v.array(periodSchema), days: v.array(periodSchema) });
export type Periods = v.InferOutput<typeof periodsSchema>;

/** How far back a report is asked for, with room for the longest day. */
export const reportReachMs = 8 * 24 * hourMs + hourMs;

const midnight = (timeZone: string, date: string): number => toUtc(timeZone, date, 0, 'first');

export const dayBegan = (timeZone: string, now: number): number => midnight(timeZone, localDate(timeZone, now));

/** `queueId` null: all queues together. */
export function periodsOf(report: DeskReport, queueId: QueueId | null, timeZone: string, now: number): Periods {
  const today = localDate(timeZone, now);
  // Hours of the clock on the wall, also where that is half an hour off.
  const sinceMidnight = (now - midnight(timeZone, today)) % hourMs;
  const thisHour = now - (sinceMidnight < 0 ? 0 : sinceMidnight);
  const between = (from: number, to: number) => ({ from, ...figuresBetween(report, queueId, from, to) });
  return {
    hours: Array.from({ length: 24 }, (_, at) => thisHour - (23 - at) * hourMs).map((from) =>
      between(from, from + hourMs),
    ),
    days: Array.from({ length: 7 }, (_, at) => dateAfter(today, at - 6)).map((date) =>
      between(midnight(timeZone, date), midnight(timeZone, dateAfter(date, 1))),
    ),
  };
}

/** As the platform knows it. */
export const timeZoneSchema = v.pipe(
  v.string(),
  v.maxLength(60),
  v.check((timeZone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  }),
);
