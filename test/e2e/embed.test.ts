import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../shared/protocol/limits.ts';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { giveControl } from '../support/story/begin.ts';
import { join } from '../support/story/customer.ts';
import { openHelp, pressHelp } from '../support/story/embed.ts';
import { countFacts } from '../support/story/facts.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { clickInMirror, inMirror, mirrorShows, textInMirror } from '../support/story/mirror.ts';
import { crossPairsWith } from '../support/story/pairs.ts';
import { press, seesText } from '../support/story/press.ts';
import { reload } from '../support/story/reload.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';
import { webPage } from '../support/story/web-page.ts';

let relay: TestRelay;
let pages: FixtureServer;
beforeAll(async () => {
  [relay, pages] = await Promise.all([startRelay({ port: lane().relayPort }), startFixtureServer()]);
});
afterAll(async () => {
  await Promise.all([relay.stop(), pages.close()]);
});

describe.each(crossPairsWith('chromium'))('$host host, $customer customer without the extension', (pair) => {
  let host: TestBrowser;
  let customer: TestBrowser;
  let console: Page;
  let page: Page;
  /** The relay's, where the customer joins and allows. */
  let help: Page;
  let grantedBefore: number;
  beforeAll(async () => {
    grantedBefore = countFacts(relay.data, 'share.granted');
    [host, customer] = await Promise.all([
      launchWithExtension(pair.host),
      launchBrowser(pair.customer, { display: lane().display, blocksPopups: true }),
    ]);
    await signInDirectly(host, relay.url, await relay.addHost({ name: 'Anna Host' }));
    const desk = await startSession(host, await host.open(relay.url));
    console = desk.console;
    page = await customer.open(`${pages.url}/embed/index.html?relay=${relay.url}`);
    help = await openHelp(customer, page, relay.url);
    await join(help, desk.number, 'Jan Novák');
    await press(console, 'Admit');
    await seesText(help, 'Anna Host is helping you');
  });
  afterAll(async () => {
    await Promise.all([host.close(), customer.close()]);
  });

  const story = () => ({ host, customer, console, assist: help, page });
  const granted = () => countFacts(relay.data, 'share.granted') - grantedBefore;
  const hiddenAs = (where: Page) =>
    where.evaluate(() => document.querySelector<HTMLElement>('[data-hidden]')?.dataset['hidden']);
  const ours = () => page.evaluate(() => document.documentElement.querySelectorAll(':scope > div').length);
  /** From the beginning of the navigation to what the host sees, in ms; the mirror is asked each 50 ms. */
  async function backInMirror(act: () => Promise<unknown>): Promise<number> {
    const before = await textInMirror(console, '#visit');
    await act();
    const seen = await waitFor('the next page in the mirror', async () => {
      const visit = await textInMirror(console, '#visit');
      return visit?.startsWith('Visit ') && visit !== before ? { visit, at: Date.now() } : null;
    });
    return seen.at - Number(seen.visit.slice('Visit '.length));
  }

  test('the page on which help was asked for is named in the question, and shown after one Allow', async () => {
    await press(console, 'Request view');
    await seesText(help, 'Garden shop');
    await seesText(help, pages.url);
    expect(await help.evaluate(() => document.querySelector('[role="alertdialog"] select'))).toBeNull();
    await press(help, 'Allow');
    await mirrorShows(console, 'All for the garden');
    await seesText(help, 'Shown to Anna Host');
    expect(await hiddenAs(console)).toBeUndefined();
  });

  test('button, frame and badge are in the page and not in the mirror', async () => {
    expect(await ours()).toBeGreaterThanOrEqual(2);
    const inIt = await inMirror(console, (mirror) => [...mirror.documentElement.children].map((one) => one.localName));
    expect(inIt).not.toContain('div');
  });

  test('what the customer types is masked', async () => {
    await page.type('#note', 'Praha');
    await waitFor('the echo', async () => (await textInMirror(console, '#echo')) === '5 letters');
    const mirrored = await inMirror(console, (mirror) => {
      const note = mirror.querySelector<HTMLInputElement>('#note');
      return `${note?.value} ${mirror.documentElement.outerHTML}`;
    });
    expect(mirrored).not.toContain('Praha');
  });

  test('the host clicks and types once control is allowed, and waits while the customer does', async () => {
    await giveControl(story());
    // Since the customer typed.
    await new Promise((resolve) => setTimeout(resolve, limits.ownInputMs));
    await clickInMirror(console, '#count');
    await waitFor('the press', () =>
      page.evaluate(() => document.querySelector('#count')?.textContent === 'Pressed: 1'),
    );
    await clickInMirror(console, '#note');
    await console.keyboard.type(' 7');
    await waitFor('the text', () =>
      page.evaluate(() => document.querySelector<HTMLInputElement>('#note')?.value.includes('7')),
    );
    await page.bringToFront();
    await page.mouse.click(300, 300);
    await seesText(help, 'Paused while you use the page');
  });

  test('after a reload and after a link the mirror is back within two seconds, and nobody was asked', async () => {
    const afterReload = await backInMirror(() => page.evaluate(() => setTimeout(() => location.reload(), 0)));
    const afterLink = await backInMirror(() =>
      page.evaluate(() => document.querySelector<HTMLElement>('#next')?.click()),
    );
    await mirrorShows(console, 'Spades and rakes');
    await seesText(help, 'Second page');
    process.stdout.write(`embed, ${pair.customer}: back after reload ${afterReload} ms, after link ${afterLink} ms\n`);
    expect(Math.max(afterReload, afterLink)).toBeLessThan(2_000);
    expect(granted()).toBe(2);
  });

  test('a reload of the help window goes on with the page', async () => {
    await reload(help);
    await seesText(help, 'Shown to Anna Host');
    await backInMirror(() => page.evaluate(() => setTimeout(() => location.reload(), 0)));
  });

  test('another site is not shown, with an embed or without, and both sides are told', async () => {
    const visit = (url: string) => page.evaluate((to) => location.assign(to), url);
    for (const path of ['/embed/second.html', `/embed/second.html?relay=${relay.url}`]) {
      await visit(pages.otherUrl + path);
      await waitFor('the host to be told', async () => (await hiddenAs(console)) === 'left-site');
      await waitFor('the customer to be told', async () => (await hiddenAs(help)) === 'left-site');
      await visit(`${pages.url}/embed/index.html`);
      await mirrorShows(console, 'All for the garden');
      expect(await hiddenAs(console)).toBeUndefined();
    }
    await seesText(help, 'Control ended because the page moved to another site.');
  });

  test('frames and windows of others are not answered, and what they or the page make up is not heard', async () => {
    const foreign = `${pages.otherUrl}/embed/caller.html`;
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.id = 'caller';
      frame.src = src;
      document.body.append(frame);
      const button = document.createElement('button');
      button.id = 'open-caller';
      button.textContent = 'Open';
      button.onclick = () => window.open(`${src}?window`, '_blank', 'popup,width=300,height=300');
      document.body.prepend(button);
    }, foreign);
    await page.click('#open-caller');
    const opened = await webPage(customer, `${foreign}?window`);
    const framed = await waitFor('the frame', () => page.frames().find((one) => one.url() === foreign));
    // The page has the window's reference by its name, as embed.js has.
    await page.evaluate(() => {
      const help = window.open('', 'beside-help');
      const forged = [
        { type: 'beside.answer', word: 'A'.repeat(22), title: 'Forged', path: '/' },
        { type: 'embed.said', message: { type: 'page.ready', documentId: 'A'.repeat(22) } },
        { type: 'share.grant', requestId: 'A'.repeat(22) },
        { type: 'assist.open', seat: {} },
        null,
        'beside',
      ];
      for (const one of forged) help?.postMessage(one, '*', [new MessageChannel().port1]);
    });
    const counts = (where: Pick<Page, 'evaluate'>) => where.evaluate(() => ({ ...document.documentElement.dataset }));
    await waitFor('many calls', async () => Number((await counts(framed))['calls']) > 10);
    await waitFor('many calls', async () => Number((await counts(opened))['calls']) > 10);
    expect([(await counts(framed))['answers'], (await counts(opened))['answers']]).toEqual(['0', '0']);
    await opened.close();
    expect(await help.evaluate(() => document.body.innerText)).not.toContain('Forged');
    expect(granted()).toBe(2);
    await page.evaluate(() => document.querySelector('h1')?.replaceChildren('Goes on'));
    await mirrorShows(console, 'Goes on');
  });

  test('Stop ends it at once, and the frame is gone from the page', async () => {
    await press(help, 'Stop showing');
    await seesText(console, 'Jan Novák stopped showing the page');
    expect(await inMirror(console, (mirror) => mirror.body?.textContent)).toBeFalsy();
    await waitFor('frame and badge to be gone', async () => (await ours()) === 1);
  });

  test('the button finds the open window again; a page that is closed is the end of showing', async () => {
    const before = (await customer.browser.pages()).length;
    await pressHelp(page);
    await press(console, 'Request view');
    await press(help, 'Allow');
    await mirrorShows(console, 'Goes on');
    expect((await customer.browser.pages()).length).toBe(before);
    await page.close();
    await seesText(help, 'The page was closed. Nothing is shown.');
  });
});
