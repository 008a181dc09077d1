import { expect, test } from 'vitest';
import { createKeptSheets } from '../../../shared/browser/cobrowse/sanitise/css/kept-sheets.ts';
import { safeCss } from '../../../shared/browser/cobrowse/sanitise/css/safe-css.ts';

const sheet = (name: string, chars: number) => `.${name}:hover { background: url("http://x/") }`.repeat(chars / 40);

test('a sheet is cleaned once, and what comes out is the same', () => {
  const asked: string[] = [];
  const sheets = createKeptSheets((css) => {
    asked.push(css);
    return safeCss(css, { closed: true });
  });
  const [one, other] = [sheet('one', 8_000), sheet('other', 8_000)];
  const first = sheets.clean(one);
  sheets.clean(other);
  expect(sheets.clean(one)).toBe(first);
  expect(first).toBe(safeCss(one, { closed: true }));
  expect(asked).toEqual([one, other]);
});

test('what is kept has a limit, and the oldest goes first', () => {
  let asked = 0;
  const sheets = createKeptSheets((css) => {
    asked += 1;
    return css;
  });
  const many = Array.from({ length: 40 }, (_, at) => sheet(`n${at}`, 400_000));
  for (const one of many) sheets.clean(one);
  expect(sheets.chars).toBeLessThanOrEqual(16 * 1024 * 1024);
  expect(asked).toBe(40);
  sheets.clean(many.at(-1) ?? '');
  expect(asked).toBe(40);
  sheets.clean(many[0] ?? '');
  expect(asked).toBe(41);
});

test('short ones are not kept', () => {
  const sheets = createKeptSheets();
  sheets.clean('a { color: red }');
  expect(sheets.chars).toBe(0);
});
