import type { Target } from '../../../protocol/peer.ts';
import { deepElementFromPoint } from '../control/deep.ts';
import { frameAndNode } from '../frames/frame-ids.ts';
import type { MirrorEngine } from './mirror-engine.ts';

export interface Hit {
  element: Element;
  target: Target;
  /** In the viewport of the element's own document. */
  x: number;
  y: number;
}

/** What lies at a point of the mirrored viewport, and where in it; through shadow roots and frames. */
export function hitTest(engine: MirrorEngine, x: number, y: number): Hit | null {
  const doc = engine.frame.contentDocument;
  let element = doc && deepElementFromPoint(doc, x, y, true);
  // The player's own additions have no id.
  while (element && engine.idOf(element) < 1) element = element.parentElement;
  if (!element) return null;
  const inner = toInner(element, x, y);
  const box = element.getBoundingClientRect();
  const part = (at: number, size: number) => (size > 0 ? Math.min(1, Math.max(0, at / size)) : 0);
  const target = {
    ...frameAndNode(engine.idOf(element)),
    fx: part(inner.x - box.left, box.width),
    fy: part(inner.y - box.top, box.height),
  };
  return { element, target, ...inner };
}

/** A point of the outermost viewport in that of the frame which holds `element`. */
function toInner(element: Element, x: number, y: number): { x: number; y: number } {
  const frame = element.ownerDocument.defaultView?.frameElement;
  // The outermost frame is the player's own.
  if (!frame || frame.ownerDocument === document) return { x, y };
  const outer = toInner(frame, x, y);
  const box = frame.getBoundingClientRect();
  return { x: outer.x - box.left - frame.clientLeft, y: outer.y - box.top - frame.clientTop };
}

/** The caret at a point: a text node and a place in it. */
export function caretAt(
  engine: MirrorEngine,
  { element, x, y }: Hit,
): { frame: number; node: number; offset: number } | null {
  const doc = element.ownerDocument;
  const position = doc.caretPositionFromPoint?.(x, y);
  const range = position ? null : doc.caretRangeFromPoint?.(x, y);
  const node = position?.offsetNode ?? range?.startContainer;
  const id = node ? engine.idOf(node) : -1;
  return id < 1 ? null : { ...frameAndNode(id), offset: position?.offset ?? range?.startOffset ?? 0 };
}
