import type { ControlCommand } from '../../../protocol/peer.ts';
import { deepParent } from './deep.ts';
import type { Place } from './target.ts';

type WheelCommand = Extract<ControlCommand, { type: 'control.wheel' }>;

const scrolls = /^(?:auto|scroll|overlay)$/;

/** Scrolls the nearest thing around `element` that can still move that way; the page itself at last. */
export function scrollNearest(element: Element, dx: number, dy: number): void {
  for (let node: Node | null = element; node; node = deepParent(node)) {
    if (node.nodeType !== 1) continue;
    const box = node as Element;
    const root = box === box.ownerDocument.scrollingElement;
    const style = getComputedStyle(box);
    if (!root && !scrolls.test(style.overflowY) && !scrolls.test(style.overflowX)) continue;
    const { scrollLeft, scrollTop } = box;
    box.scrollBy({ left: dx, top: dy, behavior: 'instant' });
    if (box.scrollLeft !== scrollLeft || box.scrollTop !== scrollTop) return tellScrolled(box, root);
  }
}

/** A tab in the background draws no frames, and without frames a browser tells nobody of scrolling. */
function tellScrolled(box: Element, root: boolean): void {
  if (document.visibilityState === 'visible') return;
  if (root) box.ownerDocument.dispatchEvent(new Event('scroll', { bubbles: true }));
  else box.dispatchEvent(new Event('scroll'));
}

export function wheel({ dx, dy, modifiers }: WheelCommand, { element, x, y }: Place): void {
  const event = new WheelEvent('wheel', {
    deltaX: dx,
    deltaY: dy,
    clientX: x,
    clientY: y,
    altKey: modifiers.alt,
    ctrlKey: modifiers.ctrl,
    metaKey: modifiers.meta,
    shiftKey: modifiers.shift,
    bubbles: true,
    cancelable: true,
    composed: true,
    view: element.ownerDocument.defaultView,
  });
  if (element.dispatchEvent(event) && !modifiers.ctrl) scrollNearest(element, dx, dy);
}
