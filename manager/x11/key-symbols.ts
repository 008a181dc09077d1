/** X's numbers for keys that type nothing, by their names in KeyboardEvent.key; left and right by KeyboardEvent.code. */
const named: Record<string, number> = {
  Backspace: 0xff08,
  Tab: 0xff09,
  Enter: 0xff0d,
  Pause: 0xff13,
  ScrollLock: 0xff14,
  Escape: 0xff1b,
  Home: 0xff50,
  ArrowLeft: 0xff51,
  ArrowUp: 0xff52,
  ArrowRight: 0xff53,
  ArrowDown: 0xff54,
  PageUp: 0xff55,
  PageDown: 0xff56,
  End: 0xff57,
  PrintScreen: 0xff61,
  Insert: 0xff63,
  ContextMenu: 0xff67,
  NumLock: 0xff7f,
  Shift: 0xffe1,
  Control: 0xffe3,
  CapsLock: 0xffe5,
  Alt: 0xffe9,
  Meta: 0xffeb,
  AltGraph: 0xfe03,
  Delete: 0xffff,
};

const byPlace: Record<string, number> = {
  NumpadEnter: 0xff8d,
  ShiftRight: 0xffe2,
  ControlRight: 0xffe4,
  AltRight: 0xffea,
  MetaRight: 0xffec,
};

/** Letters that Latin-2 keyboards have under numbers of their own, older than Unicode. */
const latin2 =
  'Ą1a1Ł1a3Ľ1a5Ś1a6Š1a9Ş1aaŤ1abŹ1acŽ1aeŻ1afą1b1ł1b3ľ1b5ś1b6š1b9ş1bať1bbź1bcž1beż1bfŔ1c0Ă1c3Ĺ1c5Ć1c6Č1c8Ę1caĚ1ccĎ1cfĐ1d0Ń1d1Ň1d2Ő1d5Ř1d8Ů1d9Ű1dbŢ1deŕ1e0ă1e3ĺ1e5ć1e6č1e8ę1eaě1ecď1efđ1f0ń1f1ň1f2ő1f5ř1f8ů1f9ű1fbţ1fe';
const legacy = new Map(
  [...latin2.matchAll(/(.)(1[0-9a-f]{2})/gu)].map(([, letter = '', hex = '']) => [letter, Number.parseInt(hex, 16)]),
);
legacy.set('€', 0x20ac);

const unicode = 0x0100_0000;
const lineFeeds = new Map([
  ['\n', 0xff0d],
  ['\r', 0xff0d],
  ['\t', 0xff09],
]);

/** All numbers that a keyboard may have this character under; the first is good on any. */
export function symbolsOf(character: string): number[] {
  const point = character.codePointAt(0) ?? 0;
  const special = lineFeeds.get(character);
  if (special !== undefined) return [special];
  const latin1 = (point >= 0x20 && point < 0x7f) || (point >= 0xa0 && point <= 0xff);
  const old = legacy.get(character);
  return [latin1 ? point : unicode | point, ...(old === undefined ? [] : [old])];
}

/** The number of a key that types nothing; null: it types something, or is not known. */
export function namedSymbol(key: string, code: string): number | null {
  const f = /^F([1-9]|1\d|2[0-4])$/.exec(key);
  if (f) return 0xffbe + Number(f[1]) - 1;
  return byPlace[code] ?? named[key] ?? null;
}
