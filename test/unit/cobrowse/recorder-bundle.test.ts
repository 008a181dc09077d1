import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { asciiOnly } from '../../../scripts/vite/ascii-only.ts';
import { leanRrweb, leanRrwebSource } from '../../../scripts/vite/lean-rrweb.ts';

const path = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

async function bundle(entry: string): Promise<string[]> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [leanRrweb(), asciiOnly()],
    build: { write: false, lib: { entry: path(entry), formats: ['iife'], name: 'beside' } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .flatMap((chunk) => ('code' in chunk ? [chunk.code] : []));
}

test('the built recorder is small, alone and pure ASCII', { timeout: 60_000 }, async () => {
  const code = await bundle('extension/content/recorder.iife.ts');
  expect(code).toHaveLength(1);
  expect(code[0]).toContain('MutationObserver');
  expect(code[0]).toMatch(/^[\0-\x7f]*$/);
  expect(code[0]?.length).toBeLessThan(116_000);
});

test('the built player carries no postcss', { timeout: 60_000 }, async () => {
  const [code] = await bundle('extension/player/main.ts');
  expect(code).toContain('createSandboxedIframe');
  expect(code).not.toContain('CssSyntaxError');
});

test('an rrweb of another shape stops the build', async () => {
  const source = await readFile(path('node_modules/rrweb/dist/rrweb.js'), 'utf8');
  expect(() => leanRrwebSource(source)).not.toThrow();
  expect(() => leanRrwebSource(source.replaceAll('import_postcss', 'imported'))).toThrow(/postcss/);
  expect(() => leanRrwebSource(source.replaceAll('adaptCssForReplay(cssText, cache) {', 'adapt() {'))).toThrow(
    /adapts/,
  );
});
