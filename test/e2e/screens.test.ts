import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { axeFaults } from '../support/axe.ts';
import { type Display, openDisplay } from '../support/display.ts';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { screenshot } from '../support/screenshot.ts';
import { begin, leave, type Story } from '../support/story/begin.ts';
import { join } from '../support/story/customer.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { hasButton, press, pressIn, seesText } from '../support/story/press.ts';
import { pressBrowsersStop } from '../support/story/browsers-stop.ts';
import { watchCaptureEnd } from '../support/story/capture-end.ts';
import { reload } from '../support/story/reload.ts';
import {
  beBusy,
  closeViewer,
  keepOpened,
  figuresOf,
  openMovingWindow,
  openTab,
  row,
  seesMoving,
  type Surface,
  untilText,
  viewerIsOpen,
  watchVideo,
} from '../support/story/screens.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { crossPairsWith } from '../support/story/pairs.ts';

const moving = 'Moving window';
/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];
let relay: TestRelay;
let pages: FixtureServer;
/** Each has a screen of its own, else a desktop would show itself. */
let displays: { host: Display; customer: Display };
beforeAll(async () => {
  const [started, served, host, customer] = await Promise.all([
    startRelay({ port: lane().relayPort }),
    startFixtureServer(),
    openDisplay('1366x860'),
    openDisplay('1366x860'),
  ]);
  relay = started;
  pages = served;
  displays = { host, customer };
});
afterAll(async () => {
  await Promise.all([relay.stop(), pages.close(), displays.host.close(), displays.customer.close()]);
});

const on = (role: 'host' | 'customer') => ({ display: displays[role].name, capturesWindow: moving });
const view = (surface: Surface) => `.screen-view[data-surface="${surface}"]`;
const shownCard = (surface: Surface) => `[data-shown="${surface}"]`;

