/** macOS' numbers of keys, by place: they are the same in every layout. From Apple's HIToolbox/Events.h. */
const rows: [codes: string, numbers: number[]][] = [
  ['KeyA KeyS KeyD KeyF KeyH KeyG KeyZ KeyX KeyC KeyV', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ['KeyB KeyQ KeyW KeyE KeyR KeyY KeyT', [11, 12, 13, 14, 15, 16, 17]],
  [
    'Digit1 Digit2 Digit3 Digit4 Digit6 Digit5 Equal Digit9 Digit7 Minus Digit8 Digit0',
    [18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29],
  ],
  [
    'BracketRight KeyO KeyU BracketLeft KeyI KeyP Enter KeyL KeyJ Quote KeyK Semicolon',
    [30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41],
  ],
  ['Backslash Comma Slash KeyN KeyM Period Tab Space Backquote Backspace', [42, 43, 44, 45, 46, 47, 48, 49, 50, 51]],
  [
    'Escape MetaRight MetaLeft ShiftLeft CapsLock AltLeft ControlLeft ShiftRight AltRight ControlRight',
    [53, 54, 55, 56, 57, 58, 59, 60, 61, 62],
  ],
  ['F5 F6 F7 F3 F8 F9 F11 F10 F12 F4 F2 F1', [96, 97, 98, 99, 100, 101, 103, 109, 111, 118, 120, 122]],
  [
    'Home PageUp Delete End PageDown ArrowLeft ArrowRight ArrowDown ArrowUp',
    [115, 116, 117, 119, 121, 123, 124, 125, 126],
  ],
];
const places = new Map(
  rows.flatMap(([codes, numbers]) =>
    codes.split(' ').map((code, index): [string, number] => [code, numbers[index] ?? 0]),
  ),
);

export function macKey(key: string, code: string): number | null {
  return places.get(code) ?? places.get(key) ?? places.get(`${key}Left`) ?? null;
}

/** Bits of an event's flags for the keys that are held. */
const flagOf = new Map([
  [56, 0x2_0000],
  [60, 0x2_0000],
  [59, 0x4_0000],
  [62, 0x4_0000],
  [58, 0x8_0000],
  [61, 0x8_0000],
  [55, 0x10_0000],
  [54, 0x10_0000],
]);

export function flagsOf(held: Iterable<number>): number {
  let flags = 0;
  for (const key of held) flags |= flagOf.get(key) ?? 0;
  return flags;
}

export const macKeys: readonly number[] = [...places.values()];
