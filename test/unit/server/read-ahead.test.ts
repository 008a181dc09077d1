import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAhead } from '../../../server/recordings/read-ahead.ts';

const mib = 1024 * 1024;

test('[O1] parts come in their order, whichever is there first', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: 3 * mib }), fc.nat({ max: 4 })), { maxLength: 30 }),
      async (some) => {
        const parts = some.map(([bytes, turns], index) => ({ bytes, turns, index }));
        const got: number[] = [];
        const load = async (part: (typeof parts)[number]) => {
          for (let left = part.turns; left > 0; left -= 1) await turn();
          return part.index;
        };
        for await (const [part, index] of readAhead(parts, load)) {
          expect(part.index).toBe(index);
          got.push(index);
        }
        expect(got).toEqual(parts.map(({ index }) => index));
      },
    ),
  );
});

async function mostAtOnce(bytes: number): Promise<number> {
  let now = 0;
  let most = 0;
  const parts = Array.from({ length: 20 }, () => ({ bytes }));
  const load = async () => {
    now += 1;
    most = Math.max(most, now);
    await turn();
    now -= 1;
  };
  for await (const _each of readAhead(parts, load));
  return most;
}

test('[O1] eight small parts are under way at once, and of large ones as many as two MiB hold, one at least', async () => {
  expect(await mostAtOnce(1_000)).toBe(8);
  expect(await mostAtOnce(mib)).toBe(2);
  expect(await mostAtOnce(12 * mib)).toBe(1);
});

test('[O1] one that cannot be read is told of in its turn', async () => {
  const parts = [0, 1, 2].map((index) => ({ bytes: 1, index }));
  const got: number[] = [];
  const load = async ({ index }: { index: number }) => {
    if (index === 1) throw new Error('gone');
    return index;
  };
  await expect(async () => {
    for await (const [, index] of readAhead(parts, load)) got.push(index);
  }).rejects.toThrow('gone');
  expect(got).toEqual([0]);
});
