/**
 * Values that must not be seen, wherever a page copies them to. One pass over a text finds all of them:
 * its windows of four characters are looked up in a table of how the values begin.
 */
export interface Taint {
  /** `anywhere`: within words too; else a plain word counts as a whole only. Under four characters: nothing. */
  learn(value: string, anywhere: boolean): void;
  /** The text with a mask in the place of each value. */
  hide(text: string): string;
  holds(text: string): boolean;
  /** Is this, digits only, a value written in another way? */
  isNumber(digits: string): boolean;
}

interface Entry {
  /** Folded. */
  value: string;
  /** How much of it has been a value while it was typed. Ascending. */
  lengths: number[];
  anywhere: boolean;
}

const shortest = 4;
const longest = 256;
const mostValues = 4_000;
const mostAlike = 64;
const mark = '******';
const plainWord = /^\p{L}{1,20}$/u;
const wordChar = /[\p{L}\p{N}]/u;

/** One code unit for one, so that places in the folded text are those in the text. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
const hash = (a: number, b: number, c: number, d: number) => (a * 8_191 + b * 1_021 + c * 127 + d) & 0xffff;
const beginning = (text: string) =>
  hash(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2), text.charCodeAt(3));

export function createTaint(): Taint {
  const table = new Map<number, Entry[]>();
  const flags = new Uint8Array(0x10000);
  const numbers = new Set<string>();
  let size = 0;

  function forgetAll() {
    table.clear();
    flags.fill(0);
    size = 0;
  }

  function add(value: string, anywhere: boolean) {
    const folded = fold(value).slice(0, longest);
    const key = beginning(folded);
    const alike = table.get(key) ?? [];
    for (const entry of alike) {
      // One is typed letter by letter: it is kept once, with how long it has been.
      const grows = folded.startsWith(entry.value);
      if (!grows && !entry.value.startsWith(folded)) continue;
      if (grows) entry.value = folded;
      entry.anywhere ||= anywhere;
      if (!entry.lengths.includes(folded.length))
        entry.lengths = [...entry.lengths, folded.length].sort((a, b) => a - b);
      return;
    }
    if (size >= mostValues) forgetAll();
    alike.unshift({ value: folded, lengths: [folded.length], anywhere });
    if (alike.length > mostAlike) alike.pop();
    else size += 1;
    table.set(key, alike);
    flags[key] = 1;
  }

  /** How much of the text from `at` on is a value; 0: nothing. */
  function lengthAt(folded: string, at: number, key: number): number {
    let most = 0;
    for (const { value, lengths, anywhere } of table.get(key) ?? []) {
      let same = 0;
      while (same < value.length && value.charCodeAt(same) === folded.charCodeAt(at + same)) same += 1;
      const length = lengths.findLast((seen) => seen <= same) ?? 0;
      if (length <= most || (!anywhere && !standsAlone(folded, at, length))) continue;
      // Of a long value only the beginning is known: the rest of the text is taken for its rest.
      most = length === longest ? folded.length - at : length;
    }
    return most;
  }

  function scan(text: string, found: (start: number, end: number) => boolean): void {
    if (size === 0 || text.length < shortest) return;
    const folded = fold(text);
    let a = folded.charCodeAt(0);
    let b = folded.charCodeAt(1);
    let c = folded.charCodeAt(2);
    for (let at = 0; at + shortest <= folded.length; at++) {
      const d = folded.charCodeAt(at + 3);
      const key = hash(a, b, c, d);
      a = b;
      b = c;
      c = d;
      if (flags[key] === 0) continue;
      const length = lengthAt(folded, at, key);
      if (length === 0) continue;
      if (!found(at, at + length)) return;
      at += length - 1;
      a = folded.charCodeAt(at + 1);
      b = folded.charCodeAt(at + 2);
      c = folded.charCodeAt(at + 3);
    }
  }

  return {
    learn(raw, anywhere) {
      const value = raw.trim();
      if (value.length < shortest) return;
      add(value, anywhere);
      const digits = value.replace(/\D+/g, '');
      if (digits.length >= 6 && digits.length * 2 > value.length) {
        if (numbers.size >= mostValues) numbers.clear();
        numbers.add(digits);
        if (digits !== value) add(digits, anywhere);
      }
      if (value.length > longest || value.includes('\n'))
        for (const line of value.split('\n', 200)) if (line.trim().length >= 8) add(line.trim(), anywhere);
      const spaced = value.replace(/\s+/g, ' ');
      if (spaced !== value) add(spaced, anywhere);
      const encoded = value.length <= longest && /[^\w.~-]/.test(value) ? encode(value) : value;
      if (encoded !== value) add(encoded, true);
    },
    hide(text) {
      let result = '';
      let end = 0;
      scan(text, (start, after) => {
        result += text.slice(end, start) + mark;
        end = after;
        return true;
      });
      return end === 0 ? text : result + text.slice(end);
    },
    holds(text) {
      let any = false;
      scan(text, () => {
        any = true;
        return false;
      });
      return any;
    },
    isNumber: (digits) => numbers.has(digits),
  };
}

/** "Jana" in "Hello Jana!", not in "Janatown"; what is no plain word counts anywhere. */
function standsAlone(text: string, at: number, length: number): boolean {
  if (!plainWord.test(text.slice(at, at + length))) return true;
  return !wordChar.test(text.charAt(at - 1)) && !wordChar.test(text.charAt(at + length));
}

/** A lone half of a surrogate pair has no code in an address. */
function encode(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    return value;
  }
}
