import type { Anchor, Drawing } from '../../protocol/drawing.ts';
import type { Box, Pixel } from './box.ts';
import { createDrawingBoard, type DrawingBoard } from './drawing-board.ts';
import { createDrawingLayer } from './drawing-layer.ts';
import { createOwnDrawings } from './own-drawings.ts';
import { type Anchored, type ChosenTool, createPen } from './pen.ts';

/** One view of a surface on which its person draws, and sees what the others draw. */
export interface DrawingPad {
  /** Of somebody else, or of one's own from before. */
  heard(by: number, name: string, what: Drawing): void;
  /** Null: no tool, and presses are no drawings. */
  choose(chosen: ChosenTool | null): void;
  readonly chosen: ChosenTool | null;
  down(at: Pixel): void;
  move(at: Pixel): void;
  up(): void;
  leave(): void;
  undo(): void;
  clear(): void;
  /** One's own number on this surface, which gives the colour. */
  setNumber(number: number): void;
  /** The surface shows something else now. */
  forget(): void;
}

interface Deps {
  root(): ParentNode & Node;
  size(): { width: number; height: number };
  boxOf(anchor: Anchor): Box | null;
  /** What lies at a point and around it, innermost first. */
  anchorsAt(at: Pixel): readonly Anchored[];
  send(what: Drawing): void;
  number: number;
  /** Kept by somebody else too; left out: by this view alone. */
  board?: DrawingBoard;
  signal: AbortSignal;
}

export function createDrawingPad(deps: Deps): DrawingPad {
  const { boxOf, anchorsAt, send } = deps;
  const now = () => performance.now();
  const board = deps.board ?? createDrawingBoard(now);
  const layer = createDrawingLayer({ ...deps, board });
  const own = createOwnDrawings();
  let { number } = deps;
  let chosen: ChosenTool | null = null;

  function show(by: number, name: string, what: Drawing) {
    board.take(by, name, what);
    if (what.type === 'drawing.laser') layer.laser(by, name, what.spot);
    else layer.changed();
  }
  /** One's own name is no news. */
  function draw(what: Drawing) {
    own.sent(what);
    show(number, '', what);
    send(what);
  }
  const pen = createPen({ anchorsAt, boxOf, send: draw, nextId: own.nextId, now });

  return {
    heard: show,
    choose(next) {
      if (next?.tool !== chosen?.tool) pen.leave();
      chosen = next;
    },
    get chosen() {
      return chosen;
    },
    down: (at) => chosen && pen.down(chosen, at),
    move: (at) => chosen && pen.move(chosen, at),
    up: pen.up,
    leave: pen.leave,
    undo() {
      const what = own.undo();
      if (what) draw(what);
    },
    clear: () => draw({ type: 'drawing.clear' }),
    setNumber: (next) => void (number = next),
    forget() {
      board.clear();
      layer.clear();
    },
  };
}
