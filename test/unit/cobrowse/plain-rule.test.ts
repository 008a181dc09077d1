import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainBlock, plainRule } from '../../../shared/browser/cobrowse/sanitise/css/plain-rule.ts';
import { readTokens } from '../../../shared/browser/cobrowse/sanitise/css/token-reader.ts';

test.each([
  '.btn > a:not(.on)::before, #top { color: #fff !important; margin: -.5rem calc(1px + 2em); }',
  '50% { transform: translate3d(0, -10px, 0); }',
  ' a{}',
])('%s is passed as it is', (css) => {
  expect(plainRule(css, 0)).toBe(css.length);
});

test.each([
  'a:hover { color: red }',
  'a:focus-visible { color: red }',
  'a { behavior: x }',
  'a { -moz-binding: x }',
  'a { width: device-width }',
  'a { background: url(x) }',
  'a { background: image-set(1x) }',
  'a { background: element(#x) }',
  'a { color: var(--a, url(x)) }',
  'a { content: "x" }',
  'a { color: r\\65 d }',
  'a { /* */ }',
  '[href] { color: red }',
  '@media print { color: red }',
  'a { b { color: red } }',
  'a { color: calc((1px) }',
  'é { color: red }',
  'a { color: red',
])('%s is read token by token', (css) => {
  expect(plainRule(css, 0)).toBe(-1);
});

test('whatever is passed is one closed rule without an address, a text, an at-rule or an odd word', () => {
  const parts = fc.constantFrom(
    ...['{', '}', '(', ')', ':', ';', ' ', ',', '.', '-', '#', '>', '\\', '"', '/*', '@', '[', '<!--', '-->'],
    ...['a', 'url', 'rgba', 'calc', 'not', 'element', 'hover', 'device-', 'behavior', '1', 'É', '--x', ' var', ':is'],
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 14 }), fc.array(parts, { maxLength: 10 }), (before, after) => {
      const css = `${before.join('')}{${after.join('')}}`;
      for (const [from, end, depth] of [
        [0, plainRule(css, 0), 0],
        [1, plainBlock(css, 1), 1],
      ] as const) {
        if (end < 0) continue;
        const passed = css.slice(from, end);
        expect(passed).not.toMatch(/["'\\@[\]/]|:hover|device-|behavior/i);
        const reader = readTokens(passed);
        const open: string[] = Array.from({ length: depth }, () => '{');
        while (reader.next()) {
          expect(['space', 'ident', 'hash', 'function', 'delim']).toContain(reader.kind);
          if (reader.kind === 'function') expect(reader.value()).toMatch(/(?:rgba|calc|var|not|is)$/i);
          const text = reader.kind === 'function' ? '(' : passed[reader.start];
          if (text === '(' || text === '{') open.push(text);
          if (text === ')' || text === '}') expect(open.pop()).toBe(text === ')' ? '(' : '{');
          // The first that is closed is the last that there is.
          if (text === '}') expect(reader.end).toBe(passed.length);
        }
        expect(open).toEqual([]);
      }
    }),
    { numRuns: 5_000 },
  );
});
