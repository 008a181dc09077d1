import { expect, test } from 'vitest';
import { advanceClock, otherSpeed, silencesOf } from '../../../shared/browser/playback/playback-clock.ts';
import { createTextIndex } from '../../../shared/browser/playback/page/text-index.ts';
import { markKind, marksOf } from '../../../shared/recording/marks.ts';
import type { ActivityReport } from '../../../shared/report/report-schema.ts';

const minute = 60_000;

test('time goes as fast as it is told to, jumps over silence, and stands still at the end', () => {
  const silences = silencesOf(new Set([0, 1, 60, 61, 62, 66]), 10 * minute);
  expect(silences).toEqual([
    [2_000, minute],
    [67_000, 10 * minute],
  ]);
  const clock = { at: 0, isPlaying: true, speed: 2 };
  const rest = { durationMs: 10 * minute, silences: [] };
  expect(advanceClock(clock, 500, rest).at).toBe(1_000);
  expect(advanceClock({ ...clock, isPlaying: false }, 500, rest).at).toBe(0);
  // A second before it goes on.
  expect(advanceClock(clock, 1_500, { ...rest, silences }).at).toBe(59_000);
  expect(advanceClock({ ...clock, at: 66_500 }, 500, { ...rest, silences })).toEqual({
    at: 10 * minute,
    isPlaying: false,
    speed: 2,
  });
  expect([otherSpeed(1, 1), otherSpeed(1, -1), otherSpeed(8, 1), otherSpeed(0.5, -1)]).toEqual([1.5, 0.5, 8, 0.5]);
});

test('[O4] the same words so soon again are one hit, later they are another', () => {
  const index = createTextIndex();
  for (const at of [0, 1_000, 20_000]) index.add(at, '  Příliš   žluťoučký kůň ');
  index.add(5_000, 'kun');
  expect(index.find('KUN').map(({ at }) => at)).toEqual([0, 5_000, 20_000]);
  expect(index.find('  ')).toEqual([]);
});

test('[O4] what happened while it was recorded stands on the timeline, in order', () => {
  const share = { surface: 'page', level: 'control', direction: 'request', owner: 'Jan', viewer: 'Anna' } as const;
  const report: ActivityReport = {
    sessionId: 's',
    site: 'Beside',
    facts: 1,
    startedAt: 0,
    endedAt: null,
    endedReason: null,
    handlingMs: null,
    acceptedAt: null,
    waitedMs: null,
    queue: null,
    answers: [],
    page: null,
    customer: 'Jan',
    firstShownAt: null,
    people: [{ participantId: 'p', name: 'Jan', role: 'customer', from: 500, to: 9_000 }],
    leads: [{ participantId: 'a', name: 'Anna', from: 0, to: null }],
    transfers: [],
    consents: [
      {
        ...share,
        askedBy: 'Anna',
        isImplied: false,
        askedAt: 2_000,
        answer: 'allowed',
        answeredBy: 'Jan',
        answeredAt: 3_000,
        endedAt: 7_000,
        endedWhy: 'released',
      },
    ],
    tools: [],
    deeds: [],
    files: [],
    recordings: [],
    calls: [],
    notes: [{ by: 'Anna', begunAt: 4_000, at: 6_000, text: 'note' }],
    chat: [{ at: 20_000, by: 'Jan', audience: 'all', text: 'too late', isPicture: false }],
  };
  const marks = marksOf(report, { startedAt: 1_000, endedAt: 10_000 });
  expect(marks.map((mark) => [mark.at, mark.kind, markKind(mark)])).toEqual([
    [1_000, 'asked', 'consent'],
    [2_000, 'answered', 'control'],
    [3_000, 'note', 'note'],
    [6_000, 'ended', 'control'],
    [8_000, 'left', 'people'],
  ]);
});
