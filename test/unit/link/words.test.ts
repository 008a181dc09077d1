import { expect, test } from 'vitest';
import { words } from '../../../shared/browser/link/words.ts';

test('there are 256 different words of four to nine ASCII letters', () => {
  expect(new Set(words).size).toBe(256);
  for (const word of words) expect(word).toMatch(/^[a-z]{4,9}$/);
});

test('no two words are one letter apart', () => {
  for (const word of words) {
    for (const other of words) if (word !== other) expect(distance(word, other), `${word} ${other}`).toBeGreaterThan(1);
  }
});

/** Levenshtein's: how many letters must be put in, taken out or changed. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
