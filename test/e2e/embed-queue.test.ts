import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSiteInbound } from '../../server/settings/site-inbound.ts';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { type LocalRelay, startLocalRelay } from '../support/local-relay.ts';
import { makeHost } from '../support/make-host.ts';
import { inboundOf, queueOf } from '../support/queues.ts';
import { pressHelp } from '../support/story/embed.ts';
import { signInDirectly } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { mirrorShows } from '../support/story/mirror.ts';
import { kindsOf } from '../support/story/pairs.ts';
import { press, seesText } from '../support/story/press.ts';
import { webPage } from '../support/story/web-page.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const begin = { surface: 'page', level: 'view', isCalled: false, url: null } as const;

let relay: LocalRelay;
let pages: FixtureServer;
let host: TestBrowser;
let desk: Page;

beforeAll(async () => {
  [relay, pages] = await Promise.all([startLocalRelay({ port: lane().relayPort }), startFixtureServer()]);
  const hours = { timeZone: 'Europe/Prague', week: never, holidays: [] };
  const inbound = inboundOf(
    queueOf('quick', { name: 'Quick help', begin }),
    queueOf('night', { name: 'Night desk', hours }),
    queueOf('orders', { form: [{ id: 'order', kind: 'number', label: 'Order number', required: true }], begin }),
  );
  // Nobody ends a session here.
  await createSiteInbound(relay.deps).set({ ...inbound, capacity: 20 });
  host = await launchWithExtension('chromium');
  await signInDirectly(host, relay.url, await makeHost(relay.deps, { name: 'Anna Host' }));
  desk = await host.openExtensionPage('desk');
  await desk.waitForSelector('input[value="available"]');
  await desk.click('label.availability-available');
});
afterAll(async () => {
  await host.close();
  await Promise.all([relay.end(), pages.close()]);
});

describe.each(kindsOf('firefox'))('a customer in %s without the extension', (kind) => {
  let customer: TestBrowser;
  beforeAll(async () => {
    customer = await launchBrowser(kind, { display: lane().display, blocksPopups: true });
  });
  afterAll(() => customer.close());

  const openWith = (query: string) => customer.open(`${pages.url}/embed/index.html?relay=${relay.url}&${query}`);

  test('is seen on the page of the button after two clicks: the button and Allow', async () => {
    const page = await openWith('queue=quick');
    await pressHelp(page);
    const help = await webPage(customer, `${relay.url}/help/quick?embed`);
    await press(desk, 'Accept');
    const console = await host.extensionPage('console');
    await seesText(help, 'Let Anna Host see this page?');
    await seesText(help, 'Garden shop');
    await press(help, 'Allow');
    await mirrorShows(console, 'All for the garden');
    await page.close();
    await seesText(help, 'The page was closed. Nothing is shown.');
    await help.close();
    // The next customer gets one too.
    await console.close();
    await desk.bringToFront();
  });

  test('finds in the form what the page has given along, and is seen on that page after Allow', async () => {
    const page = await openWith('queue=orders&order=1234');
    await pressHelp(page);
    const help = await webPage(customer, `${relay.url}/help/orders?embed`);
    await waitFor('the order number', () =>
      help.evaluate(() => document.querySelector<HTMLInputElement>('input[name="order"]')?.value === '1234'),
    );
    await press(help, 'Ask for help');
    await seesText(desk, '1234');
    await press(desk, 'Accept');
    const console = await host.extensionPage('console');
    await seesText(help, 'Let Anna Host see this page?');
    await press(help, 'Allow');
    await mirrorShows(console, 'All for the garden');
    await help.close();
    await console.close();
    await desk.bringToFront();
  });

  test('asks by an element of the site’s own, which knows whether the queue is closed', async () => {
    const page = await openWith('queue=night&element=%23own-help');
    const look = () => page.evaluate(() => document.querySelector<HTMLElement>('#own-help')?.dataset['besideHelp']);
    await waitFor('the closed look', async () => (await look()) === 'closed');
    expect(await page.evaluate(() => document.documentElement.querySelectorAll(':scope > div').length)).toBe(0);
    await page.click('#own-help');
    const help = await webPage(customer, `${relay.url}/help/night?embed`);
    await seesText(help, 'Closed at the moment.');
    await help.close();
  });
});
