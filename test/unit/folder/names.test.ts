import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameFault } from '../../../shared/protocol/entry-name.ts';
import { folderLimits } from '../../../shared/protocol/folder-limits.ts';
import * as v from 'valibot';
import { pathSchema } from '../../../shared/protocol/folder.ts';

test.each([
  ['', 'empty'],
  ['.', 'hidden'],
  ['..', 'hidden'],
  ['.ssh', 'hidden'],
  ['a/b', 'separator'],
  ['..\\x', 'hidden'],
  ['a\\b', 'separator'],
  ['C:', 'separator'],
  ['notes.txt:stream', 'separator'],
  ['a\0b', 'control'],
  ['a\nb', 'control'],
  ['invoice\u202efdp.exe', 'control'],
  ['\ud800', 'control'],
  [' a', 'edge'],
  ['a ', 'edge'],
  ['a.', 'edge'],
  ['a...', 'edge'],
  ['CON', 'reserved'],
  ['con.txt', 'reserved'],
  ['nul .txt', 'reserved'],
  ['LPT¹.x', 'reserved'],
  ['COM9', 'reserved'],
  ['SSH~1', 'alias'],
  ['GITCON~1.CFG', 'alias'],
  ['a'.repeat(256), 'too-long'],
  ['ž'.repeat(128), 'too-long'],
])('[FD2] %j is no name that is touched: %s', (name, fault) => {
  expect(nameFault(name)).toBe(fault);
});

test.each([
  'a',
  'Účty 2026.xlsx',
  '-rf',
  'a~b',
  'console.log',
  'com10.txt',
  '日本.txt',
  'ž'.repeat(127),
  '%2e%2e',
  '／etc',
])('[FD2] %j is a name like others', (name) => {
  expect(nameFault(name)).toBeNull();
});

const character = fc.constantFrom(...'.~:/\\ \0\n1a°ž\u202e\ud800\udc00\uff0f%');

test('[FD2] whatever passes is one step down, on each system', () => {
  fc.assert(
    fc.property(
      fc.array(character, { maxLength: 8 }).map((all) => all.join('')),
      (name) => {
        if (nameFault(name) !== null) return;
        expect(name).not.toMatch(/[/\\:\0]/);
        expect(
          new URL(`x/${encodeURIComponent(name.toWellFormed())}`, 'file:///root/').pathname.split('/'),
        ).toHaveLength(4);
        expect(['.', '..']).not.toContain(name);
      },
    ),
    { numRuns: 500 },
  );
});

test('[FD2] a path is names, not a text, and not endless', () => {
  const fits = (value: unknown) => v.safeParse(pathSchema, value).success;
  expect(fits(['a', 'b.txt'])).toBe(true);
  for (const value of ['a/b', ['a/b'], ['a', '..'], [''], Array.from({ length: folderLimits.depth + 1 }, () => 'a')]) {
    expect(fits(value), JSON.stringify(value)).toBe(false);
  }
});