describe.each(crossPairsWith('firefox'))('$host host, $customer customer', (pair) => {
  let host: TestBrowser;
  let customer: TestBrowser;
  let story: Story;
  let hostsMoving: Page;
  let customersMoving: Page;
  beforeAll(async () => {
    [host, customer] = await Promise.all([
      launchWithExtension(pair.host, on('host')),
      launchWithExtension(pair.customer, on('customer')),
    ]);
    story = await begin({ relay, host, customer, at: 'about:blank' });
    await keepOpened(story.assist);
    hostsMoving = await openMovingWindow(host, pages.url);
    customersMoving = await openMovingWindow(customer, pages.url);
  });
  afterAll(() => Promise.all([host.close(), customer.close()]));

  /** Serious faults of a view, which is looked at if somebody wants to. */
  async function faultsOf(page: Page, name: string): Promise<string[]> {
    if (pictures) await screenshot(page, pictures, `screens-${pair.host}-${name}`);
    return axeFaults(page);
  }

  async function askFor(surface: Surface): Promise<void> {
    await openTab(story.console, surface);
    await pressIn(story.console, row('theirs', surface), 'Request view');
    await seesText(story.assist, surface === 'desktop' ? 'see a screen of yours?' : 'see one of your windows?');
    await customersMoving.bringToFront();
    await press(story.assist, 'Allow');
  }

  async function offer(surface: Surface): Promise<void> {
    await openTab(story.console, surface);
    await hostsMoving.bringToFront();
    await pressIn(story.console, row('ours', surface), 'Share view');
    await seesText(story.assist, `Anna Host wants to show you ${surface === 'desktop' ? 'their screen' : 'a program'}`);
    await press(story.assist, 'Allow');
    await waitFor('the window with the picture', () => viewerIsOpen(story.assist));
  }

  test('Request view of the desktop: the customer’s screen moves at the host’s, until the customer stops', async () => {
    await askFor('desktop');
    const seen = await seesMoving(story.console, view('desktop'));
    expect([seen.width, seen.height]).toEqual([1366, 860]);
    await seesText(story.assist, 'Your screen is shown to Anna Host');
    await waitFor('what the line is like', async () => (await figuresOf(story.console, view('desktop'))).kbps > 0);
    const told = untilText(story.console, 'Jan Novák stopped showing it');
    await pressIn(story.assist, shownCard('desktop'), 'Stop showing');
    expect(await told).toBeLessThan(1_500);
    expect(await story.assist.evaluate(() => document.querySelector('[data-shown]'))).toBeNull();
    expect((await watchVideo(story.console, view('desktop'), 'here', 100)).distinct).toBe(0);
  });

  test('Request view of an application: one window moves at the host’s, until the host stops', async () => {
    await askFor('application');
    const seen = await seesMoving(story.console, view('application'));
    expect(seen.width * seen.height).toBeLessThan(1366 * 860);
    // The viewer points in the picture, and the owner sees where.
    const video = await story.console.$(`${view('application')} video`);
    await video?.hover();
    await waitFor('the pointer in the preview', () => story.assist.$('[data-pointed]'));
    expect([...(await faultsOf(story.console, 'console')), ...(await faultsOf(story.assist, 'assist'))]).toEqual([]);
    const told = untilText(story.assist, 'Viewing was ended on the other side');
    await pressIn(story.console, view('application'), 'Stop viewing');
    expect(await told).toBeLessThan(1_500);
  });

  test('Request control says what is missing and asks to see instead; a no shows nothing', async () => {
    for (const surface of ['desktop', 'application'] as const) {
      await openTab(story.console, surface);
      await pressIn(story.console, row('theirs', surface), 'Request control');
      await seesText(story.console, 'Only a small program on the computer of Jan Novák can move its mouse');
      if (surface === 'desktop') expect(await faultsOf(story.console, 'needs')).toEqual([]);
      await press(story.console, 'Ask to see it');
      await seesText(story.assist, 'After Allow the browser asks');
      if (surface === 'desktop') {
        // Allow is armed a moment later, and its colour takes another.
        await waitFor('Allow to be armed', () => hasButton(story.assist, 'Allow'));
        await new Promise((resolve) => setTimeout(resolve, 400));
        expect(await faultsOf(story.assist, 'question')).toEqual([]);
      }
      await press(story.assist, 'Deny');
      await seesText(story.console, 'Jan Novák said no');
    }
    expect(await story.console.$('.screen-view')).toBeNull();
  });

  test('Share view of the desktop: a window opens at the customer and moves, until the host stops', async () => {
    await offer('desktop');
    const seen = await seesMoving(story.assist, view('desktop'), 'opened');
    expect([seen.width, seen.height]).toEqual([1366, 860]);
    await seesText(story.console, 'Your screen is shown to Jan Novák');
    expect(await faultsOf(story.console, 'shows')).toEqual([]);
    const told = untilText(story.assist, 'Anna Host has stopped showing you the picture.');
    await pressIn(story.console, shownCard('desktop'), 'Stop showing');
    expect(await told).toBeLessThan(1_500);
    await waitFor('the window to close', async () => !(await viewerIsOpen(story.assist)));
  });

  test('Share view of an application: closing the window in which it is seen gives it back', async () => {
    await offer('application');
    await seesMoving(story.assist, view('application'), 'opened');
    const told = untilText(story.console, 'Viewing was ended on the other side');
    await closeViewer(story.assist);
    expect(await told).toBeLessThan(1_500);
    expect(await story.console.evaluate(() => document.querySelector('[data-shown]'))).toBeNull();
  });

  test('Share control says what is missing and offers to show instead; a no shows nothing', async () => {
    for (const surface of ['desktop', 'application'] as const) {
      await openTab(story.console, surface);
      await pressIn(story.console, row('ours', surface), 'Share control');
      await seesText(story.console, 'Only a small program on your computer');
      await press(story.console, 'Offer to show it');
      await press(story.assist, 'Deny');
      await seesText(story.console, 'Jan Novák said no');
    }
  });

  // Firefox's picker cannot be told which window to take.
  const canChoose = [pair].filter(({ customer: kind }) => kind === 'chromium');
  test.each(canChoose)(
    'Screen Sampling sends few frames within a small budget, in the same share, and a reload of the console keeps it',
    async () => {
      await askFor('application');
      await seesMoving(story.console, view('application'));
      await beBusy(customersMoving);
      const figures = () => figuresOf(story.console, view('application'));
      await waitFor('a busy picture', async () => (await figures()).fps > 6, 20_000);
      await pressIn(story.console, '.tab-list', 'Session');
      expect(await faultsOf(story.console, 'session')).toEqual([]);
      await (await story.console.$('input[value="sampling"]'))?.click();
      // Standard takes what there is, up to 4,000; sampling has 300, and some more for what is around a frame.
      await waitFor(
        'five frames a second within their budget',
        async () => {
          const { fps, kbps } = await figures();
          return fps > 0 && fps <= 6 && kbps > 0 && kbps < 350;
        },
        20_000,
      );
      await seesMoving(story.console, view('application'));

      await reload(story.console);
      await seesMoving(story.console, view('application'));
      await pressIn(story.console, '.tab-list', 'Session');
      expect(await story.console.$eval('input[value="sampling"]', (input) => input.checked)).toBe(true);
      await pressIn(story.assist, shownCard('application'), 'Stop showing');
    },
  );

  /** The capture ends of itself, not by our own Stop: both sides are told; how soon is printed. */
  async function endsOnBothSides(how: string, end: () => Promise<unknown>): Promise<void> {
    const told = await watchCaptureEnd({
      owner: { page: story.assist, reads: 'Nothing is shown any more: the window was closed' },
      viewer: { page: story.console, reads: 'Jan Novák’s window was closed' },
    });
    await end();
    const { owner, viewer } = await told();
    globalThis.console.log(`${how}: told the owner after ${owner} ms, the viewer after ${viewer} ms`);
    expect(await story.assist.$('[data-shown]')).toBeNull();
    expect(await story.console.$('.screen-view')).toBeNull();
  }

  test.each(canChoose)('the browser’s own Stop ends the share on both sides', async () => {
    await askFor('application');
    await seesMoving(story.console, view('application'));
    await endsOnBothSides('the browser’s Stop', () => pressBrowsersStop(displays.customer.name));
  });

  test.each(canChoose)('a captured window that is closed ends the share on both sides', async () => {
    await askFor('application');
    await seesMoving(story.console, view('application'));
    await endsOnBothSides('a closed window', () => customersMoving.close());
  });

  test.each(canChoose)(
    'a tab is shown by a press of the toolbar button on it, without a picker; nothing before, and its end ends the share',
    async () => {
      const tab = await customer.open(`${pages.url}/moving/`);
      await openTab(story.console, 'application');
      await pressIn(story.console, row('theirs', 'application'), 'Request view');
      await press(story.assist, 'Allow one tab');
      await press(story.assist, 'Deny');
      await seesText(story.console, 'Jan Novák said no');
      await (await customer.openPopup(tab)).close();
      await pressIn(story.console, row('theirs', 'application'), 'Request view');
      await press(story.assist, 'Allow one tab');
      await seesText(story.assist, 'press the Beside button in the toolbar there');
      expect(await faultsOf(story.assist, 'awaits-tab')).toEqual([]);
      expect(await story.console.$('.screen-view')).toBeNull();
      await tab.bringToFront();
      await customer.pressToolbarButton(tab);
      await seesMoving(story.console, view('application'));
      await seesText(story.assist, 'Your window is shown to Anna Host');
      // Its zoom is another thing to allow.
      const zoom = () => tab.evaluate(() => devicePixelRatio);
      const mayZoom = `${shownCard('application')} input[type="checkbox"]`;
      expect(await hasButton(story.console, 'Page larger')).toBe(false);
      await (await story.assist.$(mayZoom))?.click();
      await press(story.console, 'Page larger');
      await waitFor('the page to be larger', async () => Math.abs((await zoom()) - 1.25) < 0.01);
      expect([...(await faultsOf(story.console, 'zooms')), ...(await faultsOf(story.assist, 'zoomed'))]).toEqual([]);
      await press(story.console, '100 %');
      await waitFor('the page in its own size', async () => Math.abs((await zoom()) - 1) < 0.01);
      await (await story.assist.$(mayZoom))?.click();
      await waitFor('the zoom to be taken back', async () => !(await hasButton(story.console, 'Page larger')));
      // Afterwards the button opens the popup again.
      await (await customer.openPopup(tab)).close();
      await endsOnBothSides('a closed tab', () => tab.close());
      await leave(story);
    },
  );
});

