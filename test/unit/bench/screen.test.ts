import { describe, expect, test } from 'vitest';
import { decode, encode, numbers } from '../../../bench/screen/bar-code.ts';
import { codeDelays } from '../../../bench/screen/code-delays.ts';
import { type Grey, halved, likenessOfText } from '../../../bench/screen/readable.ts';

describe('the code in the picture', () => {
  test('gives each number back', () => {
    for (let number = 0; number < numbers; number += 1) expect(decode(encode(number))).toBe(number);
  });

  test('is none when all is dark, or all is light', () => {
    expect([decode(0), decode(0xff_ff)]).toEqual([null, null]);
  });

  test('is mostly none when half of one stands beside half of the next', () => {
    let mistaken = 0;
    for (let number = 1; number < numbers; number += 1) {
      const torn = (encode(number) & 0xff) | (encode(number - 1) & 0xff_00);
      const read = decode(torn);
      if (read !== null && read !== number && read !== number - 1) mistaken += 1;
    }
    expect(mistaken).toBeLessThan(numbers / 20);
  });
});

test('a delay is from the latest showing of a number to its first showing elsewhere', () => {
  const at = (time: number, number: number) => ({ at: time, bits: encode(number) });
  const source = [at(0, 7), at(10, 8), { at: 15, bits: 0 }, at(20, 9), at(6_000, 7)];
  const picture = [at(5, 0), at(40, 7), { at: 45, bits: 1 }, at(50, 7), at(70, 9), at(6_030, 7)];
  expect(codeDelays(source, picture)).toEqual({ delays: [40, 50, 30], seen: 4, made: 4 });
});

describe('likeness of text', () => {
  const [width, height] = [64, 64];
  const area = { left: 0, top: 0, right: width, bottom: height };
  const grey = (of: (x: number, y: number) => number): Grey => ({
    luma: Uint8Array.from({ length: width * height }, (_, at) => of(at % width, Math.floor(at / width))),
    width,
    height,
  });
  const letters = grey((x, y) => (x % 5 === 0 || (x + y) % 7 === 0 ? 20 : 250));

  test('is 1 with itself, less at half the size, and none where it is not there', () => {
    expect(likenessOfText(letters, letters, area)).toBeCloseTo(1);
    expect(likenessOfText(letters, halved(letters), area)).toBeLessThan(0.9);
    expect(
      likenessOfText(
        letters,
        grey(() => 250),
        area,
      ),
    ).toBeLessThan(0.1);
  });

  test('does not count paper', () => {
    const halfPaper = grey((x, y) => (y < 32 ? 255 : (letters.luma[y * width + x] ?? 0)));
    const noLetters = grey(() => 255);
    expect(likenessOfText(halfPaper, noLetters, area)).toBeLessThan(0.1);
  });
});
