/** Codes of X for keys by their place, from KeyboardEvent.code: the kernel's numbers and eight. */
const rows: [first: number, codes: string][] = [
  [10, 'Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal'],
  [24, 'KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight'],
  [38, 'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backquote'],
  [51, 'Backslash KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash'],
  [79, 'Numpad7 Numpad8 Numpad9 NumpadSubtract Numpad4 Numpad5 Numpad6 NumpadAdd Numpad1 Numpad2 Numpad3'],
  [90, 'Numpad0 NumpadDecimal'],
  [94, 'IntlBackslash'],
  [63, 'NumpadMultiply'],
  [65, 'Space'],
  [106, 'NumpadDivide'],
];

export const keyPlaces: ReadonlyMap<string, number> = new Map(
  rows.flatMap(([first, codes]) => codes.split(' ').map((code, index): [string, number] => [code, first + index])),
);
