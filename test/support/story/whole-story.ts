import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../lane.ts';
import { startFixtureServer, type FixtureServer } from '../fixture-server.ts';
import { startRelay, type TestRelay } from '../relay.ts';
import { allow, joinWithExtension } from './customer.ts';
import { signInDirectly, startSession } from './host.ts';
import { chooseInMirror, clickInMirror, clickInPlayer, inMirror, mirrorShows, wheelInMirror } from './mirror.ts';
import { hasButton, press, seesText } from './press.ts';
import type { BrowserKind, TestBrowser } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';
import { launchWithExtension } from './launch.ts';

type Path = 'direct' | 'relay';

export interface StoryPair {
  host: BrowserKind;
  customer: BrowserKind;
  path: Path;
  /** Chromium's switch for that does not reach extension pages, so there it is the site that wants the relay only. */
  blockedBy: 'nothing' | 'network' | 'site';
}

const textOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);

const bookingText = (mirror: Document) => mirror.querySelector('#booked')?.textContent ?? '';

/** A whole session, from the first click to the end, for each pair of browsers. */
export function describeStory(pairs: readonly StoryPair[]): void {
  let relay: TestRelay;
  let pages: FixtureServer;
  beforeAll(async () => {
    pages = await startFixtureServer();
  });
  afterAll(async () => {
    await pages.close();
  });

  describe.each(pairs)('$host host, $customer customer, $path path', (pair) => {
    const { path } = pair;
    let host: TestBrowser;
    let customer: TestBrowser;
    beforeAll(async () => {
      const open = pair.blockedBy !== 'network';
      const env = { BESIDE_PEER_TO_PEER: pair.blockedBy === 'site' ? 'off' : 'on' };
      relay = await startRelay({ port: lane().relayPort, env });
      [host, customer] = await Promise.all([
        launchWithExtension(pair.host, { peerToPeer: open }),
        launchWithExtension(pair.customer, { peerToPeer: open }),
      ]);
    });
    afterAll(async () => {
      await Promise.all([host.close(), customer.close(), relay.stop()]);
    });

    test('a host helps a customer from the first click to the end', async () => {
      await signInDirectly(host, relay.url, await relay.addHost({ name: 'Anna Host' }));
      const { console, number } = await startSession(host, await host.open(relay.url));
      const page = await customer.open(`${pages.url}/spa/`);
      const assist = await joinWithExtension(customer, relay.url, number, 'Jan Novák');
      await seesText(assist, 'Waiting to be let in');
      await seesText(console, 'Jan Novák wants to join');

      await press(console, 'Admit');
      await seesText(assist, 'Anna Host is helping you');
      const words = (side: Page) => textOf(side, '.safety-words');
      await waitFor('the safety words', async () => (await words(console)) !== '' && (await words(assist)) !== '');
      expect(await words(console)).toBe(await words(assist));

      await press(console, 'Request view');
      await seesText(assist, 'Let Anna Host see this page?');
      await allow(assist, 'Rooms');
      await mirrorShows(console, 'Attic');
      await waitFor(
        `the ${path} path`,
        async () =>
          (await console.evaluate(() => document.querySelector<HTMLElement>('[data-path]')?.dataset['path'])) === path,
      );
      expect(await inMirror(console, (mirror) => mirror.documentElement.outerHTML)).not.toContain('Shown to');

      await press(console, 'Request control');
      await seesText(assist, 'Let Anna Host control this page?');
      await press(assist, 'Allow');
      await seesText(console, 'You are in control');

      await clickInMirror(console, '#star-garden');
      await mirrorShows(console, '★ 1');
      expect(await textOf(page, '#star-garden')).toBe('★ 1');

      await clickInMirror(console, 'nav a:nth-of-type(2)');
      await mirrorShows(console, 'Book a room');
      await clickInMirror(console, '#guest');
      await console.keyboard.type('Eva Malá');
      await waitFor('the typed name', async () => (await textOf(page, '#echo')) === 'For: EVA MALÁ');
      await chooseInMirror(console, '#nights', '3');
      await clickInMirror(console, '#breakfast');
      await clickInMirror(console, '#book');
      await waitFor(
        'the booking in the mirror',
        // A name that was typed stays hidden where the page repeats it.
        async () => (await inMirror(console, bookingText)) === '******, 3 nights, breakfast',
      );
      expect(await textOf(page, '#booked')).toBe('EVA MALÁ, 3 nights, breakfast');

      await press(console, 'Back');
      await mirrorShows(console, 'Attic');
      await press(console, 'Forward');
      await mirrorShows(console, 'Book a room');
      await page.evaluate(() => (document.body.title = 'before the reload'));
      await waitFor('the mark in the mirror', () => inMirror(console, (mirror) => mirror.body.title !== ''));
      await press(console, 'Reload page');
      await waitFor('the reloaded page in the mirror', () =>
        inMirror(console, (mirror) => mirror.body?.title === '' && mirror.querySelector('#breakfast') !== null),
      );
      await clickInMirror(console, '#breakfast');
      await waitFor('the box ticked after the reload', () =>
        page.evaluate(() => document.querySelector<HTMLInputElement>('#breakfast')?.checked),
      );

      await page.goto(`${pages.url}/frames/`);
      await mirrorShows(console, 'Frames and shadows');
      await clickInMirror(console, 'order-card >>> #add');
      await clickInMirror(console, 'order-card >>> amount-stepper >>> #more');
      await clickInMirror(console, '#outer >>> #outer-button');
      await clickInMirror(console, '#outer >>> #inner >>> #inner-button');
      await clickInMirror(console, '#outer >>> #inner >>> #street');
      await console.keyboard.type('Long');
      await waitFor('all five in the mirror', async () => {
        const found = await inMirror(console, (mirror) => {
          const card = mirror.querySelector('order-card')?.shadowRoot;
          const outer = mirror.querySelector<HTMLIFrameElement>('#outer')?.contentDocument;
          const inner = outer?.querySelector<HTMLIFrameElement>('#inner')?.contentDocument;
          return [
            card?.querySelector('#count')?.textContent,
            card?.querySelector('amount-stepper')?.shadowRoot?.querySelector('#amount')?.textContent,
            outer?.querySelector('#outer-button')?.textContent,
            inner?.querySelector('#inner-button')?.textContent,
            inner?.querySelector('#inner-echo')?.textContent,
          ].join();
        });
        return found === '1 in the order,2,Outer: 1,Inner: 1,4 letters';
      });

      await page.evaluate(() => (document.body.style.minHeight = '5000px'));
      await waitFor('the tall page in the mirror', () =>
        inMirror(console, (mirror) => mirror.body.style.minHeight === '5000px'),
      );
      await wheelInMirror(console, 'h1', 600);
      await waitFor('the scrolled page', () => page.evaluate(() => scrollY > 300));
      await waitFor('the scrolled mirror', () =>
        inMirror(console, (mirror) => (mirror.defaultView?.scrollY ?? 0) > 300),
      );

      await page.evaluate(() => {
        document.body.insertAdjacentHTML(
          'afterbegin',
          '<input type="password" id="pin" style="position:fixed;top:40px;left:40px">',
        );
      });
      await waitFor('the password field in the mirror', () =>
        inMirror(console, (mirror) => mirror.querySelector('#pin') !== null),
      );
      await clickInMirror(console, '#pin');
      await clickInPlayer(console, '#bubble button', 'Ask Jan Novák to press it');
      await seesText(assist, 'Anna Host asks you to click the marked place');
      await page.bringToFront();
      await page.click('#pin');
      await waitFor('the mark gone', async () => (await assist.$('.asked')) === null);

      await press(console, 'Release control');
      await seesText(console, 'View only');
      await press(assist, 'Stop showing');
      await seesText(console, 'Jan Novák stopped showing the page');
      expect(await inMirror(console, (mirror) => mirror.body?.textContent)).toBeFalsy();
      await press(console, 'Session');
      await press(console, 'End session');
      await console.waitForSelector('dialog[open]');
      await press(console, 'End session');
      await seesText(assist, 'The session is over');
      await seesText(console, 'The session is over');
      expect(await hasButton(console, 'Request view')).toBe(false);
    });
  });
}
