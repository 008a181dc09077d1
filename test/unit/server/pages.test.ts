import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { call } from '../../support/relay-client.ts';

let relay: LocalRelay;
const root = mkdtempSync(join(tmpdir(), 'beside-pages-'));

const files = {
  'dist/pages/join/index.html': '<title>join</title>',
  'dist/pages/player/index.html': '<title>player</title>',
  'dist/pages/sign-in/index.html': '<title>sign-in</title>',
  'dist/pages/set-password/index.html': '<title>set-password</title>',
  'dist/pages/device/index.html': '<title>device</title>',
  'dist/pages/downloads/index.html': '<title>downloads</title>',
  'dist/pages/reports/index.html': '<title>reports</title>',
  'dist/pages/privacy/index.html': '<title>privacy</title>',
  'dist/pages/help/index.html': '<title>help</title>',
  'dist/pages/embed/embed.js': 'embed();',
  'dist/pages/embed/embed-recorder.js': 'export {};',
  'dist/pages/assets/join.js': 'export {};',
  'dist/beside-firefox.xpi': 'PK',
  'dist/manager/downloads.json': '[]',
  'dist/manager/beside-support-manager-linux-x64.tar.gz': 'GZ',
  'dist/manager/support-manager.mjs': 'no',
  'dist/secret.txt': 'no',
  'shop/index.html': '<title>shop</title>',
  'shop/app/index.html': '<title>app</title>',
};

beforeAll(async () => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const folders = { pages: join(root, 'dist/pages'), dist: join(root, 'dist'), shop: join(root, 'shop') };
  relay = await startLocalRelay({ folders });
});
afterAll(async () => {
  await relay.end();
  rmSync(root, { recursive: true });
});

const get = (path: string) => call(relay.url, 'GET', path);

describe('the relay’s pages', () => {
  test.each([
    ['/sign-in', 'sign-in'],
    ['/set-password', 'set-password'],
    ['/device', 'device'],
    ['/downloads', 'downloads'],
    ['/reports', 'reports'],
    ['/reports/session', 'reports'],
    ['/admin/privacy', 'privacy'],
  ])('%s is the page %s, which runs nothing but its own script', async (path, title) => {
    const page = await get(path);
    expect(await page.text()).toBe(`<title>${title}</title>`);
    expect(page.headers.get('content-type')).toContain('text/html');
    const sockets = relay.deps.settings.publicOrigins.map((origin) => origin.replace('http', 'ws')).join(' ');
    expect(page.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src ${title === 'privacy' ? "'self' 'unsafe-inline'" : "'self'"}; img-src 'self' data:; connect-src 'self' ${sockets}; ` +
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  test('the join page may hold the player in a frame, and nothing else that others may not', async () => {
    const [join, other] = await Promise.all([get('/'), get('/sign-in')]);
    expect(await join.text()).toBe('<title>join</title>');
    const players = relay.deps.settings.publicOrigins.map((origin) => `${origin}/player`).join(' ');
    expect(join.headers.get('content-security-policy')).toBe(
      `${other.headers.get('content-security-policy')}; frame-src ${players}`,
    );
    expect(join.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  test.each(['/', '/help', '/help/sales'])(
    '%s knows its opener where a page with an embed has opened it',
    async (path) => {
      const [alone, beside] = await Promise.all([get(path), get(`${path}?embed`)]);
      expect(alone.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(beside.headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
      expect(beside.headers.get('content-security-policy')).toBe(alone.headers.get('content-security-policy'));
      expect(beside.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    },
  );

  test('no other page does', async () => {
    const page = await get('/sign-in?embed');
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  test.each(['/embed.js', '/embed-recorder.js'])(
    '%s may be loaded by any site, and is kept for minutes',
    async (path) => {
      const script = await get(path);
      expect(script.headers.get('content-type')).toContain('text/javascript');
      expect(script.headers.get('access-control-allow-origin')).toBe('*');
      expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(script.headers.get('cache-control')).toContain('max-age=300');
    },
  );

  test('the player loads and sends nothing, opens nothing, and is held by our own pages only', async () => {
    const page = await get('/player');
    expect(await page.text()).toBe('<title>player</title>');
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data: blob:; " +
        "font-src data: blob:; media-src data: blob:; frame-src 'none'; form-action 'none'; base-uri 'none'; " +
        "frame-ancestors 'self'; sandbox allow-scripts allow-same-origin",
    );
  });

  test('bring their assets', async () => {
    const script = await get('/assets/join.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    // Workers go by it, and those that hash files compile WebAssembly.
    expect(script.headers.get('content-security-policy')).toContain("; script-src 'self' 'wasm-unsafe-eval'; ");
  });

  test('offer Firefox’s extension as something to install', async () => {
    const file = await get('/downloads/beside-firefox.xpi');
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/x-xpinstall']);
  });

  test('offer what is built of the Support Manager', async () => {
    const files = [
      'downloads.json',
      'beside-support-manager-linux-x64.tar.gz',
      'beside-support-manager-windows-x64.zip',
    ];
    const answers = await Promise.all(files.map((file) => get(`/downloads/manager/${file}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
  });

  test('that are not built are not found', async () => {
    const file = await get('/downloads/beside-chrome.zip');
    expect([file.status, await file.text()]).toEqual([404, '{"error":"not-found"}']);
  });
});

describe('the sample shop', () => {
  test.each([
    ['/shop/', 'shop'],
    ['/shop/app/', 'app'],
    ['/shop/app/products/3', 'app'],
  ])('%s is the page %s', async (path, title) => {
    expect(await (await get(path)).text()).toBe(`<title>${title}</title>`);
  });

  test('is reached without the slash too', async () => {
    expect((await get('/shop')).headers.get('location')).toBe('/shop/');
  });
});

test.each([
  '/shop/nothing.js',
  '/shop/%2e%2e/dist/secret.txt',
  '/shop/..%2fdist/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/secret.txt',
  '/downloads/secret.txt',
  '/downloads/manager/support-manager.mjs',
  '/downloads/manager/..%2fsecret.txt',
])('%s is not found', async (path) => {
  const answer = await get(path);
  expect([answer.status, await answer.text()]).toEqual([404, '{"error":"not-found"}']);
});
