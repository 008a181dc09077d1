import { describe, expect, test } from 'vitest';
import { type Hours, hoursSchema } from '../../../shared/queue/hours.ts';
import { opening } from '../../../shared/queue/opening.ts';
import * as v from 'valibot';

const at = (text: string) => Date.parse(text);
const span = (from: number, to: number) => ({ from: from * 60, to: to * 60 });
const office = [span(8, 12), span(13, 16)];
const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const weekdays = { ...closed, mon: office, tue: office, wed: office, thu: office, fri: office };
const prague = (week: Hours['week'], holidays: Hours['holidays'] = []): Hours => ({
  timeZone: 'Europe/Prague',
  week,
  holidays,
});
const everyDay = (...spans: Hours['week']['mon']) =>
  prague({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans, sun: spans });

describe('the hours of a queue', () => {
  test('a queue without hours is always open', () => {
    expect(opening(null, 0)).toEqual({ isOpen: true, until: null });
  });

  test.each<[fact: string, Hours, string, { isOpen: true; until: string } | { isOpen: false; next: string }]>([
    [
      'it is open within a span',
      prague(weekdays),
      '2026-11-30T08:00:00Z',
      { isOpen: true, until: '2026-11-30T11:00:00Z' },
    ],
    [
      'the end is not in the span',
      prague(weekdays),
      '2026-11-30T11:00:00Z',
      { isOpen: false, next: '2026-11-30T12:00:00Z' },
    ],
    [
      'the beginning is in the span',
      prague(weekdays),
      '2026-11-30T07:00:00Z',
      { isOpen: true, until: '2026-11-30T11:00:00Z' },
    ],
    [
      'a weekend is gone over, and the clock put forward in it',
      prague(weekdays),
      '2026-03-27T16:00:00Z',
      { isOpen: false, next: '2026-03-30T06:00:00Z' },
    ],
    [
      'a weekend is gone over, and the clock put back in it',
      prague(weekdays),
      '2026-10-23T16:00:00Z',
      { isOpen: false, next: '2026-10-26T07:00:00Z' },
    ],
    [
      'a holiday without spans is closed',
      prague(weekdays, [{ date: '2026-12-01', spans: [] }]),
      '2026-11-30T20:00:00Z',
      { isOpen: false, next: '2026-12-02T07:00:00Z' },
    ],
    [
      'a holiday has its own spans',
      prague(closed, [{ date: '2026-12-24', spans: [span(9, 10)] }]),
      '2026-12-01T20:00:00Z',
      { isOpen: false, next: '2026-12-24T08:00:00Z' },
    ],
    [
      'spans that meet at midnight are one',
      prague({ ...closed, mon: [span(20, 24)], tue: [span(0, 6)] }),
      '2026-11-30T21:00:00Z',
      { isOpen: true, until: '2026-12-01T05:00:00Z' },
    ],
    [
      'spans that overlap are one',
      everyDay(span(10, 12), span(8, 11)),
      '2026-11-30T08:00:00Z',
      { isOpen: true, until: '2026-11-30T11:00:00Z' },
    ],
    [
      'an hour that is left out is nobody’s',
      everyDay({ from: 135, to: 165 }),
      '2026-03-29T00:00:00Z',
      { isOpen: false, next: '2026-03-30T00:15:00Z' },
    ],
    [
      'a span that begins in it begins after it',
      everyDay({ from: 150, to: 240 }),
      '2026-03-29T00:30:00Z',
      { isOpen: false, next: '2026-03-29T01:00:00Z' },
    ],
    [
      'of an hour that comes twice both are meant',
      everyDay({ from: 120, to: 150 }),
      '2026-10-25T00:05:00Z',
      { isOpen: true, until: '2026-10-25T01:30:00Z' },
    ],
    [
      'the date is that of the time zone',
      { ...prague({ ...closed, tue: [span(0, 1)] }), timeZone: 'Asia/Tokyo' },
      '2026-11-30T15:30:00Z',
      { isOpen: true, until: '2026-11-30T16:00:00Z' },
    ],
  ])('%s', (_fact, hours, when, expected) => {
    const { until, next } = { until: null, next: null, ...expected };
    const times = until === null ? { next: next && at(next) } : { until: at(until) };
    expect(opening(hours, at(when))).toEqual({ isOpen: expected.isOpen, ...times });
  });

  test('a queue that never closes has no end', () => {
    expect(opening(everyDay(span(0, 24)), at('2026-11-30T08:00:00Z'))).toEqual({ isOpen: true, until: null });
  });

  test('a queue that never opens has no beginning', () => {
    expect(opening(prague(closed), at('2026-11-30T08:00:00Z'))).toEqual({ isOpen: false, next: null });
  });

  test('a time zone that nobody knows is refused', () => {
    expect(v.is(hoursSchema, prague(weekdays))).toBe(true);
    expect(v.is(hoursSchema, { ...prague(weekdays), timeZone: 'Europe/Atlantis' })).toBe(false);
  });

  test('for a year of quarters of an hour it agrees with the clock on the wall', () => {
    const hours = prague(weekdays);
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Prague',
      weekday: 'short',
      hour: 'numeric',
      hourCycle: 'h23',
    });
    for (let now = at('2026-01-01T00:00:00Z'); now < at('2027-01-01T00:00:00Z'); now += 97 * 900_000) {
      const parts = new Map(clock.formatToParts(now).map(({ type, value }) => [type, value]));
      const hour = Number(parts.get('hour'));
      const isWeekday = !['Sat', 'Sun'].includes(parts.get('weekday') ?? '');
      const isOpen = isWeekday && hour >= 8 && hour < 16 && hour !== 12;
      expect(opening(hours, now).isOpen, new Date(now).toISOString()).toBe(isOpen);
    }
  });
});
