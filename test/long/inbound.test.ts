import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { inboundOf, queueOf } from '../support/queues.ts';
import { screenshot } from '../support/screenshot.ts';
import { addAssistant } from '../support/story/calls.ts';
import { pressHelp } from '../support/story/embed.ts';
import { type HelpDesk, openHelpDesk } from '../support/story/help-desk.ts';
import { followHelpLink } from '../support/story/help-link.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { clickInMirror, inMirror, mirrorShows, textInMirror } from '../support/story/mirror.ts';
import { kindsOf } from '../support/story/pairs.ts';
import { hasButton, press, seesText } from '../support/story/press.ts';
import { webPage } from '../support/story/web-page.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];
const builds = { chromium: 'chromeAllSites', firefox: 'firefox' } as const;
const begin = { surface: 'page', level: 'control', isCalled: false, url: null } as const;

let pages: FixtureServer;
/** Another site, to which the extension for the first one has access too. */
let elsewhere: FixtureServer;
beforeAll(async () => {
  [pages, elsewhere] = await Promise.all([startFixtureServer(), startFixtureServer()]);
});
afterAll(() => Promise.all([pages.close(), elsewhere.close()]));

async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await screenshot(page, pictures, `long-inbound-${name}`);
  expect(await axeFaults(page)).toEqual([]);
}
/** The page that the question is about, of those that could be shown. */
const chosenPage = (assist: Page) =>
  waitFor('a page in the question', () =>
    assist.evaluate(
      () => document.querySelector<HTMLSelectElement>('[role="alertdialog"] select')?.selectedOptions[0]?.textContent,
    ),
  );
const questions = (page: Page) => page.$$eval('[role="alertdialog"]', (all) => all.length);
/** The one question about both; one Allow, and the host sees and controls. */
async function allowBoth(console: Page, assist: Page, name: string): Promise<void> {
  await seesText(assist, 'Let Anna Host see and control this page?');
  await seesText(assist, 'What you type in fields is hidden.');
  expect(await questions(assist)).toBe(1);
  await waitFor('Allow to count', () => hasButton(assist, 'Allow'));
  await picture(assist, `${name}-question`);
  await press(assist, 'Allow');
  await seesText(console, 'You are in control');
  expect(await questions(assist)).toBe(0);
}

describe.each(kindsOf('firefox'))(
  'a queue that begins with control, a customer in %s without the extension',
  (kind) => {
    let helpDesk: HelpDesk;
    let customer: TestBrowser;
    let page: Page;
    let help: Page;
    let console: Page;
    beforeAll(async () => {
      helpDesk = await openHelpDesk(inboundOf(queueOf('both', { name: 'Hands on', begin })));
      customer = await launchBrowser(kind, { display: lane().display, blocksPopups: true });
      page = await customer.open(`${pages.url}/embed/index.html?relay=${helpDesk.relay.url}&queue=both`);
    });
    afterAll(async () => {
      await customer.close();
      await helpDesk.end();
    });

    const pressInMirror = async (times: number) => {
      await mirrorShows(console, 'All for the garden');
      await clickInMirror(console, '#count');
      await waitFor(
        'the press',
        async () => (await page.evaluate(() => document.querySelector('#count')?.textContent)) === `Pressed: ${times}`,
      );
    };

    test('one question about view and control, one Allow, and the host does both', async () => {
      await pressHelp(page);
      help = await webPage(customer, `${helpDesk.relay.url}/help/both?embed`);
      await press(helpDesk.desk, 'Accept');
      console = await helpDesk.host.extensionPage('console');
      await allowBoth(console, help, `embed-${kind}`);
      await pressInMirror(1);
    });

    test('cobrowsing that was ended begins again, with one question as before', async () => {
      await press(help, 'Stop showing');
      await seesText(console, 'Customer stopped showing the page');
      await press(console, 'Request control');
      await allowBoth(console, help, `embed-again-${kind}`);
      await pressInMirror(2);
    });

    test('leaving the site is said on both sides, and with the extension it is followed after a question', async () => {
      await page.evaluate((to) => location.assign(to), `${elsewhere.url}/spa/`);
      const left = 'does not belong to the site on which help began';
      await seesText(console, left);
      await seesText(help, left);
      await seesText(help, 'add Beside to your browser');
      await picture(help, `left-site-${kind}`);
      expect(await inMirror(console, (mirror) => mirror.body?.textContent)).not.toContain('Rooms');

      await customer.install(lane().builds[builds[kind]]);
      const assist = await customer.extensionPage('assist');
      await seesText(assist, 'Anna Host is helping you');
      await seesText(assist, 'Nothing of yours is shown.');
      await press(console, 'Request view');
      await seesText(assist, 'Let Anna Host see this page?');
      expect(await chosenPage(assist)).toContain(elsewhere.url.replace('http://', ''));
      await press(assist, 'Allow');
      await mirrorShows(console, 'Attic');
    });
  },
);

