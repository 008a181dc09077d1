import { expect, test } from 'vitest';
import { readEnvironment } from '../../../server/environment.ts';
import { originAllowed } from '../../../server/routes/origins.ts';

function settingsOf(env: Record<string, string>) {
  const read = readEnvironment(env);
  if (!read.ok) throw new Error(read.variable);
  return read.environment.settings(read.environment.port);
}

test('with nothing set every variable has a default that works', () => {
  const read = readEnvironment({});
  expect(read).toMatchObject({ ok: true, environment: { port: 8787, data: './data', databaseUrl: undefined } });
  const { siteName, publicOrigins } = settingsOf({});
  expect(siteName).toBe('Beside');
  expect(publicOrigins).toEqual(['http://localhost:8787', 'http://127.0.0.1:8787']);
});

test.each([
  ['BESIDE_PORT', '80a'],
  ['BESIDE_PORT', '65536'],
  ['BESIDE_PUBLIC_URL', 'relay.example.org'],
  ['BESIDE_PUBLIC_URL', 'ftp://relay.example.org'],
  ['BESIDE_DATABASE_URL', 'mysql://x'],
  ['BESIDE_EXTENSION_ORIGINS', 'https://evil.example'],
  ['BESIDE_SECRET', 'short'],
])('%s=%s is refused by name', (variable, value) => {
  expect(readEnvironment({ [variable]: value })).toEqual({ ok: false, variable });
});

test('the public URL counts by its origin', () => {
  expect(settingsOf({ BESIDE_PUBLIC_URL: 'https://help.example.org/' }).publicOrigins).toEqual([
    'https://help.example.org',
  ]);
});

const extra = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

test.each([
  ['https://help.example.org', true],
  ['chrome-extension://ojblojdmpilpnnjafcelmephbodhkoio', true],
  [extra, true],
  ['moz-extension://0a1b2c3d-0a1b-4c3d-8e4f-0123456789ab', true],
  ['moz-extension://evil', false],
  ['http://help.example.org', false],
  ['https://sub.help.example.org', false],
  ['https://help.example.org.evil.example', false],
  ['chrome-extension://ojblojdmpilpnnjafcelmephbodhkoix', false],
  ['null', false],
  [undefined, false],
])('a page of %s is let in: %s', (origin, allowed) => {
  const settings = settingsOf({ BESIDE_PUBLIC_URL: 'https://help.example.org', BESIDE_EXTENSION_ORIGINS: extra });
  expect(originAllowed(settings, origin)).toBe(allowed);
});
