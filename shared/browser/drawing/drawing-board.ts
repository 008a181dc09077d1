import type { Anchor, Drawing, DrawingPoint } from '../../protocol/drawing.ts';
import { drawingLimits } from '../../protocol/drawing-limits.ts';

type Put = Extract<Drawing, { type: 'drawing.put' }>;

/** One drawing that is on a surface. */
export interface OnBoard extends Omit<Put, 'type' | 'points'> {
  readonly by: number;
  readonly name: string;
  readonly points: readonly DrawingPoint[];
  /** When it was last drawn at, ms. */
  readonly at: number;
}

/** All that is drawn on one surface, by whomever. */
export interface DrawingBoard {
  /** Of that person. What fits nothing is nothing. */
  take(by: number, name: string, what: Drawing): void;
  /** Those that are left, oldest first; vanishing ink is out by itself. */
  all(): readonly OnBoard[];
  /** The others go. */
  keep(isKept: (anchor: Anchor) => boolean): void;
  clear(): void;
}

/** How long a drawing is seen after it was last drawn at, ms. */
export const lifeOf = (tool: OnBoard['tool']): number => (tool === 'ink' ? drawingLimits.inkMs : Infinity);

const withoutType = ({ id, tool, on, points, text }: Put) => ({ id, tool, on, points, text });

/** What puts it on another board. */
export const putOf = ({ id, tool, on, points, text }: OnBoard): Put => ({
  type: 'drawing.put',
  id,
  tool,
  on,
  points: [...points],
  text,
});

export function createDrawingBoard(now: () => number): DrawingBoard {
  let drawings: readonly OnBoard[] = [];

  function sweep() {
    const at = now();
    const left = drawings.filter((one) => at - one.at < lifeOf(one.tool));
    if (left.length < drawings.length) drawings = left;
  }
  function put(by: number, name: string, what: Put) {
    // One highlight a person: the rest is dimmed only once.
    const isReplaced = (one: OnBoard) =>
      one.by === by && (one.id === what.id || (one.tool === 'highlight' && what.tool === 'highlight'));
    const others = drawings.filter((one) => !isReplaced(one));
    const own = others.filter((one) => one.by === by);
    const oldest = own.length >= drawingLimits.alivePerPerson ? own[0] : undefined;
    drawings = [...others.filter((one) => one !== oldest), { ...withoutType(what), by, name, at: now() }];
  }
  function more(by: number, id: number, points: readonly DrawingPoint[]) {
    drawings = drawings.map((one) => {
      if (one.by !== by || one.id !== id || (one.tool !== 'pen' && one.tool !== 'ink')) return one;
      return { ...one, points: [...one.points, ...points].slice(0, drawingLimits.pointsPerStroke), at: now() };
    });
  }

  return {
    take(by, name, what) {
      sweep();
      if (what.type === 'drawing.put') put(by, name, what);
      else if (what.type === 'drawing.more') more(by, what.id, what.points);
      else if (what.type === 'drawing.undo') drawings = drawings.filter((one) => one.by !== by || one.id !== what.id);
      else if (what.type === 'drawing.clear') drawings = [];
    },
    all() {
      sweep();
      return drawings;
    },
    keep(isKept) {
      const left = drawings.filter(({ on }) => isKept(on));
      if (left.length < drawings.length) drawings = left;
    },
    clear: () => void (drawings = []),
  };
}
