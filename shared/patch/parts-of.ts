import { patchLimits } from '../protocol/patch-limits.ts';
import type { PatchPart } from '../protocol/screen-patch.ts';
import { squareSize } from './pixel-planes.ts';

interface Size {
  width: number;
  height: number;
}

/** Marked squares as few rectangles: runs of a row, and the same run in the rows below it. */
export function partsOf(marked: Uint8Array, { width, height }: Size): PatchPart[] {
  const across = Math.ceil(width / squareSize);
  const down = Math.ceil(height / squareSize);
  const done: PatchPart[] = [];
  /** Those that reach the row above, by where they begin and end. */
  let open = new Map<string, PatchPart>();
  for (let row = 0; row < down; row += 1) {
    const next = new Map<string, PatchPart>();
    for (const [from, to] of runsOf(marked.subarray(row * across, (row + 1) * across))) {
      const key = `${from}-${to}`;
      const y = row * squareSize;
      const rowHeight = Math.min(squareSize, height - y);
      const above = open.get(key);
      if (above) above.height += rowHeight;
      const part = above ?? {
        x: from * squareSize,
        y,
        width: Math.min(to * squareSize, width) - from * squareSize,
        height: rowHeight,
      };
      if (!above) done.push(part);
      next.set(key, part);
    }
    open = next;
  }
  return done;
}

/** `[from, to)` of each run of marks. */
function runsOf(row: Uint8Array): [number, number][] {
  const runs: [number, number][] = [];
  let from = row.indexOf(1);
  while (from >= 0) {
    const gap = row.indexOf(0, from);
    const to = gap < 0 ? row.length : gap;
    runs.push([from, to]);
    from = row.indexOf(1, to);
  }
  return runs;
}

/** As many as one message may have, or the one around all of them. */
export function fewParts(marked: Uint8Array, size: Size): PatchPart[] {
  const parts = partsOf(marked, size);
  return parts.length <= patchLimits.parts ? parts : [around(parts)];
}

/** The same; null: that is too large for one message. */
export function fewSmallParts(marked: Uint8Array, size: Size): PatchPart[] | null {
  const few = fewParts(marked, size);
  return few.reduce((all, { width, height }) => all + width * height, 0) <= patchLimits.pixels ? few : null;
}

function around(parts: readonly PatchPart[]): PatchPart {
  const x = Math.min(...parts.map((one) => one.x));
  const y = Math.min(...parts.map((one) => one.y));
  return {
    x,
    y,
    width: Math.max(...parts.map((one) => one.x + one.width)) - x,
    height: Math.max(...parts.map((one) => one.y + one.height)) - y,
  };
}
