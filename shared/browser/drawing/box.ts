import type { DrawingPoint } from '../../protocol/drawing.ts';
import { drawingLimits } from '../../protocol/drawing-limits.ts';

/** Where something lies, in the pixels of the layer that is drawn on. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Pixel {
  x: number;
  y: number;
}

const bounded = (part: number) =>
  Math.round(Math.min(drawingLimits.farthest, Math.max(-drawingLimits.farthest, part)) * 10_000) / 10_000;

/** A box without width or height counts as one pixel wide or high. */
export const partOf = (box: Box, { x, y }: Pixel): DrawingPoint => [
  bounded((x - box.left) / Math.max(1, box.width)),
  bounded((y - box.top) / Math.max(1, box.height)),
];

export const pixelOf = (box: Box, [x, y]: DrawingPoint): Pixel => ({
  x: box.left + x * Math.max(1, box.width),
  y: box.top + y * Math.max(1, box.height),
});

/** The smallest box that holds them all. */
export function boxAround(pixels: readonly Pixel[]): Box {
  const xs = pixels.map(({ x }) => x);
  const ys = pixels.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** How much two boxes are the same: what they share of what they cover together, 0 to 1. */
export function likeness(a: Box, b: Box): number {
  const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const down = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  const shared = Math.max(0, across) * Math.max(0, down);
  const all = a.width * a.height + b.width * b.height - shared;
  return all > 0 ? shared / all : 0;
}

/** The one that a drawing around `box` is meant for: most like it. Null: none of them is. */
export function bestFit<T extends { box: Box }>(all: readonly T[], box: Box): T | null {
  let best: { one: T; by: number } | null = null;
  for (const one of all) {
    const by = likeness(one.box, box);
    if (by > (best?.by ?? 0)) best = { one, by };
  }
  return best?.one ?? null;
}
