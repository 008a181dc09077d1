import { expect, test } from 'vitest';
import { createBatchPace } from '../../../shared/browser/cobrowse/record/batch-pace.ts';

test('the first parts of a document go at once, later ones in ever longer batches, none waits for long', () => {
  let now = 5_000;
  const pace = createBatchPace(() => now);
  const gaps: number[] = [];
  pace.begin();
  pace.sent();
  let last = now;
  for (let slice = 0; slice < 200; slice += 1) {
    now += 12;
    if (!pace.isDue()) continue;
    gaps.push(now - last);
    last = now;
    pace.sent();
  }
  expect(gaps.slice(0, 3)).toEqual([12, 12, 12]);
  expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(100 + 12);
  expect(gaps.length).toBeLessThan(40);
});

test('what comes after a quiet time goes at once', () => {
  let now = 0;
  const pace = createBatchPace(() => now);
  pace.begin();
  pace.sent();
  now = 60_000;
  expect(pace.isDue()).toBe(true);
});
