import { expect, test } from 'vitest';
import { blendPointer } from '../../../manager/watch/blend-pointer.ts';
import { createMarks } from '../../../manager/watch/marks.ts';
import { createScreenMemory } from '../../../manager/watch/screen-memory.ts';
import { fewParts } from '../../../shared/patch/parts-of.ts';

/** A screen to the right of another, no whole number of squares wide or high. */
const area = { x: 800, y: 100, width: 101, height: 67 };
const whole = { x: 0, y: 0, width: 101, height: 67 };

test('[H7] what is painted marks the squares of its own screen, once, and none of another', () => {
  const marks = createMarks(area);
  marks.mark({ x: 0, y: 0, width: 800, height: 600 });
  marks.mark({ x: 901, y: 100, width: 50, height: 50 });
  marks.mark({ x: 800, y: 167, width: 50, height: 50 });
  expect(marks.count).toBe(0);
  marks.mark({ x: 790, y: 90, width: 11, height: 11 });
  marks.mark({ x: 815, y: 115, width: 2, height: 2 });
  expect(marks.count).toBe(4);
  expect(fewParts(marks.marked, area)).toEqual([{ x: 0, y: 0, width: 32, height: 32 }]);
  marks.forget();
  marks.mark({ x: 0, y: 0, width: 2_000, height: 2_000 });
  expect([marks.count, fewParts(marks.marked, area)]).toEqual([marks.marked.length, [whole]]);
});

test('[H7] a memory says which squares look another way than when they were read, and gives them as they look now', () => {
  const memory = createScreenMemory(area);
  const read = new Uint8Array(whole.width * whole.height * 4);
  const told: string[] = [];
  const take = () => memory.take([whole], read, ({ x, y }) => told.push(`${x}/${Math.floor(y / 16)}`));
  take();
  expect(told).toEqual([]);
  for (const [x, y] of [
    [0, 0],
    [1, 0],
    [100, 66],
  ] as const) {
    read[(y * whole.width + x) * 4] = 7;
  }
  take();
  expect(told).toEqual(['0/0', '96/4']);
  // The fourth byte is no colour.
  read[3] = 9;
  take();
  expect(told).toHaveLength(2);
  const marks = createMarks(area);
  marks.mark({ x: 830, y: 120, width: 1, height: 1 });
  memory.doubt(marks.marked);
  take();
  take();
  expect(told.slice(2)).toEqual(['16/1']);
  const corner = memory.cut([{ x: 96, y: 64, width: 5, height: 3 }]);
  expect([corner.length, corner.indexOf(7)]).toEqual([60, (2 * 5 + 4) * 4]);
});

test('[H7] the pointer lies over what was read where the two meet, as clear as it is', () => {
  const places = [
    { x: 10, y: 10, width: 2, height: 1 },
    { x: 50, y: 50, width: 1, height: 1 },
  ];
  const pixels = new Uint8Array(3 * 4).fill(200);
  // Half red over the second pixel of the first place, and one pixel beside it.
  const half = [0, 0, 128, 128];
  blendPointer(pixels, places, { x: 11, y: 10, width: 2, height: 1, pixels: new Uint8Array([...half, ...half]) });
  expect([...pixels].filter((_, at) => at % 4 !== 3)).toEqual([200, 200, 200, 100, 100, 228, 200, 200, 200]);
});
