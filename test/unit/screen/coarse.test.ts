import { expect, test } from 'vitest';
import { createCoarse } from '../../../shared/browser/screen/coarse.ts';

test('frames are as coarse as their mean, of the coarsest second so far', () => {
  const coarse = createCoarse();
  const counts = [
    { frames: 0, coarseness: 0 },
    { frames: 10, coarseness: 1_000 },
    { frames: 12, coarseness: 1_100 },
    { frames: 14, coarseness: 1_500 },
    { frames: 15, coarseness: 1_600 },
  ];
  const seen = counts.slice(1).map((after, index) => coarse(counts[index] ?? after, after));
  expect(seen).toEqual([1, 0.5, 1, 0.5]);
});

test('without frames, and where the browser does not count it, nothing is known', () => {
  const coarse = createCoarse();
  expect(coarse({ frames: 5, coarseness: 100 }, { frames: 5, coarseness: 100 })).toBeNull();
  expect(coarse({ frames: 5, coarseness: 0 }, { frames: 9, coarseness: 0 })).toBeNull();
});
