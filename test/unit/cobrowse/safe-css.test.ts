import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeCss } from '../../../shared/browser/cobrowse/sanitise/css/safe-css.ts';
import { readTokens } from '../../../shared/browser/cobrowse/sanitise/css/token-reader.ts';
import { cssAddresses } from '../../support/css-addresses.ts';

const harmless = /^(?:data:,|data:,#asset-\d{1,7}$|data:(?:image|font)\/|#)/;
const dangerous = (css: string) => cssAddresses(css).filter((address) => !harmless.test(address));

test.each([
  ['a { background: url(http://x/1) }'],
  ['a { background: URL( "http://x/1" ) }'],
  ["a { background: url('http://x/1' }"],
  ['a { background: u\\72l(http://x/1) }'],
  ['a { background: \\75 rl(http://x/1) }'],
  ['a { background: \\url(http://x/1) }'],
  ['a { background: \\000075\\000072\\00006c("http://x/1") }'],
  ['a { background: url(/*x*/"http://x/1") }'],
  ['a { background: url(http\\:\\/\\/x/1) }'],
  ['a { background: url("\\68ttp://x/1") }'],
  ['a { background: url(//x/1) }'],
  ['a { background: url(http://x/1'],
  ['a { background: url("http://x/1'],
  ['@import "http://x/1";'],
  ['@import/**/"http://x/1";'],
  ['@\\69mport "http://x/1";'],
  ['@import url(http://x/1) screen;'],
  ['@import url("http://x/1") layer(a) supports(display: grid);'],
  ['a{}/*"*/@import "http://x/1";/*"*/'],
  ['"unclosed\n@import "http://x/1";'],
  ['@namespace "http://x/1";'],
  ['a { background: image-set("http://x/1" 1x, url(http://x/1) 2x) }'],
  ['a { background: -webkit-image-set(url("http://x/1") 1x) }'],
  ['a { --u: "http://x/1"; background: image-set(var(--u) 1x) }'],
  ['a { background: image-set(attr(title) 1x) }'],
  ['a { background: src("http://x/1") }'],
  ['a { background: src(var(--x, "http://x/1")) }'],
  ['a { background: cross-fade("http://x/1", url(http://x/2), 50%) }'],
  ['a { background: some-future-function("http://x/1") }'],
  ['@font-face { src: url(http://x/1) format("woff") }'],
  ['@counter-style x { symbols: url(http://x/1) }'],
  ['@property --p { syntax: "<image>"; initial-value: url(http://x/1) }'],
  ['a { cursor: url(http://x/1), auto }'],
  ['a { --u: url(http://x/1) }'],
  ['a { -moz-binding: url("http://x/1#x") }'],
  ['a { behavior: url(http://x/1) }'],
  ['a { filter: url("data:image/svg+xml,x#f") }'],
  ['a { background: url(data:text/html,x) }'],
  ['a { background: url(data:image/png,AA), url(http://x/1) }'],
  ['@media print { @import "http://x/1"; a { background: url(http://x/1) } }'],
  ['@document url(http://x/1) { a {} }'],
  ['<!--@import "http://x/1";--> a { background:<!--url(http://x/1) }'],
  ['/@import "x";* "*/ url(http://x/1) "'],
  ['u\\72@import "x";l(http://x/1)'],
  ['a { background: \u00d7url(http://x/1) }'],
  ['a { background: \u0080url(http://x/1) }'],
])('%s fetches nothing once it is clean', (css) => {
  expect(cssAddresses(css).length).toBeGreaterThan(-1);
  expect(dangerous(safeCss(css))).toEqual([]);
  expect(dangerous(safeCss(css, { joined: true }))).toEqual([]);
});

test.each([
  ['a { color: red } .\\31 0 > b::before { content: "\\201c" }'],
  ['.md\\:flex { display: flex }'],
  ['a { background: url("data:image/png;base64,AA==") }'],
  ['p { fill: url("#gradient") }'],
  ['a[rel="http://x/"]:not([title="(\\"url(x)"]) { content: "url(http://x/)" }'],
  ['a[href] { } a[href ] { } [data-href="x"] { }'],
  ['@media (hover: hover) and (min-width: 10px) { a { color: rgb(1 2 3 / 50%) } }'],
  ['@supports (display: grid) and (not (display: inline-grid)) { a { width: calc(1px + (2px * 3)) } }'],
  ['@layer a, b; @container card (width > 1px) { .x { &.y { color: var(--a, "b") } } }'],
  ['@font-face { font-family: "a b"; src: local("A") }'],
  [':root { --json: {"a": [1, "2"]}; --empty: ; }'],
])('%s stays as it is', (css) => {
  expect(safeCss(css)).toBe(css);
});

test.each([
  ['a:hover b { }', 'a[data-beside-over] b { }'],
  [
    'x-a:state(busy) { } :host(:state(a-b):hover) { }',
    'x-a[data-beside-states~="busy"] { } :host([data-beside-states~="a-b"][data-beside-over]) { }',
  ],
  ['a { --b:state(c); width: state(c) }', 'a { --b:state(c); width: state(c) }'],
  ['a:state(b c) { } a:state("x") { }', 'a:state(b c) { } a:state(url("data:,")) { }'],
  ['a[href^="http"], a[ href$=".pdf" i] { }', 'a[data-beside-link^="http"], a[ data-beside-link$=".pdf" i] { }'],
  ['@media screen { a:hover { } }', '@media screen { a[data-beside-over] { } }'],
  ['a { &:hover { } }', 'a { &[data-beside-over] { } }'],
  ['a:focus, b:focus-visible { }', 'a[data-beside-focus], b[data-beside-focus="visible"] { }'],
  ['a:focus-within { }', 'a:is([data-beside-focus],:has([data-beside-focus])) { }'],
  ['@media (hover: hover) { a:hovers { } }', '@media (hover: hover) { a:hovers { } }'],
  ['@media (min-device-width: 1px) { }', '@media (min-width: 1px) { }'],
  ['@import "x"; a { }', '@media not all{} a { }'],
  ['a { background: url(asset:12) }', 'a { background: url("data:,#asset-12") }'],
  ['a { background: url("asset:12345678") }', 'a { background: url("data:,") }'],
  ['a { background: image-set("asset:1" 1x) }', 'a { background: image-set(url("data:,#asset-1") 1x) }'],
  ['a { behavior: url(#x) }', 'a { beside-none: url("#x") }'],
  ['a { width: expression(1) }', 'a { width: beside-none(1) }'],
])('%s becomes %s', (css, expected) => {
  expect(safeCss(css)).toBe(expected);
});

const piece = fc.constantFrom(
  ...['url(', 'u\\72l(', 'u\\72 ', 'ur', 'l(', '@import', '@im', 'port ', '@media ', 'image-set(', 'src(', 'var(--x'],
  ...['"', "'", '(', ')', '[', ']', '{', '}', ';', ':', ',', ' ', '\n', '\\', '/', '*', '/*', '*/', '<!--', '-->'],
  ...['http://x/', '"http://x/"', 'asset:1', 'data:image/png,A', '#f', '-', '@', '1', '\0', 'a', '\\6', '×', 'filter:'],
);
const text = fc.array(piece, { maxLength: 16 }).map((parts) => parts.join(''));

test('no text, and no texts beside each other, make a sheet that names a place on the network', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      expect(dangerous(safeCss(texts.join('')))).toEqual([]);
      expect(dangerous(texts.map((css) => safeCss(css, { joined: true })).join(''))).toEqual([]);
    }),
    { numRuns: 30_000 },
  );
});

