import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createSiteInbound } from '../../server/settings/site-inbound.ts';
import { axeFaults } from '../support/axe.ts';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { type LocalRelay, startLocalRelay } from '../support/local-relay.ts';
import { makeHost, type TestHost } from '../support/make-host.ts';
import { inboundOf, queueOf } from '../support/queues.ts';
import { realKeys } from '../support/real-keys.ts';
import { screenshot } from '../support/screenshot.ts';
import { signInDirectly } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { mirrorShows } from '../support/story/mirror.ts';
import { kindsOf } from '../support/story/pairs.ts';
import { press, seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];

const closedAllWeek = {
  timeZone: 'Europe/Prague',
  week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  holidays: [],
};

let relay: LocalRelay;
let pages: FixtureServer;
let host: TestBrowser;
let plain: TestBrowser;
let anna: TestHost;
let petr: TestHost;
let desk: Page;

beforeAll(async () => {
  [relay, pages] = await Promise.all([
    startLocalRelay({ port: lane().relayPort, limits: { requestsPerMinute: 1_000 } }),
    startFixtureServer(),
  ]);
  await createSiteInbound(relay.deps).set(
    inboundOf(
      queueOf('shop', {
        name: 'Shop',
        description: 'Orders, deliveries and returns.',
        isNameAsked: true,
        form: [
          { id: 'order', kind: 'number', label: 'Order number', required: true },
          { id: 'about', kind: 'choice', label: 'What is it about?', required: false, choices: ['Delivery', 'Return'] },
        ],
        begin: { surface: 'page', level: 'view', isCalled: false, url: null },
      }),
      queueOf('quick', { name: 'Quick help', begin: { surface: 'page', level: 'view', isCalled: false, url: null } }),
      queueOf('lonely', { name: 'Lonely desk', members: [], nobodyText: 'We are back on Monday.' }),
      queueOf('first', {
        name: 'First line',
        members: [],
        escalation: { afterMs: 5_000, queueId: 'second' },
        form: [{ id: 'about', kind: 'text', label: 'What is it about?', required: true }],
        rules: [
          {
            when: { field: 'about', is: 'contains', value: 'invoice' },
            // oxlint-disable-next-line unicorn/no-thenable -- An object, never a function.
            then: { to: 'queue', queueId: 'second' },
          },
        ],
      }),
      queueOf('second', { name: 'Second line' }),
      queueOf('night', { name: 'Night desk', hours: closedAllWeek, closedText: 'Write to us.' }),
    ),
  );
  [anna, petr] = await Promise.all([
    makeHost(relay.deps, { name: 'Anna Host' }),
    makeHost(relay.deps, { name: 'Petr Host' }),
  ]);
  [host, plain] = await Promise.all([
    launchWithExtension('chromium'),
    launchBrowser('chromium', { display: lane().display }),
  ]);
  await signInDirectly(host, relay.url, anna);
  desk = await host.openExtensionPage('desk');
  await desk.waitForSelector('input[value="available"]');
  await desk.click('label.availability-available');
  await seesText(desk, 'Nobody waits for you.');
});
afterAll(async () => {
  await Promise.all([host.close(), plain.close()]);
  await Promise.all([relay.end(), pages.close()]);
});
afterEach(async () => {
  for (const console of await host.extensionPagesNow('console')) await console.close();
  await desk.bringToFront();
});

