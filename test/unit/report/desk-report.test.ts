import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../../shared/protocol/new-id.ts';
import type { DeskFact } from '../../../shared/queue/desk-facts.ts';
import { figuresBetween, foldReport, newReport, pruneReport } from '../../../shared/report/desk-report.ts';
import { meanHandling, meanWait, noFigures, serviceLevel, sumOf } from '../../../shared/report/figures.ts';
import { periodsOf, timeZoneSchema } from '../../../shared/report/periods.ts';
import * as v from 'valibot';

const minute = 60_000;
const start = Date.UTC(2026, 2, 2, 9);
const ids = Array.from({ length: 6 }, () => newId());
const [one = '', two = '', three = '', session = '', other = ''] = ids;

const entered = (requestId: string, more: Partial<Extract<DeskFact, { type: 'request.entered' }>> = {}): DeskFact => ({
  type: 'request.entered',
  requestId,
  queueId: 'shop',
  name: 'Jan',
  answers: {},
  skills: [],
  hostId: null,
  from: null,
  language: 'en',
  source: '',
  since: start,
  sessionId: null,
  note: '',
  ...more,
});
const accepted = (requestId: string, sessionId: string): DeskFact => ({
  type: 'request.accepted',
  requestId,
  hostId: 'anna',
  sessionId,
});
const back = (sessionId: string, hostId = 'anna'): DeskFact => ({
  type: 'session.given-back',
  sessionId,
  hostId,
  wrapUpMs: 0,
});
function reportOf(facts: readonly [number, DeskFact][], goalMs = minute) {
  const report = newReport(goalMs);
  facts.forEach(([at, fact], index) => foldReport(report, { seq: index + 1, at, fact }));
  return report;
}
const all = (report: ReturnType<typeof newReport>, queueId: string | null = null) =>
  figuresBetween(report, queueId, 0, Infinity);

test('waits, handling and the service level are counted from the facts', () => {
  const figures = all(
    reportOf([
      [start, entered(one)],
      [start, entered(two)],
      [start, entered(three)],
      [start + 30_000, accepted(one, session)],
      [start + 90_000, accepted(two, other)],
      [start + 95_000, { type: 'request.left', requestId: three, why: 'gone' }],
      [start + 10 * minute, back(session)],
    ]),
  );
  expect(figures).toEqual({
    entered: 3,
    accepted: 2,
    inGoal: 1,
    abandoned: 1,
    waitedMs: 120_000,
    handled: 1,
    handlingMs: 10 * minute - 30_000,
  });
  expect([meanWait(figures), meanHandling(figures), serviceLevel(figures)]).toEqual([60_000, 570_000, 1 / 3]);
  expect([meanWait(noFigures), meanHandling(noFigures), serviceLevel(noFigures)]).toEqual([null, null, null]);
});

test('one who is moved counts where it is accepted, with all the time waited', () => {
  const report = reportOf([
    [start, entered(one)],
    [start + minute, { type: 'request.moved', requestId: one, queueId: 'bills' }],
    [start + 2 * minute, accepted(one, session)],
  ]);
  expect(all(report, 'shop')).toEqual({ ...noFigures, entered: 1 });
  expect(all(report, 'bills')).toEqual({ ...noFigures, accepted: 1, waitedMs: 2 * minute });
  expect(all(report, 'unknown')).toEqual(noFigures);
});

test('a session handed on, and a queue that closed, are nobody who gave up', () => {
  const report = reportOf([
    [start, entered(one, { sessionId: session })],
    [start + 1, { type: 'request.left', requestId: one, why: 'cancelled' }],
    [start + 2, entered(two)],
    [start + 3, { type: 'request.left', requestId: two, why: 'closed' }],
  ]);
  expect(all(report)).toEqual({ ...noFigures, entered: 1 });
});

test('what began before the first fact is passed over, and a fact counts once', () => {
  const report = newReport(minute, 5);
  foldReport(report, { seq: 6, at: start, fact: accepted(one, session) });
  foldReport(report, { seq: 7, at: start, fact: back(session) });
  foldReport(report, { seq: 8, at: start, fact: entered(two) });
  foldReport(report, { seq: 8, at: start, fact: entered(two) });
  expect(all(report)).toEqual({ ...noFigures, entered: 1 });
});

test('hours and days add up to the whole, in every time zone and over a change of clocks', () => {
  const zone = fc.constantFrom('UTC', 'Europe/Prague', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham');
  const now = Date.UTC(2026, 2, 29, 20, 17);
  const hour = 60 * minute;
  fc.assert(
    fc.property(zone, fc.array(fc.integer({ min: 0, max: 23 * hour }), { maxLength: 40 }), (timeZone, ago) => {
      const times = ago.map((ms) => now - ms).toSorted((a, b) => a - b);
      const report = reportOf(times.map((at, index) => [at, entered(`${String(index).padStart(22, '0')}`)]));
      const { hours, days } = periodsOf(report, null, timeZone, now);
      expect(hours).toHaveLength(24);
      expect(days).toHaveLength(7);
      expect(sumOf(hours).entered).toBe(times.filter((at) => at >= (hours[0]?.from ?? 0)).length);
      expect(sumOf(days).entered).toBe(times.length);
      expect(days.every(({ from }, at) => at === 0 || from > (days[at - 1]?.from ?? 0))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('days of 23 and 25 hours begin at midnight', () => {
  const { days } = periodsOf(newReport(minute), null, 'Europe/Prague', Date.UTC(2026, 2, 30, 10));
  const lengths = days.slice(1).map(({ from }, at) => (from - (days[at]?.from ?? 0)) / (60 * minute));
  expect(lengths).toEqual([24, 24, 24, 24, 24, 23]);
});

test('what is old is forgotten', () => {
  const report = reportOf([
    [start, entered(one)],
    [start + 60 * minute, entered(two, { since: start + 60 * minute })],
  ]);
  pruneReport(report, start + 30 * minute);
  expect(all(report).entered).toBe(1);
  expect([...report.waiting.keys()]).toEqual([two]);
});

test.each([
  ['Europe/Prague', true],
  ['UTC', true],
  ['Nowhere/Land', false],
  ['', false],
])('the time zone %s is known: %s', (zone, isKnown) => {
  expect(v.is(timeZoneSchema, zone)).toBe(isKnown);
});
