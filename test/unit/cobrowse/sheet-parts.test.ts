import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createCssFilter } from '../../../shared/browser/cobrowse/filter/css-filter.ts';
import { cssParts } from '../../../shared/browser/cobrowse/filter/css-parts.ts';
import { createNames } from '../../../shared/browser/cobrowse/filter/names.ts';
import { createSheetNames } from '../../../shared/browser/cobrowse/record/sheet-names.ts';
import { isReadable, sheetParts, sheetText } from '../../../shared/browser/cobrowse/record/sheet-text.ts';
import { createKeptSheets } from '../../../shared/browser/cobrowse/sanitise/css/kept-sheets.ts';
import { safeCss } from '../../../shared/browser/cobrowse/sanitise/css/safe-css.ts';
import { createBodyReader, createBodyWriter, LostThread } from '../../../shared/browser/cobrowse/wire/body.ts';
import { createKnownSheets } from '../../../shared/browser/cobrowse/wire/known-sheets.ts';
import { packSheets } from '../../../shared/browser/cobrowse/wire/pack-sheets.ts';
import { betweenParts, type NamedSheet, partsAtMost } from '../../../shared/browser/cobrowse/wire/sheet-references.ts';

const file = fileURLToPath(
  new URL('../../../node_modules/startbootstrap-sb-admin-2/css/sb-admin-2.css', import.meta.url),
);
/** Rules as a browser gives them: one text each, without comments. */
const rules = readFileSync(file, 'utf8')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .split(/\n(?=[^\s}])/);
const long = { cssRules: rules.map((cssText) => ({ cssText })) } as unknown as CSSStyleSheet;

function createFilter(most: number) {
  const hidden = () => false;
  return createCssFilter({
    names: createNames({ all: false, hidden, isLoose: () => false }),
    ...{ hidden, state: (name) => name, drawn: (text) => text, attributeValue: (_name, value) => value },
    ...{ asset: (url, kind) => `asset:${kind}${url.length}`, most },
  });
}
const filtered = (most: number) => cssParts(createFilter(most), sheetParts(long), undefined, most);

test('a long sheet is read in parts of whole rules that are the sheet; a short one, and an empty one, in one', () => {
  const parts = [...sheetParts(long)];
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.join('')).toBe(sheetText(long));
  expect([...sheetParts({ cssRules: [] } as unknown as CSSStyleSheet)]).toEqual(['']);
});

test('a rule that a page has made unreadable is left out, and the rest is read', () => {
  const odd = Object.defineProperty({}, 'cssText', {
    get() {
      throw new TypeError('odd');
    },
  });
  const sheet = { cssRules: [{ cssText: 'a{}' }, odd, { cssText: 'b{}' }] } as unknown as CSSStyleSheet;
  expect([...sheetParts(sheet)]).toEqual(['a{}b{}']);
});

test('one that scripts may not read is told from one that they may', () => {
  const foreign = Object.defineProperty({}, 'cssRules', {
    get() {
      throw new DOMException('SecurityError');
    },
  });
  expect([long, foreign as CSSStyleSheet].map(isReadable)).toEqual([true, false]);
});

test.each([4e6, 100_000, 1])('in parts no more and no other leaves than in one, of at most %d characters', (most) => {
  const text = sheetText(long) ?? '';
  const whole = createFilter(most)(text);
  expect([...filtered(most)].join('')).toBe(whole);
});

test('once nothing more may leave, no more parts are read', () => {
  const read: number[] = [];
  function* parts() {
    for (let at = 0; at < 300; at++) {
      read.push(at);
      yield 'a{}'.repeat(100);
    }
  }
  const made = [...cssParts(createFilter(1_000), parts(), undefined, 1_000)];
  expect(made.join('')).toHaveLength(1_000);
  expect(made.length).toBe(4);
  expect(read.length).toBe(4);
});

test('each part is told before the next is asked for', () => {
  const told: NamedSheet[][] = [];
  const names = createSheetNames((sheets) => told.push([...sheets]));
  const seen: number[] = [];
  function* parts() {
    for (const char of 'abc') {
      seen.push(told.length);
      yield char.repeat(50_000);
    }
    yield 'end';
  }
  const reference = names.put(parts());
  names.end();
  expect(seen).toEqual([0, 1, 2]);
  expect(told.flat().map(([, text]) => text.length)).toEqual([50_000, 50_000, 50_000, 3]);
  expect(reference).toBe(
    `sheet:${told
      .flat()
      .map(([name]) => name)
      .join('+')}`,
  );
});

