import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { startSession } from '../support/story/host.ts';
import { press, seesText } from '../support/story/press.ts';
import { typeSignIn } from '../support/story/sign-in.ts';
import { webPage } from '../support/story/web-page.ts';
import { kindsOf } from '../support/story/pairs.ts';
import type { BrowserKind, TestBrowser } from '../support/test-browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const password = 'correct horse battery';
const extensionFor = (kind: BrowserKind) => lane().builds[kind === 'chromium' ? 'chrome' : 'firefox'];

let relay: TestRelay;
beforeAll(async () => {
  relay = await startRelay({ port: lane().relayPort });
});
afterAll(() => relay.stop());

/** `npm run host:add` beside the running relay; gives the link that it prints. */
async function addHost(email: string, name: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['run', '-s', 'host:add', '--', '--email', email, '--name', name],
    {
      cwd: root,
      env: { ...process.env, BESIDE_PORT: String(relay.port), BESIDE_DATA: relay.data },
    },
  );
  const link = /http\S+/.exec(stdout)?.[0];
  if (!link) throw new Error(`No link in: ${stdout}`);
  return link;
}

describe.each(kindsOf('firefox'))('a host in %s', (kind) => {
  const email = `anna.${kind}@example.org`;
  let host: TestBrowser;
  let link: string;
  beforeAll(async () => {
    [host, link] = await Promise.all([
      launchBrowser(kind, { display: lane().display, extension: extensionFor(kind) }),
      addHost(email, 'Anna Host'),
    ]);
  });
  afterAll(() => host.close());

  test('sets the password by the link of host:add, which works once', async () => {
    expect(link.startsWith(`${relay.url}/set-password#`)).toBe(true);
    const page = await host.open(link);
    const field = await page.waitForSelector('input[name="password"]');
    await field?.type('short');
    await press(page, 'Set password');
    await seesText(page, 'The password needs at least 12 characters.');
    await field?.click({ count: 3 });
    await field?.type(password);
    await press(page, 'Set password');
    await seesText(page, 'Your password is set.');

    const again = await host.open('about:blank');
    await again.goto(link);
    const second = await again.waitForSelector('input[name="password"]');
    await second?.type('another long password');
    await press(again, 'Set password');
    await seesText(again, 'This link has been used or has expired.');
    expect(relay.output()).not.toContain(link.split('#')[1]);
    await again.close();
    await page.close();
  });

  test('signs in from the popup through the window of the browser, and starts a session', async () => {
    const popup = await host.openPopup(await host.open(relay.url));
    await press(popup, 'Sign in');
    const options = await host.extensionPage('options');
    const form = await webPage(host, `${relay.url}/sign-in`);
    await seesText(form, 'You are signing in to the Beside extension in this browser.');
    await typeSignIn(form, email, 'not the password');
    await seesText(form, 'E-mail or password is wrong.');
    await typeSignIn(form, email, password);
    await seesText(options, 'You are signed in as Anna Host.');
    expect(form.isClosed()).toBe(true);

    const over = await host.open(relay.url);
    await seesText(await host.openPopup(over), 'Signed in as Anna Host');
    const { number } = await startSession(host, over);
    expect(number).toMatch(/^\d{9}$/);
  });
});

describe.each(kindsOf('chromium'))('a %s without an auth window', (kind) => {
  const email = `dana.${kind}@example.org`;
  let folder: string;
  let host: TestBrowser;
  beforeAll(async () => {
    folder = withoutIdentity(extensionFor(kind));
    host = await launchBrowser(kind, { display: lane().display, extension: folder });
    await relay.addHost({ email, name: 'Dana Host', password });
  });
  afterAll(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('signs its host in by a code that is typed on the page of the relay', async () => {
    const over = await host.open(relay.url);
    await press(await host.openPopup(over), 'Sign in');
    const options = await host.extensionPage('options');
    await seesText(options, `Open ${relay.url}/device and type this code:`);
    const code = await options.$eval('.number', (element) => element.textContent);

    const page = await host.open(`${relay.url}/device`);
    await typeSignIn(page, email, password);
    const field = await page.waitForSelector('input[name="code"]');
    await field?.type('WRONG-1');
    await press(page, 'Allow');
    await seesText(page, 'That code is not known or has expired.');
    await field?.click({ count: 3 });
    await field?.type(code.toLowerCase());
    await press(page, 'Allow');
    await seesText(page, 'Allowed. The extension goes on by itself.');
    await seesText(options, 'You are signed in as Dana Host.', 20_000);
    const { number } = await startSession(host, over);
    expect(number).toMatch(/^\d{9}$/);
  });
});

/** A copy of a build that may not use `identity`, as in a browser that does not have it. */
function withoutIdentity(build: string): string {
  const folder = mkdtempSync(`${tmpdir()}/beside-no-identity-`);
  cpSync(build, folder, { recursive: true });
  const file = `${folder}/manifest.json`;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((permission) => permission !== 'identity');
  writeFileSync(file, JSON.stringify({ ...manifest, permissions }));
  return folder;
}
