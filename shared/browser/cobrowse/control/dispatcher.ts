import type { ControlCommand, ControlRefusal } from '../../../protocol/peer.ts';
import { limits } from '../../../protocol/limits.ts';
import { choose, fill } from './choose.ts';
import { createKeyboard } from './keyboard.ts';
import type { Natives } from './natives.ts';
import { createPointer } from './pointer.ts';
import { shimPointerCapture } from './pointer-capture.ts';
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
}

/** The host's hands in the page's MAIN world. Who may use them is decided before a command gets here. */
export function createDispatcher({ documentId, natives, staleness, nodeOf }: DispatcherDeps): Dispatcher {
  const capture = shimPointerCapture();
  const pointer = createPointer({ natives, capture });
  const keyboard = createKeyboard(natives);
  let letGo: ReturnType<typeof setTimeout> | undefined;

  function release() {
    clearTimeout(letGo);
    pointer.release();
    keyboard.release();
  }

  function pointed(command: Extract<ControlCommand, { at: unknown }>): ControlRefusal | null {
    // A held button drags over whatever comes: only the press itself must hit what was meant.
    const dragging = command.type === 'control.pointer' && command.action !== 'down' && command.action !== 'click';
    const found = findTarget(command.at, dragging ? Infinity : command.seq, { nodeOf, staleness });
    if (!found.ok) return found.code;
    if (!dragging) staleness.acted(command.at.node);
    const { place } = found;
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

  return {
    run(command) {
      if (command.documentId !== documentId) return 'gone';
      clearTimeout(letGo);
      letGo = setTimeout(release, limits.leaseMs);
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
          return selectText(command, nodeOf);
      }
    },
    release,
    stop() {
      release();
      capture.stop();
    },
  };
}
