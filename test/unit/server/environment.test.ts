import { expect, test } from 'vitest';
import { readEnvironment } from '../../../server/environment.ts';
import type { TurnSettings } from '../../../server/turn/turn-settings.ts';
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
  ['BESIDE_TURN_URLS', 'https://turn.example.org'],
  ['BESIDE_TURN_URLS', 'turn:user@turn.example.org'],
  ['BESIDE_TURN_URLS', ','],
  ['BESIDE_TURN_SECRET', 'short'],
  ['BESIDE_TURN_PORT', '0'],
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

test.each([
  ['BESIDE_TURN_SECRET', 'long-enough-to-be-one', 'BESIDE_TURN_URLS'],
  ['BESIDE_TURN_CERT', 'cert.pem', 'BESIDE_TURN_KEY'],
  ['BESIDE_TURN_KEY', 'key.pem', 'BESIDE_TURN_CERT'],
])('%s alone is refused: %s needs %s', (variable, value, missing) => {
  expect(readEnvironment({ [variable]: value })).toEqual({ ok: false, variable: missing });
});

const https = { BESIDE_PUBLIC_URL: 'https://help.example.org' };
const urls = 'turn:a.example.org?transport=udp, turns:b.example.org:443?transport=tcp';
const tls = { BESIDE_TURN_CERT: 'cert.pem', BESIDE_TURN_KEY: 'key.pem' };

test.each<[string, Record<string, string>, TurnSettings]>([
  ['on the relay’s port', {}, { kind: 'own', urls: ['turn:localhost:8787?transport=tcp'], port: null, tls: null }],
  ['off behind a proxy, which would not pass it', https, { kind: 'none' }],
  [
    'on a port of its own behind a proxy',
    { ...https, BESIDE_TURN_PORT: '3478' },
    { kind: 'own', urls: ['turn:help.example.org:3478?transport=tcp'], port: 3478, tls: null },
  ],
  [
    'by TLS too where there is a certificate',
    { ...https, ...tls, BESIDE_TURN_PORT: '443' },
    {
      kind: 'own',
      urls: ['turn:help.example.org:443?transport=tcp', 'turns:help.example.org:443?transport=tcp'],
      port: 443,
      tls: { cert: 'cert.pem', key: 'key.pem' },
    },
  ],
  [
    'the relay’s own at the addresses that are given',
    { ...https, BESIDE_TURN_URLS: 'turns:t.example.org:443?transport=tcp', BESIDE_TURN_PORT: '3478' },
    { kind: 'own', urls: ['turns:t.example.org:443?transport=tcp'], port: 3478, tls: null },
  ],
  [
    'coturn where there is its secret',
    { BESIDE_TURN_URLS: urls, BESIDE_TURN_SECRET: 'long-enough-to-be-one' },
    { kind: 'coturn', urls: urls.split(', '), secret: 'long-enough-to-be-one' },
  ],
])('TURN is %s', (_what, env, expected) => {
  expect(settingsOf(env).turn).toEqual(expected);
});
