import type { Place, Rectangle } from './desk.ts';

/** What `x / width * width` may be less than `x`. */
const rounding = 1e-6;

/** The whole pixel at a point of an area, in parts of it; the far edge is its last one. */
export function placeIn(area: Rectangle, point: Place): Place {
  const within = (size: number, part: number) => Math.max(0, Math.min(size - 1, Math.floor(part * size + rounding)));
  return { x: area.x + within(area.width, point.x), y: area.y + within(area.height, point.y) };
}

export function isIn({ x, y }: Place, area: Rectangle): boolean {
  return x >= area.x && y >= area.y && x < area.x + area.width && y < area.y + area.height;
}

export const isSamePlace = (one: Rectangle, other: Rectangle): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