test('a customer without the extension shows the desktop and sees the host’s, from the join page', async () => {
  const [host, customer] = await Promise.all([
    launchWithExtension('chromium', on('host')),
    launchBrowser('chromium', on('customer')),
  ]);
  try {
    await signInDirectly(host, relay.url, await relay.addHost({ name: 'Anna Host' }));
    const { console, number } = await startSession(host, await host.open(relay.url));
    const joined = await customer.open(relay.url);
    await join(joined, number, 'Jan Novák');
    await press(console, 'Admit');
    await seesText(joined, 'Anna Host is helping you');
    await keepOpened(joined);
    const customersMoving = await openMovingWindow(customer, pages.url);
    await openTab(console, 'desktop');
    await pressIn(console, row('theirs', 'desktop'), 'Request control');
    await seesText(console, 'Jan Novák joined on the support site, without the Beside extension.');
    await press(console, 'Ask to see it');
    await seesText(joined, 'see a screen of yours?');
    await customersMoving.bringToFront();
    await press(joined, 'Allow');
    await seesMoving(console, view('desktop'));

    await openMovingWindow(host, pages.url);
    await pressIn(console, row('ours', 'desktop'), 'Share view');
    await seesText(joined, 'Anna Host wants to show you their screen');
    await press(joined, 'Allow');
    await seesMoving(joined, view('desktop'), 'opened');
    // The tab is closed: its capture goes with it.
    await joined.close();
    await seesText(console, 'Jan Novák is offline');
  } finally {
    await Promise.all([host.close(), customer.close()]);
  }
});
