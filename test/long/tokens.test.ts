import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { realKeys } from '../support/real-keys.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { allow, joinWithExtension } from '../support/story/customer.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { mirrorShows } from '../support/story/mirror.ts';
import { press, seesText } from '../support/story/press.ts';
import { kindsOf } from '../support/story/pairs.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

let relay: TestRelay;
let pages: FixtureServer;
let host: TestBrowser;
beforeAll(async () => {
  relay = await startRelay({ port: lane().relayPort });
  pages = await startFixtureServer();
  host = await launchBrowser('chromium', { display: lane().display, extension: lane().builds.chromeAllSites });
  await signInDirectly(host, relay.url, await relay.addHost({ name: 'Anna Host' }));
});
afterAll(async () => {
  await host.close();
  await relay.stop();
  await pages.close();
});

test('the browser is asked for pages when the customer allows a share, and has them back after the session', async () => {
  const customer = await launchBrowser('chromium', { display: lane().display, extension: lane().builds.chrome });
  const origins = () => customer.inExtension<string[]>('chrome.permissions.getAll().then(({ origins }) => origins)');
  expect(await origins()).toEqual(['http://localhost/*']);

  const { console, number } = await startSession(host, await host.open(`${relay.url}/downloads`));
  await customer.open(`${pages.otherUrl}/spa/`);
  const assist = await joinWithExtension(customer, relay.url, number, 'Jan Novák');
  await press(console, 'Admit');
  await press(console, 'Request view');
  await seesText(assist, 'Let Anna Host see this page?');
  await press(assist, 'Choose the page');
  await allowInPrompt(assist);
  await allow(assist, 'Rooms');
  await mirrorShows(console, 'Attic');
  expect(await hasEveryPage(customer)).toBe(true);

  await press(assist, 'End session');
  await assist.waitForSelector('dialog[open]');
  await press(assist, 'End session');
  await seesText(assist, 'The session is over');
  await console.close();
  await waitFor('the access to be given back', async () => !(await hasEveryPage(customer)));
  await assist.close();

  // Chrome takes the site's own host permission with it; the way in must not need that.
  const second = await startSession(host, await host.open(`${relay.url}/downloads`));
  const assistAgain = await joinWithExtension(customer, relay.url, second.number, 'Jan Novák');
  await seesText(assistAgain, 'Waiting to be let in');
  await customer.close();
});

const hasEveryPage = (customer: TestBrowser) =>
  customer.inExtension<boolean>(`chrome.permissions.contains({ origins: ['http://*/*', 'https://*/*'] })`);

/**
 * Answers the browser's own prompt, which is no page and no window of its own, by the real keyboard: Deny has
 * the focus, Allow is next to it. Keys that the page still gets are not the prompt's, and are kept from acting.
 */
async function allowInPrompt(assist: Page): Promise<void> {
  const keys = realKeys(lane().display);
  const window = await waitFor('the assist window', async () => (await keys.windows('Session with Beside')).at(-1));
  await assist.evaluate(() => {
    const seen = (event: KeyboardEvent) => {
      event.preventDefault();
      document.body.dataset['seen'] = event.key;
    };
    addEventListener('keydown', seen, true);
  });
  const isSeen = (key: string) => assist.evaluate((wanted) => document.body.dataset['seen'] === wanted, key);
  await waitFor('the prompt', async () => {
    await assist.evaluate(() => (document.body.dataset['seen'] = ''));
    await keys.press(window, 'shift');
    return !(await isSeen('Shift'));
  });
  // For a moment Chromium leaves Allow disabled, lest a key was meant for something else.
  await sleep(1_500);
  await keys.press(window, 'Tab', 'Return');
}

const readers = `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const read = async (area) => {
    try {
      return JSON.stringify(await api.storage[area].get(null));
    } catch (error) {
      return 'refused: ' + error;
    }
  };
  return [
    await read('session'), await read('local'),
    JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie,
  ].join('\\n');
})()`;

/** What a content script of ours, and the page itself, can read of our storage and theirs. */
async function readFromPage(browser: TestBrowser, address: string): Promise<{ script: string; page: string }> {
  const page = await browser.open(address);
  const script = await browser.inExtension<string>(`(async () => {
    const api = globalThis.browser ?? chrome;
    const tabs = (await api.tabs.query({})).filter(({ url }) => url === ${JSON.stringify(address)});
    const injected = { target: { tabId: tabs.at(-1).id }, func: () => ${readers} };
    return (await api.scripting.executeScript(injected))[0].result;
  })()`);
  const own = await page.evaluate(`JSON.stringify([
    typeof chrome === 'object' && 'storage' in chrome, typeof browser === 'object',
    { ...localStorage }, { ...sessionStorage }, document.cookie, document.documentElement.outerHTML,
  ])`);
  return { script, page: String(own) };
}

/** A page's DOM, and every address that it has asked for. */
const textAndAddresses = (page: Page) =>
  page.evaluate(() => {
    const asked = performance.getEntriesByType('resource').map(({ name }) => name);
    return [document.documentElement.outerHTML, location.href, ...asked].join('\n');
  });

test.each(kindsOf('chromium'))(
  'no page, no content script, no URL and no log in %s has the secrets of host or customer',
  async (kind) => {
    const extension = lane().builds[kind === 'chromium' ? 'chromeAllSites' : 'firefox'];
    const both = await launchBrowser(kind, { display: lane().display, extension });
    const anna = await relay.addHost({ name: 'Anna Both' });
    await signInDirectly(both, relay.url, anna);
    const { console, number } = await startSession(both, await both.open(`${relay.url}/downloads`));
    const assist = await joinWithExtension(both, relay.url, number, 'Jan Novák');
    await press(console, 'Admit');
    await seesText(assist, 'Anna Both is helping you');

    const kept = await both.inExtension<string>(
      '(globalThis.browser ?? chrome).storage.session.get(null).then(JSON.stringify)',
    );
    const secrets = [
      anna.bearer,
      ...[...kept.matchAll(/"participantToken":"([^"]+)"/g)].map((found) => found[1] ?? ''),
    ];
    expect(new Set(secrets).size).toBe(3);

    const read = await readFromPage(both, `${relay.url}/shop/`);
    const places: Record<string, string> = {
      'a content script': read.script,
      'a page': read.page,
      'storage.local': await both.inExtension<string>(
        '(globalThis.browser ?? chrome).storage.local.get(null).then(JSON.stringify)',
      ),
      tabs: await both.inExtension<string>('(globalThis.browser ?? chrome).tabs.query({}).then(JSON.stringify)'),
      console: await textAndAddresses(console),
      assist: await textAndAddresses(assist),
      log: relay.output(),
    };
    expect(read.script.startsWith('refused: ')).toBe(true);
    // Firefox has no lock for storage.local: there it holds nothing but the relay's address.
    if (kind === 'chromium') expect(read.script.split('\n')[1]).toMatch(/^refused: /);
    for (const [place, text] of Object.entries(places)) {
      for (const secret of secrets) expect(text.includes(secret), place).toBe(false);
    }
    await both.close();
  },
);
