import { afterAll, beforeAll, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { pressByKeyboard, tabTo } from '../support/story/by-keyboard.ts';
import { signInDirectly } from '../support/story/host.ts';
import { mirrorShows } from '../support/story/mirror.ts';
import { hasButton, seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

let relay: TestRelay;
let pages: FixtureServer;
let host: TestBrowser;
let customer: TestBrowser;
beforeAll(async () => {
  relay = await startRelay({ port: lane().relayPort });
  pages = await startFixtureServer();
  const options = { extension: lane().builds.chromeAllSites, display: lane().display };
  [host, customer] = await Promise.all([launchBrowser('chromium', options), launchBrowser('chromium', options)]);
});
afterAll(async () => {
  await Promise.all([host.close(), customer.close(), relay.stop(), pages.close()]);
});

test('a host and a customer go the whole way without a mouse', async () => {
  await signInDirectly(host, relay.url, await relay.addHost({ name: 'Anna Host' }));
  const popup = await host.openExtensionPage('popup');
  await pressByKeyboard(popup, 'Start session');
  const console = await host.extensionPage('console');
  const number = await waitFor('the session number', () =>
    console.evaluate(() => document.querySelector<HTMLElement>('[data-session-number]')?.dataset['sessionNumber']),
  );

  await customer.open(`${pages.url}/spa/`);
  const join = await customer.open(relay.url);
  await join.waitForSelector('input[name="number"]');
  await tabTo(join, 'number');
  await join.keyboard.type(number);
  await tabTo(join, 'name');
  await join.keyboard.type('Jan');
  await join.keyboard.press('Enter');
  const assist = await customer.extensionPage('assist');

  await seesText(console, 'Jan wants to join');
  await pressByKeyboard(console, 'Admit');
  await seesText(assist, 'Anna Host is helping you');
  await waitFor('the customer to be online', () => hasButton(console, 'Request view'));
  await pressByKeyboard(console, 'Request view', 'Space');
  await seesText(assist, 'Let Anna Host see this page?');
  expect(await assist.evaluate(() => document.activeElement === document.body)).toBe(true);
  await waitFor('Allow to be armed', () => hasButton(assist, 'Allow'));
  await pressByKeyboard(assist, 'Allow');
  await mirrorShows(console, 'Attic');

  await tabTo(console, 'Application');
  await console.keyboard.press('ArrowRight');
  await pressByKeyboard(console, 'End session');
  await console.waitForSelector('dialog[open]');
  await console.keyboard.press('Escape');
  await waitFor('the dialog to close', async () => (await console.$('dialog[open]')) === null);

  await pressByKeyboard(assist, 'Stop showing');
  await seesText(console, 'Jan stopped showing the page');
  await pressByKeyboard(assist, 'End session');
  await assist.waitForSelector('dialog[open]');
  await pressByKeyboard(assist, 'End session', 'Space');
  await seesText(assist, 'The session is over');
  await seesText(console, 'The session is over');
});
