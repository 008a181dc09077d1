import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangesOf } from '../../../shared/browser/playback/ranges.ts';

const chunk = (n: number, bytes: number): [number, number, number, number] => [n, bytes, n * 1_000, n * 1_000];
const kib = 1024;

test('[O1] the first range is a few seconds, and each is twice as long as the one before', () => {
  const hour = Array.from({ length: 3_600 }, (_, n) => chunk(n, 100));
  const counts = [...rangesOf(hour, 0)].map(({ from, to }) => (to - from) / 100);
  expect(counts).toEqual([16, 32, 64, 128, 256, 512, 1_024, 1_568]);
});

test('[O1] of a busy page a range has a quarter of a MiB at first, and never much more than four', () => {
  const busy = Array.from({ length: 100 }, (_, n) => chunk(n, 256 * kib));
  const lengths = [...rangesOf(busy, 0)].map(({ from, to }) => (to - from) / kib);
  expect(lengths.slice(0, 6)).toEqual([256, 512, 1_024, 2_048, 4_096, 4_096]);
  // A later track is no beginning.
  expect([...rangesOf(busy, 9)][0]).toMatchObject({ from: 0, to: 4_096 * kib });
});

test('[O1] ranges hold each byte once, in order, and none goes over what is missing', () => {
  const lengths = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 * kib }), fc.boolean()), { maxLength: 80 });
  fc.assert(
    fc.property(lengths, fc.nat({ max: 9 }), (some, done) => {
      const entries = some.flatMap(([bytes, isThere], n) => (isThere ? [chunk(n, bytes)] : []));
      const ranges = [...rangesOf(entries, done)];
      let at = 0;
      for (const { from, to } of ranges) {
        expect(from).toBe(at);
        expect(to).toBeGreaterThan(from);
        at = to;
      }
      expect(at).toBe(entries.reduce((sum, [, bytes]) => sum + bytes, 0));
      let begins = 0;
      const gaps = entries.flatMap(([n, bytes], index) => {
        const from = begins;
        begins += bytes;
        return n === (entries[index - 1]?.[0] ?? -1) + 1 ? [] : [from];
      });
      expect(ranges.filter(({ isAfterGap }) => isAfterGap).map(({ from }) => from)).toEqual(gaps);
    }),
  );
});
