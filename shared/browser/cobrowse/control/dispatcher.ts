import type { ControlCommand, ControlRefusal } from '../../../protocol/peer.ts';
import { limits } from '../../../protocol/limits.ts';
import { choose, fill } from './choose.ts';
import { createDragAndDrop } from './drag-and-drop.ts';
import { createForbidden, type IsNoControl } from './forbidden.ts';
import { createHoverStyle } from './hover-style.ts';
import { createKeyboard } from './keyboard.ts';
import type { Natives } from './natives.ts';
import { createPointer } from './pointer.ts';
import { shimPointerCapture } from './pointer-capture.ts';
import { watchRealGestures } from './real-gesture.ts';
import { wheel } from './scroll.ts';
import { selectText } from './select-text.ts';
import type { Staleness } from './staleness.ts';
import { findTarget } from './target.ts';

export interface Dispatcher {
  /** Does what the host asks, in the page, now. Null when done. */
  run(command: ControlCommand): ControlRefusal | null;
  /** Keys and buttons up. Runs by itself when nothing has come for the length of a lease. */
  release(): void;
  stop(): void;
}

export interface DispatcherDeps {
  documentId: string;
  natives: Natives;
  staleness: Staleness;
  nodeOf(id: number): Node | null;
  /** The customer has to press here; null: nobody knows where. `id`: the command that led to it, maybe a moment ago. */
  needsCustomer(id: number, element: Element | null): void;
  /** Zones that the site keeps from control, marked in the page or by its policy. */
  isNoControl: IsNoControl;
}

type Pointed = Exclude<Extract<ControlCommand, { at: unknown }>, { type: 'control.ask' }>;

/** The host's hands in the page's MAIN world. Who may use them is decided before a command gets here. */
export function createDispatcher({
  documentId,
  natives,
  staleness,
  nodeOf,
  needsCustomer,
  isNoControl,
}: DispatcherDeps): Dispatcher {
  const forbidden = createForbidden(isNoControl);
  const capture = shimPointerCapture();
  const hoverStyle = createHoverStyle();
  const drag = createDragAndDrop();
  const pointer = createPointer({ natives, capture, drag, hovered: hoverStyle.hovered });
  const keyboard = createKeyboard({ natives, forbidden });
  /** What was pressed last: where a page that wants a gesture wants it. */
  let pressed: Element | null = null;
  const gestures = watchRealGestures((id, element) => needsCustomer(id, element ?? pressed));
  let letGo: ReturnType<typeof setTimeout> | undefined;

  function release() {
    clearTimeout(letGo);
    pointer.release();
    keyboard.release();
  }

  function pointed(command: Pointed): ControlRefusal | null {
    // A held button drags over whatever comes: only the press itself must hit what was meant.
    const action = command.type === 'control.pointer' ? command.action : null;
    const dragging = action === 'move' || action === 'up';
    const deps = { nodeOf, staleness, forbidden: command.type === 'control.wheel' ? () => null : forbidden };
    const found = findTarget(command.at, dragging ? null : command.seq, deps);
    if (!found.ok) {
      // Held down for ever is worse than let go at the wrong place.
      if (action === 'up') pointer.release();
      // Passing over something is no act that could be refused.
      return action === 'move' ? null : found.code;
    }
    if (!dragging) staleness.acted(command.at.node);
    const { place } = found;
    if (!dragging) pressed = place.element;
    switch (command.type) {
      case 'control.pointer':
        pointer.run(command, place);
        return null;
      case 'control.wheel':
        wheel(command, place);
        return null;
      case 'control.choose':
        return choose(place.element.closest('select') ?? place.element, command.options, natives);
      case 'control.fill':
        return fill(place.element, command.value, natives);
    }
  }

  /** Also what no host may press can be pointed out to the customer. */
  function ask({ id, at }: Extract<ControlCommand, { type: 'control.ask' }>): ControlRefusal | null {
    const node = nodeOf(at.node);
    if (node?.nodeType !== 1 || !node.isConnected) return 'gone';
    needsCustomer(id, node as Element);
    return null;
  }

  function act(command: ControlCommand): ControlRefusal | null {
    switch (command.type) {
      case 'control.pointer':
      case 'control.wheel':
      case 'control.choose':
      case 'control.fill':
        return pointed(command);
      case 'control.key':
        return keyboard.key(command);
      case 'control.text':
        return keyboard.text(command);
      case 'control.select':
        return drag.active() ? null : selectText(command, nodeOf);
      case 'control.ask':
        return ask(command);
    }
  }

  return {
    run(command) {
      if (command.documentId !== documentId) return 'gone';
      clearTimeout(letGo);
      letGo = setTimeout(release, limits.leaseMs);
      return gestures.during(command.id, () => act(command));
    },
    release,
    stop() {
      release();
      capture.stop();
      gestures.stop();
      hoverStyle.stop();
    },
  };
}
