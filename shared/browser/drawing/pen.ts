import type { Anchor, Drawing, DrawingPoint, DrawingTool } from '../../protocol/drawing.ts';
import { drawingLimits } from '../../protocol/drawing-limits.ts';
import { bestFit, type Box, boxAround, partOf, type Pixel, pixelOf } from './box.ts';

/** Something that a drawing could lie on, and where it is now. */
export interface Anchored {
  on: Anchor;
  box: Box;
}

export interface ChosenTool {
  tool: DrawingTool;
  /** What the tool `text` writes. */
  text: string;
}

interface Deps {
  /** What lies at a point and around it, innermost first. */
  anchorsAt(pixel: Pixel): readonly Anchored[];
  boxOf(anchor: Anchor): Box | null;
  send(what: Drawing): void;
  nextId(): number;
  now(): number;
}

/** Turns one person's presses and moves, in pixels of the layer, into drawings. */
export interface Pen {
  down(chosen: ChosenTool, at: Pixel): void;
  /** Where the pointer is, pressed or not. */
  move(chosen: ChosenTool, at: Pixel): void;
  up(): void;
  /** The tool is put away, or the pointer has left. */
  leave(): void;
}

const sendEveryMs = 50;
/** Nearer points tell nothing. */
const stepPixels = 2;
/** A hand that trembles draws no rectangle. */
const shapePixels = 6;

interface Stroke {
  id: number;
  tool: Exclude<DrawingTool, 'laser' | 'text' | 'highlight'>;
  on: Anchor;
  points: DrawingPoint[];
  last: Pixel;
  sent: number;
  sentAt: number;
}

export function createPen({ anchorsAt, boxOf, send, nextId, now }: Deps): Pen {
  let stroke: Stroke | null = null;
  let lit = false;
  let litAt = -Infinity;

  const isLine = ({ tool }: Stroke) => tool === 'pen' || tool === 'ink';
  const whole = ({ id, tool, on, points }: Stroke): Drawing => ({
    type: 'drawing.put',
    id,
    tool,
    on,
    points,
    text: '',
  });
  function say(one: Stroke) {
    if (!isLine(one) || one.sent === 0) send(whole(one));
    else if (one.points.length > one.sent)
      send({ type: 'drawing.more', id: one.id, points: one.points.slice(one.sent) });
    one.sent = one.points.length;
    one.sentAt = now();
  }

  function shine(at: Pixel) {
    const [anchor] = anchorsAt(at);
    if (!anchor || now() - litAt < sendEveryMs) return;
    litAt = now();
    lit = true;
    send({ type: 'drawing.laser', spot: { on: anchor.on, at: partOf(anchor.box, at) } });
  }
  function dark() {
    if (lit) send({ type: 'drawing.laser', spot: null });
    lit = false;
    litAt = -Infinity;
  }
  /** What it is drawn around counts, not where it began; of an arrow it is what its tip points at. */
  function settle(one: Stroke) {
    const box = boxOf(one.on);
    if (!box) return;
    const pixels = one.points.map((point) => pixelOf(box, point));
    const around = boxAround(pixels);
    const middle = { x: around.left + around.width / 2, y: around.top + around.height / 2 };
    const at = one.tool === 'arrow' ? (pixels.at(-1) ?? middle) : middle;
    const all = anchorsAt(at);
    const fit = one.tool === 'arrow' ? all[0] : bestFit(all, around);
    if (fit) Object.assign(one, { on: fit.on, points: pixels.map((pixel) => partOf(fit.box, pixel)) });
    send(whole(one));
  }

  return {
    down({ tool, text }, at) {
      const [anchor] = anchorsAt(at);
      if (!anchor || tool === 'laser') return;
      const { on, box } = anchor;
      const point = partOf(box, at);
      if (tool === 'highlight') {
        const corners: DrawingPoint[] = [
          [0, 0],
          [1, 1],
        ];
        return send({ type: 'drawing.put', id: nextId(), tool, on, points: corners, text: '' });
      }
      if (tool === 'text') {
        const words = text.trim().slice(0, drawingLimits.textChars);
        if (words !== '') send({ type: 'drawing.put', id: nextId(), tool, on, points: [point], text: words });
        return;
      }
      stroke = { id: nextId(), tool, on, points: [point], last: at, sent: 0, sentAt: -Infinity };
      if (isLine(stroke)) say(stroke);
    },
    move({ tool }, at) {
      if (tool === 'laser') return shine(at);
      const box = stroke && boxOf(stroke.on);
      if (!stroke || !box || Math.hypot(at.x - stroke.last.x, at.y - stroke.last.y) < stepPixels) return;
      const point = partOf(box, at);
      const [first] = stroke.points;
      if (!first) return;
      if (isLine(stroke)) {
        if (stroke.points.length >= drawingLimits.pointsPerStroke) return;
        stroke.points = [...stroke.points, point];
        stroke.last = at;
      } else {
        const from = pixelOf(box, first);
        if (stroke.sent === 0 && Math.hypot(at.x - from.x, at.y - from.y) < shapePixels) return;
        stroke.points = [first, point];
        stroke.last = at;
      }
      if (now() - stroke.sentAt >= sendEveryMs) say(stroke);
    },
    up() {
      const one = stroke;
      stroke = null;
      // A shape that was not begun is a click by mistake.
      if (one && (isLine(one) || one.points.length > 1)) settle(one);
    },
    leave() {
      dark();
      const one = stroke;
      stroke = null;
      if (one && one.sent > 0) settle(one);
    },
  };
}
