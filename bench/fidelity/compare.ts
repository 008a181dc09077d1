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

/**
 * Pixels of two pictures, cut to what all have in common; `out` areas are blank in both. `orPng`: a second
 * picture of what the right one should be like, and a pixel is right when it is as in either.
 */
export function compare(
  leftPng: Uint8Array,
  rightPng: Uint8Array,
  out: readonly Area[],
  orPng: Uint8Array = leftPng,
): Comparison {
  const isCrossed = orPng !== leftPng;
  const all = [leftPng, rightPng, ...(isCrossed ? [orPng] : [])].map((png) => PNG.sync.read(Buffer.from(png)));
  const width = Math.min(...all.map((one) => one.width));
  const height = Math.min(...all.map((one) => one.height));
  const [left, right, or] = all.map((one) => cut(one, width, height)) as [PNG, PNG, PNG?];
  const blank = out.reduce((sum, area) => sum + wipe(left, area), 0);
  for (const area of out) for (const one of or ? [right, or] : [right]) wipe(one, area);
  const diff = new PNG({ width, height });
  pixelmatch(left.data, right.data, diff.data, width, height, { threshold, diffMask: true });
  if (or) keepCommon(diff, or, right);
  return {
    different: drawn(diff) / (width * height),
    leftOut: blank / (width * height),
    sideBySide() {
      const beside = new PNG({ width: width * 3, height });
      [left, right, diff].forEach((one, at) => PNG.bitblt(one, beside, 0, 0, width, height, at * width, 0));
      return PNG.sync.write(beside);
    },
  };
}

const threshold = 0.1;

/** Takes away what does not differ between these two. */
function keepCommon(diff: PNG, one: PNG, other: PNG): void {
  const { width, height } = diff;
  const second = new PNG({ width, height });
  pixelmatch(one.data, other.data, second.data, width, height, { threshold, diffMask: true });
  for (let at = 3; at < diff.data.length; at += 4) if (second.data[at] === 0) diff.data[at] = 0;
}

function drawn({ data }: PNG): number {
  let count = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) count += 1;
  return count;
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
