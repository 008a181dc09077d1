import { win } from './user32.ts';

/** Windows' numbers for keys that type nothing, by their names in KeyboardEvent.key. */
const named: Record<string, number> = {
  Backspace: 0x08,
  Tab: 0x09,
  Enter: 0x0d,
  Pause: 0x13,
  CapsLock: 0x14,
  Escape: 0x1b,
  PageUp: 0x21,
  PageDown: 0x22,
  End: 0x23,
  Home: 0x24,
  ArrowLeft: 0x25,
  ArrowUp: 0x26,
  ArrowRight: 0x27,
  ArrowDown: 0x28,
  PrintScreen: 0x2c,
  Insert: 0x2d,
  Delete: 0x2e,
  Meta: 0x5b,
  ContextMenu: 0x5d,
  NumLock: 0x90,
  ScrollLock: 0x91,
  Shift: 0xa0,
  Control: 0xa2,
  Alt: 0xa4,
  AltGraph: 0xa5,
};

const byPlace: Record<string, number> = {
  ShiftRight: 0xa1,
  ControlRight: 0xa3,
  AltRight: 0xa5,
  MetaRight: 0x5c,
  Space: 0x20,
};

/** The two halves of Shift, Control and Alt have numbers of their own; these are either, and say nothing new. */
const either = new Set([0x10, 0x11, 0x12]);
const firstKey = 0x08;
const lastKey = 0xfe;
export const modifiers: readonly number[] = [0x5b, 0x5c, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5];

export function virtualKey(key: string, code: string): number | null {
  const f = /^F([1-9]|1\d|2[0-4])$/.exec(key);
  if (f) return 0x70 + Number(f[1]) - 1;
  const known = byPlace[code] ?? named[key];
  if (known !== undefined) return known;
  // In the person's own layout: Ctrl+Z is where their Z is.
  const found = key.length === 1 ? win.vkOf(key.toLowerCase().charCodeAt(0)) : -1;
  if (found !== -1) return found & 0xff;
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  return place === undefined ? null : place.charCodeAt(0);
}

export function keysDown(): number[] {
  const keys = Array.from({ length: lastKey - firstKey + 1 }, (_, index) => firstKey + index);
  return keys.filter((key) => !either.has(key) && (win.keyState(key) & 0x8000) !== 0);
}

/** Left, middle, right, back, forward. */
const mouseKeys = [0x01, 0x04, 0x02, 0x05, 0x06];

export function buttonsDown(): number[] {
  return mouseKeys.flatMap((key, button) => ((win.keyState(key) & 0x8000) !== 0 ? [button] : []));
}
