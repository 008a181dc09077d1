import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { asciiOnly } from '../../../scripts/vite/ascii-only.ts';
import { loosenPostcss, stubPostcss } from '../../../scripts/vite/stub-postcss.ts';

const path = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

test('the built recorder carries no postcss and is pure ASCII', { timeout: 60_000 }, async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [stubPostcss(), asciiOnly()],
    build: {
      write: false,
      lib: { entry: path('extension/content/recorder.iife.ts'), formats: ['iife'], name: 'beside' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const code = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .map((chunk) => ('code' in chunk ? chunk.code : ''));
  expect(code).toHaveLength(1);
  expect(code[0]).toContain('MutationObserver');
  expect(code[0]).not.toContain('CssSyntaxError');
  expect(code[0]).toMatch(/^[\0-\x7f]*$/);
  expect(code[0]?.length).toBeLessThan(130_000);
});

test('an rrweb of another shape stops the build', async () => {
  const source = await readFile(path('node_modules/rrweb/dist/rrweb.js'), 'utf8');
  expect(() => loosenPostcss(source)).not.toThrow();
  expect(() => loosenPostcss(source.replaceAll('import_postcss', 'imported'))).toThrow(/postcss/);
});
