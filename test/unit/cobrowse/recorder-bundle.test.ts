import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { asciiOnly } from '../../../scripts/vite/ascii-only.ts';

const path = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

async function bundle(entry: string): Promise<string[]> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [asciiOnly()],
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
  expect(code[0]?.length).toBeLessThan(140_000);
});

test('the built player is small, and carries nothing of rrweb but names', { timeout: 60_000 }, async () => {
  const [code] = await bundle('extension/player/main.ts');
  expect(code).toContain('allow-same-origin');
  expect(code).not.toMatch(/Replayer|createSandboxedIframe|CssSyntaxError/);
  expect(code?.length).toBeLessThan(200_000);
});
