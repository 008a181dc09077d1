import { plain } from '../../../protocol/plain-text.ts';

export interface TextHit {
  /** ms since the recording began. */
  at: number;
  /** Some of the text around what was found. */
  text: string;
}

export interface TextIndex {
  add(at: number, text: string): void;
  /** Without regard to capitals and accents; in the order of time. */
  find(text: string): TextHit[];
}

const hitsAtMost = 200;
const charsAtMost = 32 * 1024 * 1024;
/** The same words again so soon are the same sight. */
const againAfterMs = 5_000;
const timesAtMost = 20;
const around = 40;

/** Which words came to stand in the page, and when. */
export function createTextIndex(): TextIndex {
  const times = new Map<string, number[]>();
  let chars = 0;

  return {
    add(at, raw) {
      const text = raw.replace(/\s+/g, ' ').trim();
      if (text === '') return;
      const known = times.get(text);
      if (!known) {
        if (chars + text.length > charsAtMost) return;
        chars += text.length;
        times.set(text, [at]);
      } else if (known.length < timesAtMost && at - (known.at(-1) ?? 0) >= againAfterMs) known.push(at);
    },
    find(query) {
      const wanted = plain(query.trim());
      if (wanted === '') return [];
      const hits: TextHit[] = [];
      for (const [text, when] of times) {
        const found = plain(text).indexOf(wanted);
        if (found < 0) continue;
        const cut = text.slice(Math.max(0, found - around), found + wanted.length + around);
        hits.push(...when.map((at) => ({ at, text: cut })));
      }
      return hits.toSorted((a, b) => a.at - b.at).slice(0, hitsAtMost);
    },
  };
}
