import type { ControlCommand, ControlRefusal } from '../../../protocol/peer.ts';
import { deepActiveElement } from './deep.ts';
import { edit } from './edit.ts';
import { keyDefault, type KeyDefaultDeps } from './key-default.ts';
import type { Natives } from './natives.ts';
import type { Forbidden } from './forbidden.ts';

type KeyCommand = Extract<ControlCommand, { type: 'control.key' }>;
type TextCommand = Extract<ControlCommand, { type: 'control.text' }>;

export interface Keyboard {
  key(command: KeyCommand): ControlRefusal | null;
  text(command: TextCommand): ControlRefusal | null;
  /** Lets go of every key that is down. */
  release(): void;
}

const legacyCodes: Readonly<Record<string, number>> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Shift: 16,
  Control: 17,
  Alt: 18,
  Escape: 27,
  ' ': 32,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Delete: 46,
};
const legacyCode = (key: string) => legacyCodes[key] ?? (key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0);

/** The host's keyboard, typing into whatever has focus in the page. */
export function createKeyboard({ natives, forbidden }: { natives: Natives; forbidden: Forbidden }): Keyboard {
  const deps: KeyDefaultDeps = { natives, mayPress: (control) => forbidden(control) === null };
  const down = new Map<string, KeyboardEventInit>();

  /** What has focus: keys go there and nowhere else. */
  const focused = () => deepActiveElement(document) ?? document.body;
  function init({ key, code, repeat, modifiers }: KeyCommand): KeyboardEventInit {
    const { alt, ctrl, meta, shift } = modifiers;
    const legacy = legacyCode(key);
    return {
      key,
      code,
      repeat,
      altKey: alt,
      ctrlKey: ctrl,
      metaKey: meta,
      shiftKey: shift,
      bubbles: true,
      cancelable: true,
      composed: true,
      keyCode: legacy,
      which: legacy,
    };
  }

  return {
    key(command) {
      const target = focused();
      const kept = forbidden(target);
      // Whatever holds the focus, a host may go on to the next field.
      if (kept && command.key !== 'Tab') return kept;
      const event = init(command);
      if (command.action === 'up') {
        down.delete(command.code);
        target.dispatchEvent(new KeyboardEvent('keyup', event));
        return null;
      }
      down.set(command.code, event);
      let allowed = target.dispatchEvent(new KeyboardEvent('keydown', event));
      const printable = command.key.length === 1 || command.key === 'Enter';
      if (allowed && printable && !event.ctrlKey && !event.metaKey) {
        const charCode = command.key === 'Enter' ? 13 : command.key.charCodeAt(0);
        const press = { ...event, charCode, keyCode: charCode, which: charCode };
        allowed = target.dispatchEvent(new KeyboardEvent('keypress', press));
      }
      // The page may have moved focus in its handlers: what the key does, it does there.
      const after = focused();
      if (allowed && (command.key === 'Tab' || !forbidden(after))) keyDefault(after, command, deps);
      return null;
    },
    text({ text, how }) {
      const target = focused();
      const kept = forbidden(target);
      if (kept) return kept;
      const done = edit(target, how === 'pasted' ? 'insertFromPaste' : 'insertText', text, natives);
      return done ? null : 'impossible';
    },
    release() {
      const target = deepActiveElement(document) ?? document.body;
      for (const event of down.values()) target.dispatchEvent(new KeyboardEvent('keyup', event));
      down.clear();
    },
  };
}
