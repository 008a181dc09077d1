import { deepAncestors, fireMouse, firePointer } from './pointer-event.ts';

export interface PointerOver {
  /** The pointer is over this element now, or over nothing of the page's. */
  move(next: Element | null, event: PointerEventInit): void;
  is(element: Element): boolean;
}

/** Over and out bubble; enter and leave go to each element that was entered or left. `hovered` gets the whole chain. */
export function createPointerOver(hovered: (chain: readonly Element[]) => void): PointerOver {
  let over: Element | null = null;

  function leave(last: Element, left: readonly Element[], event: PointerEventInit, quiet: PointerEventInit) {
    firePointer('pointerout', last, event);
    for (const element of left) firePointer('pointerleave', element, quiet);
    fireMouse('mouseout', last, event);
    for (const element of left) fireMouse('mouseleave', element, quiet);
  }
  function enter(next: Element, entered: readonly Element[], event: PointerEventInit, quiet: PointerEventInit) {
    firePointer('pointerover', next, event);
    for (const element of entered) firePointer('pointerenter', element, quiet);
    fireMouse('mouseover', next, event);
    for (const element of entered) fireMouse('mouseenter', element, quiet);
  }

  return {
    is: (element) => over === element,
    move(next, event) {
      const last = over?.isConnected ? over : null;
      if (next === last) return;
      over = next;
      const from = deepAncestors(last);
      const to = deepAncestors(next);
      hovered(to);
      const related = (relatedTarget: Element | null, more: PointerEventInit = {}) => ({
        ...event,
        relatedTarget,
        ...more,
      });
      const quiet = { bubbles: false, cancelable: false };
      if (last) {
        const left = from.filter((element) => !to.includes(element));
        leave(last, left, related(next), related(next, quiet));
      }
      if (next) {
        const entered = to.filter((element) => !from.includes(element)).reverse();
        enter(next, entered, related(last), related(last, quiet));
      }
    },
  };
}
