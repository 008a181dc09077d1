import type { Anchor, Drawing } from '../../protocol/drawing.ts';
import { drawingLimits } from '../../protocol/drawing-limits.ts';
import { type Box, pixelOf } from './box.ts';
import type { DrawingBoard, OnBoard } from './drawing-board.ts';
import { createDrawnMark, type DrawnMark } from './drawn-mark.ts';
import { createLaserSpot, type LaserSpot } from './laser-spot.ts';

type Laser = Extract<Drawing, { type: 'drawing.laser' }>['spot'];

/** Shows what is on a board, each drawing at its anchor wherever that goes. */
export interface DrawingLayer {
  /** The board has changed. */
  changed(): void;
  laser(by: number, name: string, spot: Laser): void;
  clear(): void;
}

interface Deps {
  /** Made when there is something to draw. */
  root(): ParentNode & Node;
  board: DrawingBoard;
  size(): { width: number; height: number };
  /** Where the anchor is in the layer; null: it is not to be seen. */
  boxOf(anchor: Anchor): Box | null;
  signal: AbortSignal;
}

export function createDrawingLayer({ root, board, size, boxOf, signal }: Deps): DrawingLayer {
  const marks = new Map<string, DrawnMark>();
  const lasers = new Map<number, { spot: LaserSpot; idle: ReturnType<typeof setTimeout> }>();
  let frame = 0;

  const keyOf = ({ by, id, tool }: OnBoard) => `${by} ${id} ${tool}`;
  /** Whose each colour is says the newest drawing of each. */
  const named = (all: readonly OnBoard[]) => new Map(all.map((one) => [one.by, one]));

  function draw() {
    frame = 0;
    const all = board.all();
    const shown = new Set(all.map(keyOf));
    for (const [key, mark] of marks) {
      if (shown.has(key)) continue;
      mark.remove();
      marks.delete(key);
    }
    const withName = named(all);
    for (const one of all) {
      const key = keyOf(one);
      const mark = marks.get(key) ?? createDrawnMark(root(), one);
      marks.set(key, mark);
      mark.draw(one, boxOf(one.on), size(), withName.get(one.by) === one);
    }
    // Pages move without telling.
    if (marks.size > 0) frame = requestAnimationFrame(draw);
  }
  function changed() {
    if (!signal.aborted) frame ||= requestAnimationFrame(draw);
  }
  function dark(by: number) {
    const laser = lasers.get(by);
    clearTimeout(laser?.idle);
    laser?.spot.remove();
    lasers.delete(by);
  }
  function clear() {
    cancelAnimationFrame(frame);
    frame = 0;
    for (const mark of marks.values()) mark.remove();
    marks.clear();
    for (const by of [...lasers.keys()]) dark(by);
  }
  signal.addEventListener('abort', clear);

  return {
    changed,
    laser(by, name, spot) {
      const box = spot && boxOf(spot.on);
      if (!spot || !box || signal.aborted) return dark(by);
      const laser = lasers.get(by) ?? { spot: createLaserSpot(root(), by), idle: undefined };
      clearTimeout(laser.idle);
      const idle = setTimeout(() => dark(by), drawingLimits.laserIdleMs);
      lasers.set(by, { spot: laser.spot, idle });
      laser.spot.shine(name, pixelOf(box, spot.at));
    },
    clear,
  };
}