async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await screenshot(page, pictures, `inbound-${name}`);
  expect(await axeFaults(page)).toEqual([]);
}
const call = (method: string, path: string, bearer: string, body: object = {}) =>
  fetch(relay.url + path, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
/** A key command: of the browser, so pressed on the real keyboard over the window with that in its title. */
async function pressKeys(title: string, keys: string): Promise<void> {
  const real = realKeys(lane().display);
  const window = await waitFor(`the window "${title}"`, async () => (await real.windows(title)).at(-1));
  await real.press(window, keys);
}
async function waitInShop(at: string): Promise<Page> {
  const page = await plain.open(relay.url + at);
  await press(page, 'Ask for help');
  await seesText(page, 'Somebody is about to help you');
  return page;
}

test('the form says what is wrong at its fields, takes what the link knows, and leads into the waiting room', async () => {
  const page = await plain.open(`${relay.url}/help/shop?order=12a&name=Jan+Nov%C3%A1k`);
  await press(page, 'Ask for help');
  await seesText(page, 'That is not a number.');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('order');
  await picture(page, 'form');
  await page.$eval('input[name="order"]', (field) => (field.value = ''));
  await page.type('input[name="order"]', '1234');
  await page.select('select[name="about"]', 'Return');
  await press(page, 'Ask for help');
  await seesText(page, 'Somebody is about to help you');
  await picture(page, 'waiting');
});

test('the request rings at the host within a second, with what was answered; a reload keeps the place', async () => {
  await seesText(desk, 'Jan Novák asks for help');
  await seesText(desk, '1234');
  await seesText(desk, 'Return');
  await picture(desk, 'desk');
  const [, page] = await plain.browser.pages();
  await page?.reload();
  await waitFor('the waiting room', async () => page && (await page.$('.waiting-dots')) !== null);
  const before = performance.now();
  const other = await waitInShop('/help/shop?order=77&name=Eva');
  await seesText(desk, 'Eva asks for help');
  expect(performance.now() - before).toBeLessThan(10_000);
  await press(other, 'Leave the queue');
  await press(other, 'Leave the queue');
  await seesText(other, 'You have left the queue');
  await waitFor('the offer to go', async () => !(await desk.evaluate(() => document.body.innerText)).includes('Eva'));
});

test('one click takes the request: both are in the session, and the host sees how the customer came', async () => {
  const [, page] = await plain.browser.pages();
  if (!page) throw new Error('There is no waiting room.');
  await press(desk, 'Accept');
  const console = await host.extensionPage('console');
  await seesText(console, 'Jan Novák');
  await seesText(console, 'Order number');
  await seesText(page, 'Anna Host is helping you');
  await picture(console, 'console');

  await call('PUT', '/api/desk/availability', petr.bearer, { availability: 'available' });
  await press(console, 'Session');
  await press(console, 'Transfer session');
  await console.waitForSelector('dialog[open] select');
  await console.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('dialog[open] select');
    const petrs = [...(select?.options ?? [])].find(({ text }) => text.startsWith('Petr Host'));
    if (select && petrs) select.value = petrs.value;
    select?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await console.type('dialog[open] textarea', 'He wants to return it.');
  await picture(console, 'hand-on');
  await press(console, 'Transfer and leave');
  await seesText(console, 'Waiting for the session to be taken.');
  const requestId = await waitFor('the request for Petr', () => [...relayDeskIds()].find((id) => id !== undefined));
  expect((await call('POST', `/api/desk/requests/${requestId}/accept`, petr.bearer)).status).toBe(200);
  await seesText(page, 'Petr Host is helping you');
  await seesText(console, 'The session was handed on.');
  await call('PUT', '/api/desk/availability', petr.bearer, { availability: 'away' });
});

/** Requests that wait, as the relay's own desk has them. */
function relayDeskIds(): string[] {
  return [...relay.relay.room.desk.waiting.keys()];
}

test('outside of its hours a queue says so', async () => {
  const page = await plain.open(`${relay.url}/help/night`);
  await seesText(page, 'Closed at the moment.');
  await seesText(page, 'Write to us.');
  await picture(page, 'closed');
  const none = await plain.open(`${relay.url}/help/no-such-queue`);
  await seesText(none, 'This link leads to no queue');
  const choice = await plain.open(`${relay.url}/help`);
  await seesText(choice, 'What do you need help with?');
  await picture(choice, 'choice');
});

test('where nobody is there it says so; by a rule or in time a request goes on, and is accepted by the key', async () => {
  const lonely = await plain.open(`${relay.url}/help/lonely`);
  await press(lonely, 'Ask for help');
  await seesText(lonely, 'At the moment nobody is there.');
  await seesText(lonely, 'We are back on Monday.');
  await picture(lonely, 'nobody');

  const ruled = await plain.open(`${relay.url}/help/first?about=My+invoice`);
  await press(ruled, 'Ask for help');
  await seesText(ruled, 'Second line');
  await seesText(desk, 'My invoice');
  await press(desk, 'Decline');
  await press(ruled, 'Leave the queue');
  await press(ruled, 'Leave the queue');

  const patient = await plain.open(`${relay.url}/help/first?about=Opening+hours`);
  await press(patient, 'Ask for help');
  await seesText(patient, 'First line');
  await seesText(patient, 'Second line');
  await seesText(desk, 'Opening hours');
  await desk.bringToFront();
  await pressKeys('Requests', 'alt+shift+j');
  const console = await host.extensionPage('console');
  await seesText(patient, 'Anna Host is helping you');

  await press(console, 'Session');
  await press(console, 'Transfer session');
  await console.waitForSelector('dialog[open] select');
  await console.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('dialog[open] select');
    const lonelyOne = [...(select?.options ?? [])].find(({ text }) => text.includes('Lonely desk'));
    if (select && lonelyOne) select.value = lonelyOne.value;
    select?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await press(console, 'Transfer and leave');
  await seesText(console, 'Waiting for the session to be taken.');
  await press(console, 'Take it back');
  await seesText(console, 'Transfer session');
  await seesText(patient, 'Anna Host is helping you');
});

test.each(kindsOf('firefox'))(
  'with the extension (%s) help is asked for by the key or from the popup, and one Allow shows the page',
  async (kind) => {
    const customer = await launchWithExtension(kind);
    try {
      const shop = await customer.open(`${pages.url}/spa/`);
      const queues = () =>
        waitFor('the window of the queues', async () =>
          (await customer.browser.pages()).find((page) => page.url().startsWith(`${relay.url}/help`)),
        );
      await pressKeys('Rooms', 'alt+shift+u');
      const byKey = await queues();
      await seesText(byKey, 'Quick help');
      await byKey.close();
      const popup = await customer.openPopup(shop);
      await press(popup, 'Ask for help');
      const help = await queues();
      await press(help, 'Quick help open');
      await press(help, 'Ask for help');
      await seesText(desk, 'Customer asks for help');
      await press(desk, 'Accept');
      const assist = await customer.extensionPage('assist');
      await seesText(assist, 'Let Anna Host see this page?');
      await press(assist, 'Allow');
      const console = await host.extensionPage('console');
      await mirrorShows(console, 'Garden');
    } finally {
      await customer.close();
    }
  },
);
