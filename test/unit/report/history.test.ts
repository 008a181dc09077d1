import { expect, test } from 'vitest';
import * as v from 'valibot';
import { daysOf, historyCsv, historyOf, historyQuerySchema, mostHistoryDays } from '../../../shared/report/history.ts';
import { meansOf, noTally } from '../../../shared/report/tally.ts';

const now = Date.parse('2026-11-30T10:00:00Z');
const days = (query: Record<string, string>) => {
  const parsed = v.safeParse(historyQuerySchema, query);
  return parsed.success ? daysOf(parsed.output, now) : 'malformed';
};

test('[U7] days are those of the time zone, also where one is an hour longer, and not too many', () => {
  const found = days({ timeZone: 'Europe/Prague', from: '2026-10-24', to: '2026-10-26' });
  if (!Array.isArray(found)) throw new Error('There are no days.');
  expect(found.map(({ date, from, to }) => [date, (to - from) / 3_600_000])).toEqual([
    ['2026-10-24', 24],
    ['2026-10-25', 25],
    ['2026-10-26', 24],
  ]);
  expect(days({})).toHaveLength(30);
  expect(days({ from: '2026-11-30', to: '2026-11-29' })).toBeNull();
  expect(days({ from: '2026-01-01', to: '2026-11-29' })).toBeNull();
  expect(days({ from: '2026-08-31', to: '2026-11-30' })).toHaveLength(mostHistoryDays);
  expect([days({ from: '2026-02-30' }), days({ from: 'yesterday' }), days({ timeZone: 'Moon' })]).toEqual([
    'malformed',
    'malformed',
    'malformed',
  ]);
});

const two = [
  { date: '2026-11-29', from: 1, to: 2 },
  { date: '2026-11-30', from: 2, to: 3 },
];
const cells = [
  { date: '2026-11-29', queue: 'Shop', hostId: 'anna', sessions: 2, handlingMs: 600_000, rated: 1, ratingStars: 4 },
  { date: '2026-11-29', queue: 'Shop', hostId: 'anna', accepted: 3, waitedMs: 90_000 },
  { date: '2026-11-29', queue: 'Shop', hostId: null, abandoned: 1 },
  { date: '2026-11-30', queue: null, hostId: 'bert', sessions: 1, handlingMs: 60_000, transfers: 2 },
  { date: '2026-11-30', queue: '=1+1', hostId: 'bert', surveyed: 2, surveyStars: 9 },
];
const nameOf = (hostId: string) => (hostId === 'anna' ? '+Anna' : 'Bert');

test('[U7] the same sums come by day, by queue and by host', () => {
  const history = historyOf(two, cells, nameOf);
  expect(history.total).toMatchObject({ sessions: 3, accepted: 3, abandoned: 1, transfers: 2 });
  expect(history.days.map(({ date, sessions }) => [date, sessions])).toEqual([
    ['2026-11-29', 2],
    ['2026-11-30', 1],
  ]);
  expect(history.queues.map(({ queue, sessions }) => [queue, sessions])).toEqual([
    [null, 1],
    ['=1+1', 0],
    ['Shop', 2],
  ]);
  expect(history.hosts.map(({ name, sessions }) => [name, sessions])).toEqual([
    ['', 0],
    ['+Anna', 2],
    ['Bert', 1],
  ]);
  expect(meansOf(history.total)).toEqual({ waitMs: 30_000, handlingMs: 220_000, rating: 4, survey: 4.5, gaveUp: 0.25 });
  expect(meansOf(noTally())).toEqual({ waitMs: null, handlingMs: null, rating: null, survey: null, gaveUp: null });
});

test('[U7] in CSV no name is a formula', () => {
  const text = historyCsv(cells, nameOf);
  expect(text).toContain(`"2026-11-29","Shop","'+Anna",0,,0,2,300,0,4,`);
  expect(text).toContain(`"'=1+1"`);
  expect(text.split('\r\n')).toHaveLength(cells.length + 2);
});
