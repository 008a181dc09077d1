import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { lane } from '../support/lane.ts';
import { type LocalRelay, startLocalRelay } from '../support/local-relay.ts';
import { makeHost } from '../support/make-host.ts';
import { screenshot } from '../support/screenshot.ts';
import { addAssistant } from '../support/story/calls.ts';
import { allow, joinWithExtension } from '../support/story/customer.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { clickInMirror, inMirror, mirrorShows, textInMirror } from '../support/story/mirror.ts';
import { hasButton, press, seesText } from '../support/story/press.ts';
import { addTab } from '../support/story/tabs.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];

let relay: LocalRelay;
let pages: FixtureServer;
let browsers: TestBrowser[];
let page: Page;
let assist: Page;
/** Two hosts' consoles: she leads, he helps. */
let anna: Page;
let petr: Page;

beforeAll(async () => {
  [relay, pages] = await Promise.all([
    startLocalRelay({ port: lane().relayPort, limits: { repairMs: 1_000 } }),
    startFixtureServer(),
  ]);
  browsers = await Promise.all([
    launchWithExtension('chromium'),
    launchWithExtension('chromium'),
    launchWithExtension('firefox'),
  ]);
  const [lead, helper, customer] = browsers as [TestBrowser, TestBrowser, TestBrowser];
  await signInDirectly(lead, relay.url, await makeHost(relay.deps, { name: 'Anna Host' }));
  const desk = await startSession(lead, await lead.open(relay.url));
  anna = desk.console;
  await customer.open(`${pages.url}/frames/`);
  page = await customer.open(`${pages.url}/spa/`);
  assist = await joinWithExtension(customer, relay.url, desk.number, 'Jan Novák');
  await press(anna, 'Admit');
  petr = await addAssistant(relay, anna, helper, 'Petr Helper');
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await Promise.all([relay.end(), pages.close()]);
});

const mirrored = (console: Page) => inMirror(console, (mirror) => mirror.body?.textContent ?? '');
const starsOf = (who: Page) => textInMirror(who, '#star-garden');
async function picture(name: string): Promise<void> {
  if (pictures) await screenshot(assist, pictures, `second-host-${name}`);
  expect(await axeFaults(assist)).toEqual([]);
}

test('[S8] a host who helps is offered nothing but the customer’s page', async () => {
  await waitFor('the console', () => hasButton(petr, 'Request view'));
  const buttons = await petr.evaluate(() =>
    [...document.querySelectorAll('button')].map(({ textContent }) => textContent.trim()),
  );
  expect(buttons.filter((text) => /^(Share|Offer)/.test(text))).toEqual([]);
});

test('[S9] who is allowed first sees the page, and nobody else', async () => {
  await press(petr, 'Request view');
  await allow(assist, 'Rooms');
  await mirrorShows(petr, 'Garden');
  await seesText(assist, 'Shown to Petr Helper');
  expect(await mirrored(anna)).toBeUndefined();
});

test('[S9] a second one is asked about by name, and both see the same from then on', async () => {
  await press(anna, 'Request view');
  await seesText(assist, 'Anna Host sees what Petr Helper sees');
  await picture('question');
  await press(assist, 'Allow');
  await mirrorShows(anna, 'Garden');
  await mirrorShows(petr, 'Garden');
  await seesText(assist, 'Shown to Anna Host and Petr Helper');
  await picture('shown');
  await page.bringToFront();
  await page.click('#star-garden');
  const stars = await page.evaluate(() => document.querySelector('#star-garden')?.textContent ?? '');
  for (const who of [anna, petr]) await waitFor('the star', async () => (await starsOf(who)) === stars);
});

test('[S9] the tab that the first one sees is what the second sees', async () => {
  await addTab(assist, 'Frames');
  for (const who of [anna, petr]) await mirrorShows(who, 'Frames and shadows');
  await page.bringToFront();
  // What both see at once is the last picture (B6); a change shows that the fresh snapshot is there.
  await page.evaluate(() => document.body.append('Back again'));
  for (const who of [anna, petr]) await mirrorShows(who, 'Back again');
});

test('[S10] one has control, the other goes on seeing what that one does', async () => {
  await press(petr, 'Request control');
  await seesText(assist, 'Let Petr Helper control this page?');
  await press(assist, 'Allow');
  await seesText(petr, 'You are in control');
  await mirrorShows(anna, 'Garden');
  const before = await starsOf(anna);
  await clickInMirror(petr, '#star-garden');
  await waitFor('the star of the one in control', async () => (await starsOf(anna)) !== before);

  await press(anna, 'Request control');
  await seesText(assist, 'Let Anna Host control this page?');
  await press(assist, 'Allow');
  await seesText(anna, 'You are in control');
  await waitFor('the other to have none', () => hasButton(petr, 'Request control'));
  await mirrorShows(petr, 'Garden');
});

test('a window that is reloaded begins anew with what is there now', async () => {
  await petr.reload();
  await mirrorShows(petr, 'Garden');
});

test('[S9] Stop for one is no Stop for the other, and Stop is one for all', async () => {
  await press(assist, 'Stop showing to Anna Host');
  await seesText(assist, 'Shown to Petr Helper');
  await waitFor('her mirror to go', async () => (await mirrored(anna)) === undefined);
  await mirrorShows(petr, 'Garden');
  await press(assist, 'Stop showing all');
  await waitFor('his mirror to go', async () => (await mirrored(petr)) === undefined);
  await seesText(assist, 'Nothing of yours is shown');
});
