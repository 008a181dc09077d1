import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patchFormats } from '../../../shared/protocol/screen-patch.ts';
import { markChanged } from '../../../shared/patch/changed-squares.ts';
import { fewSmallParts, partsOf } from '../../../shared/patch/parts-of.ts';
import { cutOut, partBytes, type Plane, planesOf, squareSize } from '../../../shared/patch/pixel-planes.ts';

const none: Plane = { offset: 0, stride: 0, rows: 0, sampleBytes: 1, every: 1 };
const size = { width: 101, height: 67 };
const across = Math.ceil(size.width / squareSize);
const squares = across * Math.ceil(size.height / squareSize);

test.each(patchFormats)('[C12] a sample of %s that changes marks its own square and no other', (format) => {
  const planes = planesOf(format, size.width, size.height);
  fc.assert(
    fc.property(fc.nat(size.width - 1), fc.nat(size.height - 1), fc.nat(planes.planes.length - 1), (x, y, index) => {
      const [before, now] = [new Uint8Array(planes.bytes), new Uint8Array(planes.bytes)];
      const { offset, stride, sampleBytes, every } = planes.planes[index] ?? none;
      now[offset + Math.floor(y / every) * stride + Math.floor(x / every) * sampleBytes] = 1;
      const marked = new Uint8Array(squares);
      expect(markChanged(new Uint32Array(before.buffer), new Uint32Array(now.buffer), planes, marked)).toBe(1);
      expect(marked.indexOf(1)).toBe(Math.floor(y / squareSize) * across + Math.floor(x / squareSize));
    }),
  );
});

test('[C12] what has been marked before is not counted anew, and equal pictures mark nothing', () => {
  const planes = planesOf('I420', size.width, size.height);
  const [before, now] = [new Uint32Array(planes.bytes / 4), new Uint32Array(planes.bytes / 4)];
  const marked = new Uint8Array(squares);
  expect(markChanged(before, now, planes, marked)).toBe(0);
  now[0] = 1;
  expect(markChanged(before, now, planes, marked)).toBe(1);
  expect(markChanged(before, now, planes, marked)).toBe(0);
});

test('[C12] the parts cover each marked square once, and nothing beside it or outside the picture', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: squares, maxLength: squares }), (marks) => {
      const marked = Uint8Array.from(marks, Number);
      const seen = new Uint8Array(squares);
      for (const { x, y, width, height } of partsOf(marked, size)) {
        expect(x + width <= size.width && y + height <= size.height).toBe(true);
        for (let row = y; row < y + height; row += squareSize) {
          for (let column = x; column < x + width; column += squareSize) {
            const square = (row / squareSize) * across + column / squareSize;
            seen[square] = (seen[square] ?? 0) + 1;
          }
        }
      }
      expect(seen).toEqual(marked);
    }),
  );
});

test('[C12] more parts than a message may have become the one around them, and too large a one none', () => {
  const chess = (count: number) =>
    Uint8Array.from({ length: count * count }, (_, at) => (at + Math.floor(at / count)) % 2);
  const side = (count: number) => ({ width: count * squareSize, height: count * squareSize });
  expect(fewSmallParts(chess(20), side(20))).toEqual([{ x: 0, y: 0, ...side(20) }]);
  expect(fewSmallParts(chess(60), side(60))).toBeNull();
});

test('[C12] a part is cut out with its own samples, row by row and plane by plane', () => {
  const planes = planesOf('I420', 40, 34);
  const pixels = Uint8Array.from({ length: planes.bytes }, (_, at) => at % 251);
  const part = { x: 16, y: 32, width: 24, height: 2 };
  const cut = new Uint8Array(partBytes('I420', part));
  expect(cutOut(pixels, planes, part, cut, 0)).toBe(cut.length);
  const [luma = none, , red = none] = planes.planes;
  expect(cut[0]).toBe(pixels[32 * luma.stride + 16]);
  expect(cut[24]).toBe(pixels[33 * luma.stride + 16]);
  expect(cut.at(-1)).toBe(pixels[red.offset + 16 * red.stride + 8 + 11]);
});
