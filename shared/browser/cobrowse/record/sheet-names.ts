import {
  namedCharsAtMost,
  type NamedSheet,
  partsAtMost,
  plainSheet,
  sheetReference,
  withoutMarks,
} from '../wire/sheet-references.ts';

export interface SheetNames {
  /** What stands in an event for a text in parts: itself, or their names when it is long. Each part is told as it comes. */
  put(parts: Iterable<string>): string;
  /** Tells those that have not been told. What comes after is another batch, which has to tell what it names itself. */
  end(): void;
  /** Of what was named nothing will be sent. */
  drop(): void;
}

/** Shorter ones are not worth a name. */
const longChars = 1_024;

/** So much is told before the rest of the batch is made: on its way it takes as much work as that. */
const earlyChars = 32 * 1024;

/** Sheets are most of a page's first picture and the same on each of a site's pages; by name they travel once. */
export function createSheetNames(tell: (sheets: NamedSheet[]) => void): SheetNames {
  const named = new Set<string>();
  let untold: NamedSheet[] = [];
  let chars = 0;

  function tellNow() {
    const sheets = untold;
    untold = [];
    chars = 0;
    if (sheets.length > 0) tell(sheets);
  }
  function nameFor(text: string): string {
    const name = nameOf(text);
    if (named.has(name)) return name;
    named.add(name);
    untold.push([name, text]);
    chars += text.length;
    if (chars >= earlyChars) tellNow();
    return name;
  }
  return {
    put(parts) {
      const texts: string[] = [];
      const names: string[] = [];
      let length = 0;
      for (const part of parts) {
        const text = withoutMarks(part);
        texts.push(text);
        length += text.length;
        const isShort = texts.length === 1 && text.length < longChars;
        if (!isShort && length <= namedCharsAtMost && texts.length <= partsAtMost) names.push(nameFor(text));
      }
      return names.length < texts.length ? plainSheet(texts.join('')) : sheetReference(names);
    },
    end() {
      tellNow();
      named.clear();
    },
    drop() {
      untold = [];
      chars = 0;
      named.clear();
    },
  };
}

/** 64 bits of two multiplicative hashes; who makes two texts of one name spoils only their own mirror. */
function nameOf(text: string): string {
  let [a, b] = [1, 2];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x9e3779b1) ^ (a >>> 15);
    b = Math.imul((b << 5) ^ (b >>> 27) ^ code, 0x85ebca6b);
  }
  return [a, b].map((part) => (part >>> 0).toString(36).padStart(7, '0')).join('');
}
