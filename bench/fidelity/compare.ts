import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** In CSS pixels, of the viewport; pages are looked at with one pixel each. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Comparison {
  /** Share of pixels that differ, 0…1. */
  different: number;
  /** Share of pixels that were left out, 0…1. */
  leftOut: number;
  /** Left, right and their difference beside each other, PNG. */
  sideBySide(): Uint8Array;
}

/** Pixels of two pictures, both cut to what they have in common; `out` areas are blank in both. */
export function compare(leftPng: Uint8Array, rightPng: Uint8Array, out: readonly Area[]): Comparison {
  const [a, b] = [PNG.sync.read(Buffer.from(leftPng)), PNG.sync.read(Buffer.from(rightPng))];
  const width = Math.min(a.width, b.width);
  const height = Math.min(a.height, b.height);
  const [left, right] = [cut(a, width, height), cut(b, width, height)];
  const blank = out.reduce((sum, area) => sum + wipe(left, area), 0);
  for (const area of out) wipe(right, area);
  const diff = new PNG({ width, height });
  const count = pixelmatch(left.data, right.data, diff.data, width, height, { threshold: 0.1 });
  return {
    different: count / (width * height),
    leftOut: blank / (width * height),
    sideBySide() {
      const all = new PNG({ width: width * 3, height });
      [left, right, diff].forEach((one, at) => PNG.bitblt(one, all, 0, 0, width, height, at * width, 0));
      return PNG.sync.write(all);
    },
  };
}

function cut(from: PNG, width: number, height: number): PNG {
  const to = new PNG({ width, height });
  PNG.bitblt(from, to, 0, 0, width, height, 0, 0);
  return to;
}

/** Gives how many pixels that were. */
function wipe(png: PNG, area: Area): number {
  const [left, top] = [Math.max(0, Math.floor(area.x)), Math.max(0, Math.floor(area.y))];
  const right = Math.min(png.width, Math.ceil(area.x + area.width));
  const bottom = Math.min(png.height, Math.ceil(area.y + area.height));
  for (let y = top; y < bottom; y += 1) png.data.fill(128, (y * png.width + left) * 4, (y * png.width + right) * 4);
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
