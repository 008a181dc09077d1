import * as v from 'valibot';

export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60));
/** Open from … to, in minutes of the day; `to` is later and not included. */
const spanSchema = v.pipe(
  v.strictObject({ from: minute, to: minute }),
  v.check(({ from, to }) => from < to),
);
const spansSchema = v.pipe(v.array(spanSchema), v.maxLength(6));

/** When a queue is open. Days without spans are closed. */
export const hoursSchema = v.strictObject({
  /** IANA name, for example `Europe/Prague`. */
  timeZone: v.pipe(
    v.string(),
    v.maxLength(64),
    v.regex(/^[A-Za-z][A-Za-z0-9_+\-/]*$/),
    v.check(isTimeZone, 'There is no such time zone.'),
  ),
  week: v.strictObject({
    mon: spansSchema,
    tue: spansSchema,
    wed: spansSchema,
    thu: spansSchema,
    fri: spansSchema,
    sat: spansSchema,
    sun: spansSchema,
  }),
  /** Days with hours of their own; no spans: closed. */
  holidays: v.pipe(
    v.array(v.strictObject({ date: v.pipe(v.string(), v.isoDate()), spans: spansSchema })),
    v.maxLength(400),
  ),
});
export type Hours = v.InferOutput<typeof hoursSchema>;

export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: name }));
  } catch {
    return false;
  }
}
