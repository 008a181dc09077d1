import type { ControlCommand } from '../../../protocol/peer.ts';
import { deepParent } from './deep.ts';
import { hostPointerId } from './pointer-capture.ts';
import type { Place } from './target.ts';

export type PointerCommand = Extract<ControlCommand, { type: 'control.pointer' }>;

/** What all events of one act have in common. `buttons`: those that are down, as in the DOM. */
export function pointerInit(
  command: PointerCommand | null,
  { element, x, y }: Place,
  buttons: number,
): PointerEventInit {
  const { alt = false, ctrl = false, meta = false, shift = false } = command?.modifiers ?? {};
  return {
    bubbles: true,
    cancelable: true,
    composed: true,
    view: element.ownerDocument.defaultView,
    detail: 0,
    clientX: x,
    clientY: y,
    screenX: x + window.screenX,
    screenY: y + window.screenY,
    buttons,
    altKey: alt,
    ctrlKey: ctrl,
    metaKey: meta,
    shiftKey: shift,
    pointerId: hostPointerId,
    pointerType: 'mouse',
    isPrimary: true,
  };
}

/** False when the page prevented it. */
export const firePointer = (type: string, target: Element, event: PointerEventInit): boolean =>
  target.dispatchEvent(new PointerEvent(type, event));

export const fireMouse = (type: string, target: Element, event: MouseEventInit): boolean =>
  target.dispatchEvent(new MouseEvent(type, event));

/** The element and all that it lies in, through shadow roots and frames. */
export function deepAncestors(element: Element | null): Element[] {
  const chain: Element[] = [];
  for (let node: Node | null = element; node; node = deepParent(node)) {
    if (node.nodeType === 1) chain.push(node as Element);
  }
  return chain;
}
