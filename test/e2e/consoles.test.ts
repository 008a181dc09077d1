import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Seat } from '../../shared/protocol/rest.ts';
import { axeFaults } from '../support/axe.ts';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { call, connect } from '../support/relay-client.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { screenshot } from '../support/screenshot.ts';
import { changeLayout, listed, oneMoreSession, switchByKey, textInTile } from '../support/story/console-window.ts';
import { join } from '../support/story/customer.ts';
import { pressHelp } from '../support/story/embed.ts';
import { countFacts } from '../support/story/facts.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { mirrorShows, textInMirror } from '../support/story/mirror.ts';
import { crossPairsWith } from '../support/story/pairs.ts';
import { press, seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];

let relay: TestRelay;
let pages: FixtureServer;
beforeAll(async () => {
  [relay, pages] = await Promise.all([startRelay({ port: lane().relayPort }), startFixtureServer()]);
});
afterAll(async () => {
  await Promise.all([relay.stop(), pages.close()]);
});

const people = ['Jan Novák', 'Eva Malá', 'Maximiliana Bartholomea z Hohenlohe-Langenburgu'] as const;

describe.each(crossPairsWith('chromium'))('$host host, customers in $customer', (pair) => {
  const bearer = { of: '' };
  let host: TestBrowser;
  let customer: TestBrowser;
  let console: Page;
  const helps: Page[] = [];
  const sites: Page[] = [];
  const picture = async (page: Page, name: string) => {
    if (pictures) await screenshot(page, pictures, `consoles-${pair.host}-${name}`);
  };
  const visitOf = (index: number) => sites[index]?.evaluate(() => document.querySelector('#visit')?.textContent);
  const chatOf = (page: Page) => page.evaluate(() => document.querySelector('.chat-lines')?.textContent ?? '');
  async function say(page: Page | undefined, text: string): Promise<void> {
    await page?.bringToFront();
    await page?.type('.chat-box textarea', text);
    await page?.keyboard.press('Enter');
  }

  beforeAll(async () => {
    [host, customer] = await Promise.all([
      launchWithExtension(pair.host),
      launchBrowser(pair.customer, { display: lane().display }),
    ]);
    const admin = await relay.addHost({ name: 'Anna Host', admin: true });
    bearer.of = admin.bearer;
    await signInDirectly(host, relay.url, admin);
  });
  afterAll(async () => {
    await Promise.all([host.close(), customer.close()]);
  });

  test('[X3] sessions that are begun come into the window that is for several, each with its own customer', async () => {
    const first = await startSession(host, await host.open(relay.url));
    console = first.console;
    await picture(console, 'dashboard-empty');
    await changeLayout(console, 'multi');
    const numbers = [first.number];
    for (let each = 1; each < people.length; each += 1) numbers.push(await oneMoreSession(host, console));
    expect(await host.extensionPagesNow('console')).toHaveLength(1);
    expect(new Set(numbers).size).toBe(people.length);
    await picture(console, 'multi-empty');
    for (const [index, name] of people.entries()) {
      const site = await customer.open(`${pages.url}/embed/index.html?relay=${relay.url}`);
      await pressHelp(site);
      const help = await waitFor('the window of help', async () =>
        (await customer.browser.pages()).find(
          (page) => page.url().startsWith(`${relay.url}/?embed`) && !helps.includes(page),
        ),
      );
      sites.push(site);
      helps.push(help);
      await join(help, numbers[index] ?? '', name);
      await waitFor('the knock in the list', async () => (await listed(console))[index]?.state === 'knocks');
      if (index === 1) await picture(console, 'multi-knocks');
      await switchByKey(console, index + 1);
      await press(console, 'Admit');
      await seesText(help, 'Anna Host is helping you');
    }
    expect((await listed(console)).map(({ name }) => name)).toEqual(people);
  });

  test('[X4] what is said in one session is counted in its row, and is in no other', async () => {
    await switchByKey(console, 1);
    await say(helps[1], 'Only Anna may read this');
    const row = await waitFor('the unread message', async () => {
      const [, second] = await listed(console);
      return second?.unread === 1 ? second : null;
    });
    expect(row.isFront).toBe(false);
    expect(await chatOf(console)).not.toContain('Only Anna');
    await picture(console, 'multi-unread');
    await switchByKey(console, 2);
    await waitFor('the message', async () => (await chatOf(console)).includes('Only Anna may read this'));
    await say(console, 'And only Eva this');
    await waitFor('the answer', async () => (await chatOf(helps[1] as Page)).includes('And only Eva this'));
    await waitFor('the message to count as read', async () => (await listed(console))[1]?.unread === 0);
    for (const other of [helps[0], helps[2]]) expect(await chatOf(other as Page)).not.toMatch(/only/i);
    expect(await axeFaults(console)).toEqual([]);
  });

  test('[X4] tiles show each customer their own page side by side', async () => {
    for (const index of [0, 1]) {
      await switchByKey(console, index + 1);
      await press(console, 'Request view');
      await helps[index]?.bringToFront();
      await press(helps[index] as Page, 'Allow');
      await sites[index]?.bringToFront();
      await waitFor('the page', async () =>
        (await textInTile(console, people[index] ?? '', '#visit'))?.startsWith('Visit '),
      );
    }
    await console.bringToFront();
    await press(console, 'Up to 4 side by side');
    for (const index of [0, 1]) {
      expect(await textInTile(console, people[index] ?? '', '#visit')).toBe(await visitOf(index));
    }
    expect(await visitOf(0)).not.toBe(await visitOf(1));
    expect(await console.$$('.tile:not([hidden])')).toHaveLength(3);
    const cut = await console.$$eval('.tile:not([hidden]) .drawing-tools button', (buttons) =>
      buttons.filter((button) => {
        const around = button.closest('.tile')?.getBoundingClientRect();
        const { left, right, bottom } = button.getBoundingClientRect();
        return !around || left < around.left || right > around.right || bottom > around.bottom;
      }),
    );
    expect(cut).toEqual([]);
    await picture(console, 'multi-tiles');
    expect(await axeFaults(console)).toEqual([]);
    await press(console, 'Up to 4 side by side');
  });

  test('[X3] from one console to another nothing is lost: draft, note, tab, picture, grant', async () => {
    await switchByKey(console, 1);
    const granted = countFacts(relay.data, 'share.granted');
    const started = await console.evaluate(() => performance.timeOrigin);
    await console.type('.chat-box textarea', 'half a sen');
    await console.type('.notes textarea', 'Has two gardens');
    await press(console, 'Session');
    await changeLayout(console, 'tray');
    const surface = await host.extensionPage('surface');
    await mirrorShows(surface, 'All for the garden');
    expect(await textInMirror(surface, '#visit')).toBe(await visitOf(0));
    await picture(surface, 'surface');
    await picture(console, 'tray');
    await console.click('.tray-button[data-panel="chat"]');
    expect(await console.$eval('.chat-box textarea', (box) => (box as HTMLTextAreaElement).value)).toBe('half a sen');
    await picture(console, 'tray-chat');
    expect(await axeFaults(console)).toEqual([]);
    await changeLayout(console, 'dashboard');
    await waitFor('the window to be as large as before', () => console.evaluate(() => innerWidth > 600 || null));
    await mirrorShows(console, 'All for the garden');
    await waitFor(
      'the window beside the tray to go',
      async () => (await host.extensionPagesNow('surface')).length === 0,
    );
    const kept = await console.evaluate(() => ({
      draft: document.querySelector<HTMLTextAreaElement>('.chat-box textarea')?.value,
      note: document.querySelector<HTMLTextAreaElement>('.notes textarea')?.value,
      tab: document.querySelector('[role="tab"][aria-selected="true"]')?.textContent,
      started: performance.timeOrigin,
    }));
    expect(kept).toEqual({ draft: 'half a sen', note: 'Has two gardens', tab: 'Session', started });
    expect(countFacts(relay.data, 'share.granted')).toBe(granted);
    expect(await listed(console)).toHaveLength(3);
    await picture(console, 'dashboard-several');
  });

  test('the tray stays on top in a window of its own, and comes back', async () => {
    await changeLayout(console, 'tray');
    await console.bringToFront();
    await console.click('.tray-button[data-panel="on-top"]');
    await seesText(console, 'The tray is on top of all windows.');
    const onTop = () =>
      console.evaluate(() => {
        const { window: top } = (globalThis as unknown as { documentPictureInPicture: { window: Window | null } })
          .documentPictureInPicture;
        return top && { text: top.document.body.innerText, buttons: top.document.querySelectorAll('button').length };
      });
    const shown = await waitFor('the tray on top', onTop);
    expect(shown.text).toContain(people[0]);
    expect(shown.buttons).toBeGreaterThan(7);
    await picture(console, 'tray-away');
    await press(console, 'Back into its window');
    await console.waitForSelector('.tray-bar');
    expect(await onTop()).toBeNull();
  });

  test('[X1] what the admin takes away is gone from open consoles at once, and the sessions go on', async () => {
    const own = { authorization: `Bearer ${bearer.of}`, 'content-type': 'application/json' };
    const inbound = (await (await fetch(`${relay.url}/api/inbound`, { headers: own })).json()) as object;
    const put = (consoles: string[]) =>
      fetch(`${relay.url}/api/inbound`, {
        method: 'PUT',
        headers: own,
        body: JSON.stringify({ ...inbound, consoles }),
      });
    expect((await put(['dashboard'])).status).toBe(200);
    await console.waitForSelector('.console[data-layout="dashboard"]');
    await waitFor('the choice to go', async () => (await console.$('[data-layout="tray"]')) === null);
    await mirrorShows(console, 'All for the garden');
    expect((await put(['dashboard', 'tray', 'multi'])).status).toBe(200);
    await console.waitForSelector('.tray');
  });

  test('a session that was taken elsewhere goes when its row is closed, and is not taken back', async () => {
    await changeLayout(console, 'multi');
    const own = await call(relay.url, 'GET', '/api/sessions', { token: bearer.of });
    const sessions = (await own.json()) as { sessionId: string; customer: string | null }[];
    const jans = sessions.find(({ customer: who }) => who === people[0])?.sessionId;
    const entered = await call(relay.url, 'POST', `/api/sessions/${jans}/enter`, { token: bearer.of, body: {} });
    const elsewhere = await connect(relay.url, (await entered.json()) as Seat);
    await waitFor('the row to say so', async () => (await listed(console)).some(({ state }) => state === 'lost'));
    await press(console, `Take ${people[0]} off the list`);
    const left = people.slice(1);
    await waitFor('the row to go', async () => (await listed(console)).length === left.length);
    // Then it looks for sessions of its host, as it does all the time.
    for (const _look of [1, 2]) await console.waitForResponse((answer) => answer.url().endsWith('/api/sessions'));
    expect((await listed(console)).map(({ name }) => name)).toEqual(left);
    await console.reload();
    await console.waitForSelector('.session-item');
    expect((await listed(console)).map(({ name }) => name)).not.toContain(people[0]);
    expect(elsewhere.ws.readyState).toBe(elsewhere.ws.OPEN);
    await elsewhere.close();
  });
});
