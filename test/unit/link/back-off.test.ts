import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOffMs } from '../../../shared/browser/link/back-off.ts';

test('the first wait is at most 300 ms, later ones grow to ten seconds, half of each is chance', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 50].map((attempt) => backOffMs(attempt, () => 0))).toEqual([
    0, 300, 600, 1_200, 2_400, 4_800, 5_000, 5_000,
  ]);
  expect([0, 1, 2, 3, 4, 5, 6, 50].map((attempt) => backOffMs(attempt, () => 1))).toEqual([
    300, 600, 1_200, 2_400, 4_800, 9_600, 10_000, 10_000,
  ]);
});

test('no wait is longer than the longest', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
      expect(backOffMs(attempt, () => chance, 30_000)).toBeLessThanOrEqual(30_000);
    }),
  );
});