describe.each(kindsOf('chromium'))('with the extension in %s', (kind) => {
  let helpDesk: HelpDesk;
  let customer: TestBrowser;
  let helper: TestBrowser;
  let shop: Page;
  let assist: Page;
  /** Two hosts' consoles: at first she leads and he helps. */
  let anna: Page;
  let petr: Page;
  beforeAll(async () => {
    const known = { origins: [pages.url] };
    helpDesk = await openHelpDesk(inboundOf(queueOf('both', { name: 'Hands on', begin, ...known })));
    [customer, helper] = await Promise.all([launchWithExtension(kind), launchWithExtension('chromium')]);
    await customer.open(`${pages.url}/frames/`);
    shop = await customer.open(`${pages.url}/spa/`);
  });
  afterAll(async () => {
    await Promise.all([customer.close(), helper.close()]);
    await helpDesk.end();
  });

  test('the link on a page that the queue knows and one Allow: two clicks, no character, and the host does both', async () => {
    await followHelpLink(customer, shop, `${helpDesk.relay.url}/help/both`);
    await press(helpDesk.desk, 'Accept');
    anna = await helpDesk.host.extensionPage('console');
    assist = await customer.extensionPage('assist');
    await allowBoth(anna, assist, `extension-${kind}`);
    await mirrorShows(anna, 'Garden');
    await clickInMirror(anna, '#star-garden');
    await waitFor('the star', () =>
      shop.evaluate(() => document.querySelector('#star-garden')?.textContent?.includes('★')),
    );
  });

  test('a host who comes to help is named to the customer, and may not hand the session on', async () => {
    petr = await addAssistant(helpDesk.relay, anna, helper, 'Petr Helper');
    await seesText(assist, 'Also here: Petr Helper');
    await seesText(assist, 'Anna Host is helping you');
    await press(petr, 'Session');
    await waitFor('the way out', () => hasButton(petr, 'Leave session'));
    for (const name of ['Make Anna Host the lead', 'Transfer session', 'End session']) {
      expect(await hasButton(petr, name), name).toBe(false);
    }
  });

  test('the lead passes on: the customer sees who helps now, and what the one before saw and did is over', async () => {
    await press(anna, 'Session');
    await press(anna, 'Make Petr Helper the lead');
    await picture(anna, 'lead-question');
    await press(anna, 'Make Petr Helper the lead');
    await seesText(assist, 'Petr Helper is helping you');
    await seesText(assist, 'Also here: Anna Host');
    await seesText(assist, 'Nothing of yours is shown.');
    await picture(assist, `handed-over-${kind}`);
    for (const one of [anna, petr]) {
      await waitFor('no mirror', async () => (await textInMirror(one, '#star-garden')) === null);
      expect(await one.evaluate(() => document.body.innerText)).not.toContain('You are in control');
    }
    await waitFor('the way out', () => hasButton(anna, 'Leave session'));
    await waitFor('the lead’s tools', () => hasButton(petr, 'Make Anna Host the lead'));
    expect(await hasButton(anna, 'Make Petr Helper the lead')).toBe(false);
  });

  test('the session counts at the desk as the new lead’s', async () => {
    const { desk } = helpDesk.relay.relay.room;
    const sessionId = await anna.evaluate(() => location.hash.slice(1));
    const holders = () => [...desk.hosts.values()].filter(({ sessions }) => sessions.has(sessionId));
    await waitFor('one who has it', () => holders().length === 1 && holders()[0]?.name === 'Petr Helper');
  });

  test('the new lead asks, and is allowed, by name', async () => {
    await press(petr, 'Application');
    await press(petr, 'Request control');
    await seesText(assist, 'Let Petr Helper see and control this page?');
    await press(assist, 'Allow');
    await seesText(petr, 'You are in control');
    await mirrorShows(petr, 'Garden');
    expect(await textInMirror(anna, '#star-garden')).toBeNull();
  });
});

describe.each(kindsOf('chromium'))('who installs the extension while waiting in %s', (kind) => {
  let helpDesk: HelpDesk;
  let customer: TestBrowser;
  let clicks = 0;
  beforeEach(async () => {
    clicks = 0;
    const form = [{ id: 'order', kind: 'number', label: 'Order number', required: true }] as const;
    const store = 'https://store.example/beside';
    helpDesk = await openHelpDesk(
      inboundOf(queueOf('orders', { name: 'Orders', form: [...form], begin: { ...begin, level: 'view' } })),
      'chromium',
      { env: { BESIDE_STORE_CHROME: store, BESIDE_STORE_FIREFOX: store } },
    );
    customer = await launchBrowser(kind, { display: lane().display, blocksPopups: true });
  });
  afterEach(async () => {
    await customer.close();
    await helpDesk.end();
  });

  test('keeps the place, types nothing twice, and is seen after at most six clicks', async () => {
    const { relay, host, desk } = helpDesk;
    const click = async (page: Page, name: string) => {
      clicks += 1;
      await press(page, name);
    };
    const shop = await customer.open(`${pages.url}/frames/`);
    clicks += 1;
    const help = await followHelpLink(customer, shop, `${relay.url}/help/orders`);
    await (await help.waitForSelector('input[name="order"]'))?.type('1234');
    await click(help, 'Ask for help');
    await seesText(help, 'Somebody is about to help you');
    const [requestId] = [...relay.relay.room.desk.waiting.keys()];
    await picture(help, `waiting-${kind}`);

    await click(help, 'Get it from the store');
    // The store’s own: Add to the browser, and its question.
    clicks += 2;
    await customer.install(lane().builds[builds[kind]]);
    await waitFor('the guide to be gone', async () => !(await hasButton(help, 'Get it from the store')));
    expect([...relay.relay.room.desk.waiting.keys()]).toEqual([requestId]);
    expect(await help.$('input')).toBeNull();
    await seesText(desk, '1234');
    await press(desk, 'Accept');

    const assist = await customer.extensionPage('assist');
    await seesText(assist, 'Let Anna Host see this page?');
    expect(await chosenPage(assist)).toContain('Frames and shadows');
    expect(await assist.$('[role="alertdialog"] input')).toBeNull();
    await click(assist, 'Allow');
    await mirrorShows(await host.extensionPage('console'), 'Frames and shadows');
    expect(clicks).toBeLessThanOrEqual(6);
  });
});
