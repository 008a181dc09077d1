import { deepContains } from './deep.ts';
import type { DragAndDrop } from './drag-and-drop.ts';
import { focusByPointer } from './focus.ts';
import { markByClicks } from './mark-by-clicks.ts';
import type { Natives } from './natives.ts';
import type { PointerCapture } from './pointer-capture.ts';
import { deepAncestors, fireMouse, firePointer, type PointerCommand, pointerInit } from './pointer-event.ts';
import { createPointerOver } from './pointer-over.ts';
import { isRange, setRangeByPointer } from './range.ts';
import type { Place } from './target.ts';

export interface Pointer {
  run(command: PointerCommand, place: Place): void;
  /** Ends whatever is under way: buttons up without a click, nothing dropped. */
  release(): void;
}

export interface PointerDeps {
  natives: Natives;
  capture: PointerCapture;
  drag: DragAndDrop;
  /** The chain of elements under the pointer, innermost first. */
  hovered(chain: readonly Element[]): void;
}

/** By `button`: bits in `buttons`. */
const bits = [1, 4, 2];

/** A browser tells neither a disabled control nor what lies around it of presses and clicks. */
const isDead = (element: Element) =>
  element.closest('button, input, select, textarea, option, optgroup, fieldset')?.matches(':disabled') === true;

/** The host's mouse: pointer and mouse events in the order of a real one, focus, and what a click does. */
export function createPointer({ natives, capture, drag, hovered }: PointerDeps): Pointer {
  const over = createPointerOver(hovered);
  let buttons = 0;
  let pressed: { target: Element; mouse: boolean } | null = null;
  let at: Place | null = null;

  function move(command: PointerCommand | null, place: Place) {
    const target = capture.holder() ?? place.element;
    const event = { ...pointerInit(command, place, buttons), button: -1 };
    if (buttons & 1 && drag.move(place, event)) return;
    over.move(target, event);
    firePointer('pointermove', target, event);
    fireMouse('mousemove', target, { ...event, button: 0 });
    if (buttons & 1 && isRange(pressed?.target)) setRangeByPointer(pressed.target, place.x, natives, false);
  }

  function down(command: PointerCommand, place: Place) {
    const { button, count } = command;
    buttons |= bits[button] ?? 1;
    const target = capture.holder() ?? place.element;
    const event = { ...pointerInit(command, place, buttons), button };
    const allowed = firePointer('pointerdown', target, event);
    pressed = { target: place.element, mouse: allowed };
    if (!allowed || isDead(target)) return;
    if (!fireMouse('mousedown', target, { ...event, detail: count })) return;
    if (button !== 0) return;
    focusByPointer(place.element, command.modifiers.shift ? null : place);
    markByClicks(place, count);
    if (isRange(place.element)) setRangeByPointer(place.element, place.x, natives, false);
    drag.press(place);
  }

  function up(command: PointerCommand | null, place: Place, click: boolean) {
    const button = command?.button ?? 0;
    buttons &= ~(bits[button] ?? 1);
    const target = capture.holder() ?? place.element;
    const event = { ...pointerInit(command, place, buttons), button };
    const start = pressed;
    pressed = null;
    if (click ? drag.up(place, event) : drag.active()) return drag.cancel();
    firePointer('pointerup', target, event);
    if (start?.mouse !== false && !isDead(target))
      fireMouse('mouseup', target, { ...event, detail: command?.count ?? 1 });
    capture.end();
    if (isRange(start?.target)) setRangeByPointer(start.target, place.x, natives, true);
    if (click && start?.target.isConnected) clickOn(start.target, place.element, command, event);
  }

  function clickOn(from: Element, to: Element, command: PointerCommand | null, event: PointerEventInit) {
    const clicked = deepAncestors(from).find((element) => deepContains(element, to));
    if (!clicked || isDead(clicked)) return;
    const { button = 0, count = 1 } = command ?? {};
    if (button === 2) return void firePointer('contextmenu', clicked, event);
    firePointer(button === 0 ? 'click' : 'auxclick', clicked, { ...event, detail: count });
    if (button === 0 && count === 2) fireMouse('dblclick', clicked, { ...event, detail: 2 });
  }

  return {
    run(command, place) {
      at = place;
      const { action } = command;
      // A real pointer is always over what it presses.
      if (action !== 'move' && !drag.active() && !over.is(capture.holder() ?? place.element)) move(command, place);
      if (action === 'move') move(command, place);
      if (action === 'down' || action === 'click') down(command, place);
      if (action === 'up' || action === 'click') up(command, place, true);
    },
    release() {
      if (buttons !== 0 && at) {
        buttons = 1;
        up(null, at, false);
      }
      drag.cancel();
      buttons = 0;
      pressed = null;
    },
  };
}
