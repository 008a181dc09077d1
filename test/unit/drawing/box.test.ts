import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawingLimits } from '../../../shared/protocol/drawing-limits.ts';
import { bestFit, boxAround, likeness, partOf, pixelOf } from '../../../shared/browser/drawing/box.ts';

const size = fc.integer({ min: 20, max: 4_000 });
const place = fc.integer({ min: -2_000, max: 4_000 });
const box = fc.record({ left: place, top: place, width: size, height: size });
const pixel = fc.record({ x: place, y: place });

test('[D3] a point comes back to where it was on a box, and keeps its part of a box of another size', () => {
  fc.assert(
    fc.property(box, pixel, fc.double({ min: 0.3, max: 3, noNaN: true }), (around, at, by) => {
      const point = partOf(around, at);
      const back = pixelOf(around, point);
      expect(Math.hypot(back.x - at.x, back.y - at.y)).toBeLessThan(1);
      const grown = { left: 7, top: 9, width: around.width * by, height: around.height * by };
      const there = pixelOf(grown, point);
      expect(there.x - 7).toBeCloseTo((back.x - around.left) * by, 3);
      expect(there.y - 9).toBeCloseTo((back.y - around.top) * by, 3);
    }),
  );
});

test('[D5] a point never lies farther from its anchor than is allowed, even of one without a size', () => {
  const [x, y] = partOf({ left: 0, top: 0, width: 0, height: 0 }, { x: 9_999, y: -9_999 });
  expect([x, y]).toEqual([drawingLimits.farthest, -drawingLimits.farthest]);
});

test('a ring around a button is meant for the button, not for the letter in it or the page around it', () => {
  const named = (name: string, left: number, top: number, width: number, height: number) => ({
    name,
    box: { left, top, width, height },
  });
  const all = [
    named('letter', 140, 110, 20, 10),
    named('button', 100, 100, 100, 30),
    named('form', 0, 0, 400, 300),
    named('page', 0, 0, 1_200, 4_000),
  ];
  const ring = boxAround([
    { x: 92, y: 94 },
    { x: 209, y: 137 },
  ]);
  expect(bestFit(all, ring)?.name).toBe('button');
  expect(bestFit(all, { left: 10, top: 10, width: 380, height: 280 })?.name).toBe('form');
  expect(bestFit(all, { left: 5_000, top: 0, width: 10, height: 10 })).toBe(null);
});

test('likeness is whole for the same box and nothing for boxes apart', () => {
  const one = { left: 0, top: 0, width: 10, height: 10 };
  expect(likeness(one, one)).toBe(1);
  expect(likeness(one, { ...one, left: 20 })).toBe(0);
  expect(likeness(one, { ...one, left: 5 })).toBeCloseTo(1 / 3);
});
