import * as v from 'valibot';
import { dateAfter, localDate, toUtc } from '../queue/zoned-time.ts';
import { csvText, type CsvValue } from './csv.ts';
import { timeZoneSchema } from './periods.ts';
import { addTally, meansOf, noTally, type Tally, tallySchema } from './tally.ts';

export const mostHistoryDays = 92;

const dateSchema = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((date) => {
    const at = Date.parse(`${date}T00:00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
  }, 'There is no such day.'),
);
/** `GET /api/history` (bearer): days of the time zone, the first and the last among them. */
export const historyQuerySchema = v.object({
  timeZone: v.optional(timeZoneSchema, 'UTC'),
  /** Left out: the last 30 days. */
  from: v.optional(dateSchema),
  to: v.optional(dateSchema),
  /** Narrow down. */
  queue: v.optional(v.pipe(v.string(), v.maxLength(60))),
  hostId: v.optional(v.pipe(v.string(), v.maxLength(64))),
  format: v.optional(v.picklist(['json', 'csv']), 'json'),
});
export type HistoryQuery = v.InferOutput<typeof historyQuerySchema>;

/** Days in a row with all three sums: by day, by queue, by host. `queue` null: not from a queue. */
export const historySchema = v.object({
  total: tallySchema,
  days: v.array(v.object({ date: v.string(), from: v.number(), ...tallySchema.entries })),
  queues: v.array(v.object({ queue: v.nullable(v.string()), ...tallySchema.entries })),
  /** `hostId` null: of nobody; who gave up was accepted by no host. */
  hosts: v.array(v.object({ hostId: v.nullable(v.string()), name: v.string(), ...tallySchema.entries })),
});
export type History = v.InferOutput<typeof historySchema>;

export interface Day {
  date: string;
  /** Midnight, and the next. */
  from: number;
  to: number;
}

/** What was done in one day, of one queue, by one host. */
export interface Cell extends Partial<Tally> {
  date: string;
  queue: string | null;
  hostId: string | null;
}

/** Null: they are too many, or in the wrong order. */
export function daysOf({ timeZone, from, to }: HistoryQuery, now: number): Day[] | null {
  const last = to ?? localDate(timeZone, now);
  const first = from ?? dateAfter(last, -29);
  const midnight = (date: string) => toUtc(timeZone, date, 0, 'first');
  const days: Day[] = [];
  for (let date = first; date <= last; date = dateAfter(date, 1)) {
    if (days.length === mostHistoryDays) return null;
    days.push({ date, from: midnight(date), to: midnight(dateAfter(date, 1)) });
  }
  return days.length > 0 ? days : null;
}

export function historyOf(days: readonly Day[], cells: readonly Cell[], nameOf: (hostId: string) => string): History {
  const total = noTally();
  for (const cell of cells) addTally(total, cell);
  const byDay = sumsBy(cells, ({ date }) => date);
  const byQueue = sumsBy(cells, ({ queue }) => queue);
  const byHost = sumsBy(cells, ({ hostId }) => hostId);
  return {
    total,
    days: days.map(({ date, from }) => ({ date, from, ...(byDay.get(date) ?? noTally()) })),
    queues: [...byQueue]
      .map(([queue, tally]) => ({ queue, ...tally }))
      .toSorted((a, b) => (a.queue ?? '').localeCompare(b.queue ?? '')),
    hosts: [...byHost]
      .map(([hostId, tally]) => ({ hostId, name: hostId === null ? '' : nameOf(hostId), ...tally }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

function sumsBy<K>(cells: readonly Cell[], keyOf: (cell: Cell) => K): Map<K, Tally> {
  const sums = new Map<K, Tally>();
  for (const cell of cells) {
    const sum = sums.get(keyOf(cell)) ?? noTally();
    sums.set(keyOf(cell), sum);
    addTally(sum, cell);
  }
  return sums;
}

const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1_000));
const hundredths = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);

/** One line for each day, queue and host. */
export function historyCsv(cells: readonly Cell[], nameOf: (hostId: string) => string): string {
  const head = [
    'Day',
    'Queue',
    'Host',
    'Accepted',
    'Average wait (s)',
    'Gave up',
    'Sessions',
    'Average session (s)',
    'Transfers',
    'Rating',
    'Survey',
  ];
  const lines = cells.map((cell): CsvValue[] => {
    const tally = noTally();
    addTally(tally, cell);
    const means = meansOf(tally);
    return [
      cell.date,
      cell.queue,
      cell.hostId === null ? null : nameOf(cell.hostId),
      tally.accepted,
      seconds(means.waitMs),
      tally.abandoned,
      tally.sessions,
      seconds(means.handlingMs),
      tally.transfers,
      hundredths(means.rating),
      hundredths(means.survey),
    ];
  });
  return csvText([head, ...lines]);
}