test('an at-rule that goes in the midst of a declaration does not end it', () => {
  const address = 'url("data:image/svg+xml,x#f")';
  for (const between of ['@x;', '@import "x";', '@x {}'])
    expect(safeCss(`a { filter: ${between} ${address} }`)).not.toContain('svg');
  expect(safeCss(`a { color: red; @x {} background: ${address} }`)).toContain('svg');
});

/** Of what a browser has read there: the brackets that are open, and whether a rule waits for its block. */
function openAfter(css: string) {
  const reader = readTokens(css);
  const open: string[] = [];
  let waits = false;
  while (reader.next()) {
    const text = reader.kind === 'function' ? '(' : reader.kind === 'delim' ? (css[reader.start] ?? '') : '';
    if (text !== '' && text === open.at(-1)) open.pop();
    else if ('([{'.includes(text) && text !== '') open.push({ '(': ')', '[': ']', '{': '}' }[text] ?? '');
    if (open.length === 0 && (text === '}' || text === ';')) waits = false;
    else if (reader.kind !== 'space' && reader.kind !== 'comment') waits = true;
  }
  return { open, waits };
}

test('a closed text leaves nothing open, neither a bracket nor a rule without its block', () => {
  fc.assert(
    fc.property(text, (css) => {
      expect(openAfter(safeCss(css, { closed: true }))).toEqual({ open: [], waits: false });
    }),
    { numRuns: 20_000 },
  );
});

test.each([
  ['a { color: red', 'a { color: red}'],
  ['@media print { a { margin: calc(1px', '@media print { a { margin: calc(1px)}}'],
  ['a:hover', 'a:hover{}'],
  ['a', 'a{}'],
  ['a { } ', 'a { } '],
  ['', ''],
])('%s is closed as %s', (css, expected) => {
  expect(safeCss(css, { closed: true })).toBe(expected);
});

test.each([
  ['open brackets', '('.repeat(2_000_000)],
  ['open blocks', 'a{'.repeat(1_000_000)],
  ['quotes', '"\n'.repeat(1_000_000)],
  ['backslashes', '\\'.repeat(2_000_001)],
  ['open comments', '/*'.repeat(1_000_000)],
  ['addresses', 'url('.repeat(1_000_000)],
  ['hovers', ':hover'.repeat(300_000)],
  ['imports', '@import '.repeat(300_000)],
  ['escapes', '\\72'.repeat(500_000)],
])('half a megabyte of %s takes no longer than as much of anything', (_name, css) => {
  expect(safeCss(css.slice(0, 500_000), { joined: true })).not.toContain('http');
});
