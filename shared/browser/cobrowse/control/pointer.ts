import type { ControlCommand } from '../../../protocol/peer.ts';
import { deepContains, deepParent } from './deep.ts';
import { focusByPointer } from './focus.ts';
import type { Natives } from './natives.ts';
import { hostPointerId, type PointerCapture } from './pointer-capture.ts';
import { isRange, setRangeByPointer } from './range.ts';
import type { Place } from './target.ts';

type PointerCommand = Extract<ControlCommand, { type: 'control.pointer' }>;

export interface Pointer {
  run(command: PointerCommand, place: Place): void;
  /** Ends whatever is under way: buttons up without a click. */
  release(): void;
}

/** The host's mouse: pointer and mouse events in the order of a real one, focus, and what a click does. */
export function createPointer({ natives, capture }: { natives: Natives; capture: PointerCapture }): Pointer {
  let over: Element | null = null;
  let buttons = 0;
  let pressed: { target: Element; mouse: boolean } | null = null;
  let at: Place | null = null;

  function init(command: PointerCommand | null, { element, x, y }: Place, detail: number): PointerEventInit {
    const { alt = false, ctrl = false, meta = false, shift = false } = command?.modifiers ?? {};
    return {
      bubbles: true,
      cancelable: true,
      composed: true,
      view: element.ownerDocument.defaultView,
      detail,
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
  const pointer = (type: string, target: Element, event: PointerEventInit) =>
    target.dispatchEvent(new PointerEvent(type, event));
  const mouse = (type: string, target: Element, event: MouseEventInit) =>
    target.dispatchEvent(new MouseEvent(type, event));

  function ancestors(element: Element | null): Element[] {
    const chain: Element[] = [];
    for (let node: Node | null = element; node; node = deepParent(node)) {
      if (node.nodeType === 1) chain.push(node as Element);
    }
    return chain;
  }

  /** over/out bubble; enter/leave go to each element that was entered or left. */
  function moveOver(next: Element | null, event: PointerEventInit) {
    const last = over?.isConnected ? over : null;
    if (next === last) return;
    over = next;
    const from = ancestors(last);
    const to = ancestors(next);
    const quiet = { ...event, bubbles: false, cancelable: false };
    if (last) {
      pointer('pointerout', last, { ...event, relatedTarget: next });
      for (const left of from) if (!to.includes(left)) pointer('pointerleave', left, { ...quiet, relatedTarget: next });
      mouse('mouseout', last, { ...event, relatedTarget: next });
      for (const left of from) if (!to.includes(left)) mouse('mouseleave', left, { ...quiet, relatedTarget: next });
    }
    if (next) {
      const entered = to.filter((element) => !from.includes(element)).reverse();
      pointer('pointerover', next, { ...event, relatedTarget: last });
      for (const element of entered) pointer('pointerenter', element, { ...quiet, relatedTarget: last });
      mouse('mouseover', next, { ...event, relatedTarget: last });
      for (const element of entered) mouse('mouseenter', element, { ...quiet, relatedTarget: last });
    }
  }

  function move(command: PointerCommand | null, place: Place) {
    const target = capture.holder() ?? place.element;
    const event = { ...init(command, place, 0), button: -1 };
    moveOver(target, event);
    pointer('pointermove', target, event);
    mouse('mousemove', target, { ...event, button: 0 });
    if (buttons & 1 && isRange(pressed?.target)) setRangeByPointer(pressed.target, place.x, natives, false);
  }

  function down(command: PointerCommand, place: Place) {
    const { button } = command;
    buttons |= [1, 4, 2][button] ?? 1;
    const target = capture.holder() ?? place.element;
    const event = { ...init(command, place, 0), button };
    const allowed = pointer('pointerdown', target, event);
    pressed = { target: place.element, mouse: allowed };
    if (!allowed) return;
    if (!mouse('mousedown', target, { ...event, detail: command.count })) return;
    if (button === 0) focusByPointer(place.element, command.modifiers.shift ? null : place);
    if (button === 0 && isRange(place.element)) setRangeByPointer(place.element, place.x, natives, false);
  }

  function up(command: PointerCommand | null, place: Place, click: boolean) {
    const button = command?.button ?? 0;
    buttons &= ~([1, 4, 2][button] ?? 1);
    const target = capture.holder() ?? place.element;
    const event = { ...init(command, place, 0), button };
    const start = pressed;
    pressed = null;
    pointer('pointerup', target, event);
    if (start?.mouse !== false) mouse('mouseup', target, { ...event, detail: command?.count ?? 1 });
    capture.end();
    if (isRange(start?.target)) setRangeByPointer(start.target, place.x, natives, true);
    if (!click || !start?.target.isConnected) return;
    const clicked = ancestors(start.target).find((element) => deepContains(element, place.element));
    if (!clicked) return;
    const count = command?.count ?? 1;
    if (button === 2) return void pointer('contextmenu', clicked, { ...event, detail: 0 });
    pointer(button === 0 ? 'click' : 'auxclick', clicked, { ...event, detail: count });
    if (button === 0 && count === 2) mouse('dblclick', clicked, { ...event, detail: 2 });
  }

  return {
    run(command, place) {
      at = place;
      const { action } = command;
      // A real pointer is always over what it presses.
      if (action !== 'move' && over !== (capture.holder() ?? place.element)) move(command, place);
      if (action === 'move') move(command, place);
      if (action === 'down' || action === 'click') down(command, place);
      if (action === 'up' || action === 'click') up(command, place, true);
    },
    release() {
      if (buttons !== 0 && at) {
        buttons = 1;
        up(null, at, false);
      }
      buttons = 0;
      pressed = null;
    },
  };
}
