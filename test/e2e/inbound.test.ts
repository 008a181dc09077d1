import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { acceptedSchema, Targets } from '../../shared/protocol/desk.ts';
import type * as v from 'valibot';
import { createSiteInbound } from '../../server/settings/site-inbound.ts';
import { days, type Hours } from '../../shared/queue/hours.ts';
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
import { crossPairsWith } from '../support/story/pairs.ts';
import { press, seesText } from '../support/story/press.ts';
import { webPage } from '../support/story/web-page.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];

/** Closed now, whichever day it is: an hour of the day after tomorrow. */
function laterHours(): Hours {
  const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  const later = days[(new Date().getUTCDay() + 1) % 7] ?? 'mon';
  return { timeZone: 'UTC', week: { ...never, [later]: [{ from: 9 * 60, to: 10 * 60 }] }, holidays: [] };
}
const begin = { surface: 'page', level: 'view', isCalled: false, url: null } as const;

describe.each(crossPairsWith('chromium'))('$host host, $customer customers', (pair) => {
  let relay: LocalRelay;
  let pages: FixtureServer;
  let host: TestBrowser;
  let plain: TestBrowser;
  let petr: TestHost;
  let desk: Page;
  /** The first customer's window. */
  let jan: Page;

  beforeAll(async () => {
    [relay, pages] = await Promise.all([
      startLocalRelay({ port: lane().relayPort, limits: { requestsPerMinute: 1_000 } }),
      startFixtureServer(),
    ]);
    const inbound = inboundOf(
      queueOf('shop', {
        name: 'Shop',
        description: 'Orders, deliveries and returns.',
        languages: ['en', 'cs'],
        isNameAsked: true,
        isHostChosen: true,
        form: [
          { id: 'order', kind: 'number', label: 'Order number', required: true },
          {
            id: 'about',
            kind: 'choice',
            label: 'What is it about?',
            required: false,
            choices: ['Delivery', 'Return'],
          },
        ],
        begin: { ...begin, url: `${pages.url}/frames/?records` },
      }),
      queueOf('quick', { name: 'Quick help', begin }),
      queueOf('hand', { name: 'By hand', isChosenByHosts: true }),
      queueOf('experts', { name: 'Experts' }),
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
      queueOf('night', { name: 'Night desk', hours: laterHours(), closedText: 'Write to us.' }),
    );
    // Nobody ends a session here.
    await createSiteInbound(relay.deps).set({ ...inbound, capacity: 20 });
    const [anna, other] = await Promise.all([
      makeHost(relay.deps, { name: 'Anna Host' }),
      makeHost(relay.deps, { name: 'Petr Host' }),
    ]);
    petr = other;
    [host, plain] = await Promise.all([
      launchWithExtension(pair.host),
      launchBrowser(pair.customer, { display: lane().display }),
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
  /** As Petr, of whom there is no window. */
  async function petrCalls<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(relay.url + path, {
      method,
      headers: { authorization: `Bearer ${petr.bearer}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect([path, answer.status]).toEqual([path, 200]);
    return (await answer.json()) as T;
  }
  /** A key command: of the browser, so pressed on the real keyboard over the window with that in its title. */
  async function pressKeys(title: string, keys: string): Promise<void> {
    const real = realKeys(lane().display);
    const window = await waitFor(`the window "${title}"`, async () => (await real.windows(title)).at(-1));
    await real.press(window, keys);
  }
  async function choose(page: Page, select: string, begins: string): Promise<void> {
    const value = await waitFor(`the choice "${begins}"`, () =>
      page.evaluate(
        (selector, text) =>
          [...(document.querySelector<HTMLSelectElement>(selector)?.options ?? [])].find((one) =>
            one.text.startsWith(text),
          )?.value,
        select,
        begins,
      ),
    );
    await page.select(select, value);
  }
  async function transferTo(console: Page, target: string, note: string): Promise<void> {
    await press(console, 'Session');
    await press(console, 'Transfer session');
    await choose(console, 'dialog[open] select', target);
    await console.type('dialog[open] textarea', note);
    await picture(console, 'hand-on');
    await press(console, 'Transfer and leave');
    await seesText(console, 'Waiting for the session to be taken.');
  }
  const leaveQueue = async (page: Page) => {
    await press(page, 'Leave the queue');
    await press(page, 'Leave the queue');
    await seesText(page, 'You have left the queue');
  };
  const notesRung = () => desk.evaluate(() => Number(document.body.dataset['notes'] ?? 0));

  test('the form says what is wrong at its fields, takes what the link knows, and leads into the waiting room', async () => {
    // What sounds: each note that begins while the browser plays.
    await desk.evaluate(() => {
      const { start } = AudioScheduledSourceNode.prototype;
      AudioScheduledSourceNode.prototype.start = function count(this: AudioScheduledSourceNode, when?: number) {
        if (this.context.state === 'running') {
          document.body.dataset['notes'] = String(Number(document.body.dataset['notes'] ?? 0) + 1);
        }
        start.call(this, when);
      };
    });
    const about = '&page=https%3A%2F%2Fshop.example%2Fcart%3Fsecret&title=Your+cart';
    jan = await plain.open(`${relay.url}/help/shop?order=12a&name=Jan+Nov%C3%A1k${about}`);
    await seesText(jan, 'Languages: English and Czech');
    await press(jan, 'Ask for help');
    await seesText(jan, 'That is not a number.');
    expect(await jan.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('order');
    await picture(jan, 'form');
    await jan.$eval('input[name="order"]', (field) => (field.value = ''));
    await jan.type('input[name="order"]', '1234');
    await jan.select('select[name="about"]', 'Return');
    await choose(jan, 'select[id$="-host"]', 'Anna Host');
    await press(jan, 'Ask for help');
    await seesText(jan, 'Somebody is about to help you');
    await seesText(jan, 'You are asked before anything of yours is shown.');
    await picture(jan, 'waiting');
  });

  test('the request rings at the host with what was answered; reload and navigation keep the place, who leaves is gone', async () => {
    for (const text of ['Jan Novák asks for help', '1234', 'Return', 'Your cart', 'waits 0:'])
      await seesText(desk, text);
    await waitFor('the ring', async () => (await notesRung()) > 0);
    expect(await desk.title()).toBe('● Requests');
    await picture(desk, 'desk');
    const [requestId] = [...relay.relay.room.desk.waiting.keys()];
    await jan.reload();
    await jan.waitForSelector('.waiting-dots');
    await jan.goto(`${pages.url}/frames/`);
    await jan.goto(`${relay.url}/help/shop`);
    await jan.waitForSelector('.waiting-dots');
    expect([...relay.relay.room.desk.waiting.keys()]).toEqual([requestId]);

    const eva = await plain.open(`${relay.url}/help/shop?order=77&name=Eva`);
    await press(eva, 'Ask for help');
    await seesText(desk, 'Eva asks for help');
    await leaveQueue(eva);
    await waitFor('the offer to go', async () => !(await desk.evaluate(() => document.body.innerText)).includes('Eva'));
  });

  test('one click takes the request: both are in the session, the host sees how the customer came, and the queue’s page', async () => {
    await press(desk, 'Accept');
    const console = await host.extensionPage('console');
    await seesText(console, 'Jan Novák');
    await seesText(console, 'Order number');
    await seesText(jan, 'Anna Host is helping you');
    await webPage(host, `${pages.url}/frames/?records`);
    await picture(console, 'console');
    const rung = await notesRung();
    await waitFor('the ring to end', async () => (await desk.title()) === 'Requests');

    // To a queue, of which Petr takes it.
    await petrCalls('PUT', '/api/desk/availability', { availability: 'available' });
    await transferTo(console, 'Queue: Experts', 'He wants to return it.');
    const requestId = await waitFor('the request in the queue', () => [...relay.relay.room.desk.waiting.keys()][0]);
    type Accepted = v.InferOutput<typeof acceptedSchema>;
    const { sessionId } = await petrCalls<Accepted>('POST', `/api/desk/requests/${requestId}/accept`);
    await seesText(jan, 'Petr Host is helping you');
    await seesText(console, 'The session was handed on.');
    await console.close();

    // To a host: it is for her, and rings there with all that he says.
    const { hosts } = await petrCalls<Targets>('GET', '/api/desk/targets');
    const hostId = hosts.find(({ name }) => name === 'Anna Host')?.hostId;
    const note = `Please look at the price. ${'x'.repeat(345 - 26)}`;
    await petrCalls('POST', '/api/desk/hand-on', { sessionId, to: { hostId }, note });
    await seesText(desk, note);
    await waitFor('another ring', async () => (await notesRung()) > rung);
    await press(desk, 'Accept');
    await host.extensionPage('console');
    await seesText(jan, 'Anna Host is helping you');
    await petrCalls('PUT', '/api/desk/availability', { availability: 'away' });
  });

  test('outside of its hours a queue says so, and when it opens by the reader’s clock', async () => {
    const page = await plain.open('about:blank');
    await page.emulateTimezone('Asia/Kolkata');
    await page.goto(`${relay.url}/help/night`);
    await seesText(page, 'Closed at the moment.');
    await seesText(page, 'Write to us.');
    const opens = new Date();
    opens.setUTCDate(opens.getUTCDate() + 2);
    const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(opens);
    // 9:00 in UTC.
    for (const text of ['Opens again:', weekday, '02:30', 'GMT+5:30']) await seesText(page, text);
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
    await leaveQueue(lonely);

    const ruled = await plain.open(`${relay.url}/help/first?about=My+invoice`);
    await press(ruled, 'Ask for help');
    await seesText(ruled, 'Second line');
    await seesText(desk, 'My invoice');
    await press(desk, 'Decline');
    await leaveQueue(ruled);

    const patient = await plain.open(`${relay.url}/help/first?about=Opening+hours`);
    await press(patient, 'Ask for help');
    await seesText(patient, 'First line');
    await seesText(patient, 'Second line');
    await seesText(desk, 'Opening hours');
    await desk.bringToFront();
    await pressKeys('Requests', 'alt+shift+j');
    const console = await host.extensionPage('console');
    await seesText(patient, 'Anna Host is helping you');

    await transferTo(console, 'Petr Host', 'Can you?');
    await press(console, 'Take it back');
    await seesText(console, 'Transfer session');
    await seesText(patient, 'Anna Host is helping you');
  });

  test('who says in the popup to be busy is offered nothing, and takes by hand where the queue allows it', async () => {
    const over = await host.open(relay.url);
    const popup = await host.openPopup(over);
    await popup.waitForSelector('input[value="busy"]');
    await popup.click('label.availability-busy');
    await seesText(desk, 'You are offered nothing until');
    if (!popup.isClosed()) await popup.close();
    await over.close();
    await desk.bringToFront();
    const quick = await plain.open(`${relay.url}/help/quick?name=Karel`);
    await press(quick, 'Ask for help');
    const page = await plain.open(`${relay.url}/help/hand?name=Otakar`);
    await press(page, 'Ask for help');
    await seesText(desk, 'Otakar');
    expect(await desk.evaluate(() => document.body.innerText)).not.toContain('Karel');
    await picture(desk, 'by-hand');
    await press(desk, 'Take Otakar');
    await host.extensionPage('console');
    await seesText(page, 'Anna Host is helping you');
    await leaveQueue(quick);
    // Firefox clicks in no window that is covered.
    await desk.bringToFront();
    await desk.click('label.availability-available');
    await seesText(desk, 'Nobody waits for you.');
  });

  test('with the extension help is asked for by the key or from the popup, and one Allow shows the page', async () => {
    const customer = await launchWithExtension(pair.customer);
    try {
      const shop = await customer.open(`${pages.url}/spa/`);
      const queues = () => webPage(customer, `${relay.url}/help`);
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
  });
});
