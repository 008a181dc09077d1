import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isThorough } from '../support/story/pairs.ts';
import { lane } from '../support/lane.ts';
import { cs } from '../../shared/browser/ui/messages/cs.ts';
import { en } from '../../shared/browser/ui/messages/en.ts';
import { axeFaults } from '../support/axe.ts';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { startSession as startSessionOfHost } from '../support/relay-client.ts';
import { screenshot } from '../support/screenshot.ts';
import { signInDirectly } from '../support/story/host.ts';
import { mirrorShows } from '../support/story/mirror.ts';
import { press, seesText } from '../support/story/press.ts';
import { typeSignIn } from '../support/story/sign-in.ts';
import { addTab } from '../support/story/tabs.ts';
import { theirViewShows } from '../support/story/their-view.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];

let relay: TestRelay;
let pages: FixtureServer;
beforeAll(async () => {
  relay = await startRelay({ port: lane().relayPort });
  pages = await startFixtureServer();
});
afterAll(async () => {
  await relay.stop();
  await pages.close();
});

/** Words change neither colours nor roles, only how much room they need: the other language is for `npm run test:long`. */
const inLanguages = [['en', en] as const, ...(isThorough ? [['cs', cs] as const] : [])];

describe.each(inLanguages)('in the language %s', (language, texts) => {
  let host: TestBrowser;
  let customer: TestBrowser;
  beforeAll(async () => {
    const { chromeAllSites, chromeGeneric } = lane().builds;
    const display = lane().display;
    [host, customer] = await Promise.all([
      launchBrowser('chromium', { display, language, extension: chromeAllSites }),
      launchBrowser('chromium', { display, language, extension: chromeGeneric }),
    ]);
  });
  afterAll(() => Promise.all([host.close(), customer.close()]));

  const schemes = ['light', 'dark'];

  /** Faults of a page in the colour schemes, with the name of the view. */
  async function faultsOf(page: Page, view: string): Promise<string[]> {
    await waitFor(`something in ${view}`, () => page.evaluate(() => document.body.innerText.trim() !== ''));
    const faults: string[] = [];
    for (const [at, scheme] of schemes.entries()) {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      if (pictures) await screenshot(page, `${pictures}/${language}-${scheme}`, view);
      // A scheme has colours of its own, and nothing else.
      const rules = at === 0 ? undefined : ['color-contrast'];
      faults.push(...(await axeFaults(page, rules)).map((fault) => `${view}, ${scheme}: ${fault}`));
      const isWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      if (isWide) faults.push(`${view}: wider than its window`);
    }
    return faults;
  }

  test('every page that a host comes by is accessible, light and dark', async () => {
    const faults: string[] = [];
    const see = async (page: Page, view: string) => void faults.push(...(await faultsOf(page, view)));
    const popup = await host.openExtensionPage('popup');
    await popup.setViewport({ width: 340, height: 600 });
    await see(popup, 'popup-signed-out');
    const anna = await relay.addHost({ name: 'Anna Host' });
    await signInDirectly(host, relay.url, anna);
    await popup.waitForSelector('.sessions');
    await popup.waitForSelector('.sessions + *, .hint');
    await see(popup, 'popup-no-session');
    await startSessionOfHost(relay.url, anna.bearer);
    await startSessionOfHost(relay.url, anna.bearer);
    await waitFor('two sessions', async () => (await popup.$$('.session-row')).length === 2);
    await see(popup, 'popup-two-sessions');
    await popup.close();
    const unknown = await customer.openExtensionPage('popup');
    await unknown.setViewport({ width: 340, height: 600 });
    await see(unknown, 'popup-no-relay');
    await unknown.close();
    await see(await host.openExtensionPage('options'), 'options');
    await see(await customer.openExtensionPage('options'), 'options-no-relay');
    for (const path of ['sign-in', 'set-password', 'device', 'downloads']) {
      const page = await host.open(`${relay.url}/${path}`);
      await page.waitForSelector('h1');
      await see(page, path);
    }
    const admin = await relay.addHost({ admin: true });
    const privacy = await host.open(`${relay.url}/admin/privacy`);
    await see(privacy, 'privacy-signed-out');
    await typeSignIn(privacy, admin.email, admin.password, texts['signIn.submit']);
    await privacy.waitForSelector('.picture iframe');
    await press(privacy, texts['privacy.addRule']);
    await see(privacy, 'privacy');
    expect(faults).toEqual([]);
  });

  test('every view of a session is accessible on both sides, light and dark', async () => {
    const faults: string[] = [];
    const see = async (page: Page, view: string) => void faults.push(...(await faultsOf(page, view)));
    const start = async () => {
      const popup = await host.openPopup(await host.open(`${relay.url}/downloads`));
      await press(popup, texts['popup.start']);
      const console = await host.extensionPage('console');
      await console.waitForSelector('[data-session-number]');
      const number = await console.$eval('[data-session-number]', (element) => element.textContent.replaceAll(' ', ''));
      return { console, number };
    };
    const knock = async (page: Page, number: string) => {
      await (await page.waitForSelector('input[name="number"]'))?.type(number);
      await (await page.$('input[name="name"]'))?.type('Jan Novák');
      await press(page, texts['join.submit']);
    };
    await signInDirectly(host, relay.url, await relay.addHost({ name: 'Anna Host' }));

    const first = await start();
    await see(first.console, 'console-invite');
    const joinPage = await customer.open(relay.url);
    await joinPage.waitForSelector('h1');
    await see(joinPage, 'join');
    await press(joinPage, texts['join.submit']);
    await see(joinPage, 'join-error');
    await knock(joinPage, first.number);
    await seesText(joinPage, texts['lobby.title']);
    await see(joinPage, 'join-lobby');
    await first.console.waitForSelector('.knock');
    await see(first.console, 'console-knock');
    await press(first.console, texts['console.admit']);
    await seesText(joinPage, texts['install.title']);
    await see(joinPage, 'join-open-install');
    await see(first.console, 'console-idle');
    await host.open(`${pages.url}/spa/`);
    await press(first.console, texts['console.shareControl']);
    await first.console.waitForSelector('dialog[open] select');
    await see(first.console, 'console-offer');
    await press(first.console, texts['console.offerAsk'].replace('{{name}}', 'Jan Novák'));
    await joinPage.waitForSelector('[role="alertdialog"] button:enabled.primary');
    await see(joinPage, 'join-question-offer');
    await see(first.console, 'console-offered');
    await press(joinPage, texts['consent.allow']);
    await mirrorShows(joinPage, 'Attic');
    await seesText(joinPage, texts['console.controlOn']);
    await see(joinPage, 'join-watching');
    await see(first.console, 'console-own-page-controlled');
    await press(joinPage, texts['console.stopView']);
    await waitFor('the end of it', async () => (await first.console.$('.shown')) === null);
    await see(first.console, 'console-own-page-released');
    await press(first.console, texts['console.tabSession']);
    await see(first.console, 'console-tab-session');
    await press(first.console, texts['console.end']);
    await first.console.waitForSelector('dialog[open]');
    await see(first.console, 'console-end-dialog');
    await press(first.console, texts['console.end']);
    await seesText(joinPage, texts['assist.ended']);
    await see(joinPage, 'join-ended');
    await see(first.console, 'console-ended');
    await first.console.close();

    const { console, number } = await start();
    await press(console, texts['console.tabTools']);
    await see(console, 'console-tab-tools');
    await press(console, texts['console.tabDesktop']);
    await see(console, 'console-tab-desktop');
    await press(console, texts['console.tabApplication']);
    const shop = await host.open(`${pages.url}/spa/`);
    await knock(await host.open(relay.url), number);
    const assist = await host.extensionPage('assist');
    await seesText(assist, texts['lobby.title']);
    await see(assist, 'assist-lobby');
    await press(console, texts['console.admit']);
    await seesText(assist, texts['assist.nothingShown']);
    await assist.waitForSelector('.safety-words');
    await see(assist, 'assist-open');
    await press(console, texts['console.shareView']);
    await console.waitForSelector('dialog[open] select');
    await press(console, texts['console.offerAsk'].replace('{{name}}', 'Jan Novák'));
    await assist.waitForSelector('[role="alertdialog"] button:enabled.primary');
    await see(assist, 'assist-question-offer');
    await press(assist, texts['consent.allow']);
    await mirrorShows(assist, 'Attic');
    await see(assist, 'assist-watching');
    await see(console, 'console-own-page-shown');
    await press(console, texts['assist.stop']);
    await seesText(assist, texts['watch.stopped'].replace('{{host}}', 'Anna Host'));
    await see(assist, 'assist-watched-before');
    await press(console, texts['console.requestView']);
    await assist.waitForSelector('[role="alertdialog"] button:enabled.primary');
    await see(assist, 'assist-question-view');
    await see(console, 'console-asking');
    await press(assist, texts['consent.allow']);
    await mirrorShows(console, 'Attic');
    await see(assist, 'assist-shown');
    await press(assist, texts['theirView.show']);
    await theirViewShows(assist, 'Attic');
    await see(assist, 'assist-their-view');
    await press(assist, texts['theirView.show']);
    await press(assist, texts['choose.hide']);
    await seesText(assist, texts['choose.hideHow'].slice(0, 30));
    await see(assist, 'assist-picking');
    await shop.keyboard.press('Tab');
    await shop.keyboard.press('Enter');
    await assist.waitForSelector('.chosen');
    await see(assist, 'assist-hidden-things');
    await see(console, 'console-mirror');
    await press(console, texts['console.requestControl']);
    await assist.waitForSelector('[role="alertdialog"] button:enabled.primary');
    await see(assist, 'assist-question-control');
    await press(assist, texts['consent.allow']);
    await seesText(console, texts['console.controlOn']);
    await see(assist, 'assist-controlled');
    await see(console, 'console-controlled');
    for (const [path, title] of [
      ['features/details.html', 'Details'],
      ['frames/', 'Frames and shadows'],
    ] as const) {
      await host.open(`${pages.url}/${path}`);
      await addTab(assist, title, texts);
      await mirrorShows(console, title);
    }
    await shop.bringToFront();
    await shop.evaluate(() => {
      const link = document.body.appendChild(document.createElement('a'));
      Object.assign(link, { href: '/features/popover.html', target: '_blank', id: 'away', textContent: 'Away' });
    });
    await shop.click('#away');
    await assist.waitForSelector('[data-proposed] button:enabled');
    await see(assist, 'assist-tabs');
    await see(console, 'console-tabs');
    await press(assist, texts['assist.addTab']);
    await assist.waitForSelector('.shown select');
    await see(assist, 'assist-add-tab');
    const popup = await host.openExtensionPage('popup');
    await popup.setViewport({ width: 340, height: 600 });
    await popup.waitForSelector('.helped');
    await see(popup, 'popup-helped');
    await popup.close();
    await press(assist, texts['assist.end']);
    await assist.waitForSelector('dialog[open]');
    await press(assist, texts['assist.end']);
    await seesText(assist, texts['assist.ended']);
    const endedByHost = texts['assist.endedByHost'].replace('{{host}}', 'Anna Host');
    expect(await assist.evaluate(() => document.body.innerText)).not.toContain(endedByHost);
    await assist.waitForSelector('.receipt li');
    await see(assist, 'assist-ended');
    expect(faults).toEqual([]);
  });
});
