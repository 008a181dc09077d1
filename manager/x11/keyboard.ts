import { setTimeout as sleep } from 'node:timers/promises';
import type { Press } from '../desk/desk.ts';
import type { XConnection } from './connection.ts';
import { codeOf, freeCodes, type KeyMap, type Stroke, strokeFor } from './key-map.ts';
import { keyPlaces } from './key-places.ts';
import { namedSymbol, symbolsOf } from './key-symbols.ts';

const shift = 0xffe1;
const altGr = 0xfe03;
const capsLock = 2;
const mappingNotify = 'MappingNotify';
/** Programs read a changed key map some time after it has changed; at 60 ms some still have the old one. */
const settleMs = 120;

export interface Keyboard {
  keyCode(key: string, code: string): Promise<number | null>;
  type(text: string, held: ReadonlySet<number>, press: Press): Promise<void>;
  /** Gives the borrowed keys back. */
  restore(): Promise<void>;
}

/**
 * Types any text. What the person's layout has is typed with it; for the rest, keys that mean nothing are given
 * the character, all of a text at once, and keep it until they are needed for another.
 */
export function createKeyboard(x: XConnection): Keyboard {
  const { client, firstKey, lastKey } = x;
  let map: Promise<KeyMap> | null = null;
  /** By character, the one used longest ago first. */
  const borrowed = new Map<string, number>();

  x.onEvent(({ name }) => {
    if (name === mappingNotify) map = null;
  });
  const readMap = () => (map ??= x.ask(client.GetKeyboardMapping, firstKey, lastKey - firstKey + 1));

  const bind = (code: number, symbol: number) =>
    client.ChangeKeyboardMapping(
      code,
      8,
      Array.from({ length: 8 }, () => symbol),
    );

  /** Sees to it that each of these characters, no more than there are keys, has one. */
  async function borrow(characters: ReadonlySet<string>): Promise<void> {
    const missing = [...characters].filter((character) => !borrowed.has(character));
    for (const character of characters) {
      const code = borrowed.get(character);
      if (code === undefined) continue;
      borrowed.delete(character);
      borrowed.set(character, code);
    }
    if (missing.length === 0) return;
    const taken = new Set(borrowed.values());
    const free = freeCodes(await readMap(), firstKey).filter((code) => !taken.has(code));
    for (const character of missing) {
      const code = free.pop() ?? giveUpOldest(characters);
      if (code === null) return;
      const [symbol = 0] = symbolsOf(character);
      bind(code, symbol);
      borrowed.set(character, code);
    }
    await x.settled();
    await sleep(settleMs);
  }

  function giveUpOldest(needed: ReadonlySet<string>): number | null {
    for (const [character, code] of borrowed) {
      if (needed.has(character)) continue;
      borrowed.delete(character);
      return code;
    }
    return null;
  }

  /** How each character is typed with the person's own keys; null for those that have none. */
  async function ownStrokes(characters: readonly string[]): Promise<(Stroke | null)[]> {
    const { keyMask } = await x.ask(client.QueryPointer, x.root);
    const lent = new Set(borrowed.values());
    const own = (await readMap()).map((line, row) => (lent.has(firstKey + row) ? [] : line));
    const isLocked = (keyMask & capsLock) !== 0;
    return characters.map((character) => {
      const stroke = strokeFor(own, firstKey, symbolsOf(character), (keyMask >> 13) & 3);
      const hasCase = character.toLowerCase() !== character.toUpperCase();
      return stroke && isLocked && hasCase ? { ...stroke, shift: !stroke.shift } : stroke;
    });
  }

  /** Presses one character with exactly the modifiers that it needs. */
  function strike(
    { code, shift: needsShift, third }: Stroke,
    keys: ModifierKeys,
    held: ReadonlySet<number>,
    press: Press,
  ) {
    const wanted = new Set([...(needsShift ? [keys.shift] : []), ...(third ? [keys.third] : [])]);
    const lifted = keys.all.filter((key) => held.has(key) && !wanted.has(key));
    const added = [...wanted].filter((key) => !held.has(key));
    for (const key of lifted) press(key, false);
    for (const key of added) press(key, true);
    press(code, true);
    press(code, false);
    for (const key of added.reverse()) press(key, false);
    for (const key of lifted) press(key, true);
  }

  return {
    async keyCode(key, code) {
      const known = await readMap();
      const named = namedSymbol(key, code);
      if (named !== null) return codeOf(known, firstKey, [named]);
      const isCharacter = [...key].length === 1;
      return (
        (isCharacter ? codeOf(known, firstKey, symbolsOf(key.toLowerCase())) : null) ?? keyPlaces.get(code) ?? null
      );
    },
    async type(text, held, press) {
      const characters = [...text.replaceAll('\r\n', '\n')];
      const known = await readMap();
      const keys = modifierKeys(known, firstKey);
      const own = await ownStrokes(characters);
      const most = new Set([...freeCodes(known, firstKey), ...borrowed.values()]).size;
      for (let at = 0; at < characters.length;) {
        const needed = new Set<string>();
        const end = characters.findIndex(
          (letter, index) => index >= at && !own[index] && needed.add(letter).size > most,
        );
        const next = end < 0 ? characters.length : end;
        if (next === at) throw new Error('This keyboard has no free key.');
        await borrow(new Set(characters.slice(at, next).filter((_letter, index) => !own[at + index])));
        for (let index = at; index < next; index += 1) {
          const lent = { code: borrowed.get(characters[index] ?? '') ?? 0, shift: false, third: false };
          strike(own[index] ?? lent, keys, held, press);
        }
        at = next;
      }
    },
    async restore() {
      for (const code of borrowed.values()) bind(code, 0);
      borrowed.clear();
      await x.settled();
    },
  };
}

interface ModifierKeys {
  shift: number;
  third: number;
  /** Every key whose being held would change what is typed. */
  all: number[];
}

function modifierKeys(map: KeyMap, first: number): ModifierKeys {
  const named = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].map((key) =>
    codeOf(map, first, [namedSymbol(key, '') ?? 0]),
  );
  const right = ['ShiftRight', 'ControlRight', 'AltRight', 'MetaRight'].map((code) =>
    codeOf(map, first, [namedSymbol('', code) ?? 0]),
  );
  return {
    shift: codeOf(map, first, [shift]) ?? 0,
    third: codeOf(map, first, [altGr]) ?? 0,
    all: [...named, ...right].filter((code) => code !== null),
  };
}
