import type { PageAnchor } from '../../../protocol/drawing.ts';
import type { Box } from '../../drawing/box.ts';
import type { Anchored } from '../../drawing/pen.ts';
import { deepParent } from '../control/deep.ts';
import { pointIn } from './point-in.ts';

/** Where an element is in the viewport of `outermost`; null: nowhere. */
export function boxIn(element: Element, outermost: Document): Box | null {
  const from = element.isConnected ? pointIn(element, 0, 0, outermost) : null;
  const to = from && pointIn(element, 1, 1, outermost);
  if (!from || !to || (to.x === from.x && to.y === from.y)) return null;
  return { left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y };
}

/** The element and those around it, innermost first: what a drawing there could lie on. */
export function anchorsAround(
  innermost: Element,
  outermost: Document,
  anchorOf: (element: Element) => PageAnchor | null,
): Anchored[] {
  const found: Anchored[] = [];
  for (let at: Node | null = innermost; at; at = deepParent(at)) {
    if (at.nodeType !== 1) continue;
    const on = anchorOf(at as Element);
    const box = on && boxIn(at as Element, outermost);
    if (on && box) found.push({ on, box });
  }
  return found;
}