test('a short sheet has no name, and neither has one that is too long', () => {
  const names = createSheetNames(() => undefined);
  expect(names.put(['p { margin: 0 }'])).toBe('p { margin: 0 }');
  const parts = Array.from({ length: 90 }, () => 'x'.repeat(50_000));
  expect(names.put(parts)).toBe(parts.join(''));
});

test('one of more parts than a reference names is sent whole, and is not lost', () => {
  const read = (count: number) => {
    const told: NamedSheet[] = [];
    const names = createSheetNames((sheets) => told.push(...sheets));
    const texts = Array.from({ length: count }, (_, at) => `a${at} { margin: 0 }`);
    texts[0] = 'b { margin: 0 } '.repeat(100);
    const put = names.put(texts);
    names.end();
    const sheets = createKnownSheets();
    for (const packed of packSheets(told)) sheets.learn(packed);
    const body = createBodyWriter().write(JSON.stringify([{ _cssText: put }]), true);
    const [{ _cssText: text }] = JSON.parse(createBodyReader(sheets.textOf).read(body)) as [{ _cssText: string }];
    return { isNamed: put.startsWith('sheet:'), isWhole: text.replaceAll(betweenParts, '') === texts.join('') };
  };
  expect(read(partsAtMost)).toEqual({ isNamed: true, isWhole: true });
  expect(read(partsAtMost + 1)).toEqual({ isNamed: false, isWhole: true });
});

test('what stands between parts is in no text of a page', () => {
  const names = createSheetNames(() => undefined);
  expect(names.put([`a::after { content: "1${betweenParts}2/*+*/" }`])).toBe('a::after { content: "1\ufffd2/*+*/" }');
  const kept = createKeptSheets();
  expect(kept.clean('a::after { content: "/*+*/" }')).toBe('a::after { content: "/*+*/" }');
});

test('the viewer puts the parts together, cleans each once, and misses each that has not come', () => {
  const told: NamedSheet[] = [];
  const names = createSheetNames((sheets) => told.push(...sheets));
  const body = createBodyWriter().write(JSON.stringify([{ _cssText: names.put(filtered(4e6)) }]), true);
  names.end();
  const sheets = createKnownSheets();
  for (const packed of packSheets(told.slice(1))) sheets.learn(packed);
  const reader = createBodyReader(sheets.textOf);
  expect(() => reader.read(body)).toThrow(LostThread);
  for (const packed of packSheets(told.slice(0, 1))) sheets.learn(packed);
  const [{ _cssText: text }] = JSON.parse(reader.read(body)) as [{ _cssText: string }];
  expect(text.replaceAll(betweenParts, '')).toBe([...filtered(4e6)].join(''));

  const cleaned: string[] = [];
  const kept = createKeptSheets((css) => {
    cleaned.push(css);
    return safeCss(css, { closed: true });
  });
  for (const [, part] of told) kept.clean(part);
  expect(kept.clean(text)).toBe(told.map(([, part]) => safeCss(part, { closed: true })).join(''));
  expect(cleaned.length).toBe(told.length);
});

test('what stands between parts opens nothing: each is closed before the next', () => {
  const kept = createKeptSheets();
  const hostile = ['a { content: "', 'url(', '/*', 'b { c: (', '@import "x"', '\\'].join(betweenParts);
  const clean = kept.clean(hostile);
  expect(clean).toBe(
    hostile
      .split(betweenParts)
      .map((part) => safeCss(part, { closed: true }))
      .join(''),
  );
  expect(clean).not.toContain('@import');
});

test.each([['a { filter:'], ['a { mask: none; clip-path: '], ['@media screen { a { b { filter: blur(1px)']])(
  'an address that %s would refuse cannot come in the next part',
  (before) => {
    const address = 'url(data:image/svg+xml,x#f)';
    expect(safeCss(`${before} ${address}`)).not.toContain('svg');
    const clean = createKeptSheets().clean([before, address].join(betweenParts));
    const [rules = '', after = ''] = clean.split('url(');
    expect(after).toContain('svg');
    expect(rules.match(/\{/g)?.length).toBe(rules.match(/\}/g)?.length);
  },
);
