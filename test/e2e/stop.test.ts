import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { realKeys } from '../support/real-keys.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { begin, giveControl, leave, show, type Story } from '../support/story/begin.ts';
import { coloursOf } from '../support/story/frame-colour.ts';
import { killBackground } from '../support/story/kill-background.ts';
import { clickInMirror, inMirror } from '../support/story/mirror.ts';
import { press, seesText } from '../support/story/press.ts';
import { giveStar, starsIn } from '../support/story/star.ts';
import { keepChanging, noted, watchFrame, watchMirror, watchPress } from '../support/story/watch.ts';
import type { BrowserKind, TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { crossPairsWith } from '../support/story/pairs.ts';

const blue = '11,107,203';
const red = '196,34,31';

let relay: TestRelay;
let pages: FixtureServer;
beforeAll(async () => {
  [relay, pages] = await Promise.all([startRelay({ port: lane().relayPort }), startFixtureServer()]);
});
afterAll(async () => {
  await Promise.all([relay.stop(), pages.close()]);
});

const launch = (kind: BrowserKind): Promise<TestBrowser> => launchWithExtension(kind, { backgroundIdleMs: 1_000 });

const badge = ({ customer }: Story): Promise<string> =>
  customer.inExtension('(globalThis.browser ?? chrome).action.getBadgeText({})');

const hasFrame = (page: Page): Promise<boolean> =>
  page.evaluate(() => getComputedStyle(document.documentElement, '::after').borderTopStyle === 'solid');

describe.each(crossPairsWith('chromium'))('$host host, $customer customer', (pair) => {
  let host: TestBrowser;
  let customer: TestBrowser;
  let story: Story;
  beforeAll(async () => {
    [host, customer] = await Promise.all([launch(pair.host), launch(pair.customer)]);
    story = await begin({ relay, host, customer, at: `${pages.url}/spa/` });
  });
  // One session after the other, each for as long as it lasts.
  beforeEach(async () => {
    if (!(await story.assist.evaluate(() => true).catch(() => false))) {
      await leave(story);
      story = await begin({ relay, host, customer, at: `${pages.url}/spa/` });
    } else {
      await story.page.goto(`${pages.url}/spa/`);
    }
    await show(story, 'Rooms', 'Garden');
  });
  afterAll(async () => {
    await Promise.all([host.close(), customer.close()]);
  });

  const keys = realKeys(lane().display);

  /** Brings the customer's window before the host's, on this one screen: timers of a covered page run once a second. */
  async function raise(): Promise<string> {
    await story.page.bringToFront();
    const window = await waitFor("the page's window", async () => (await keys.windows('Rooms')).at(-1));
    await keys.press(window, 'Control_L');
    await waitFor('the page to be seen', () => story.page.evaluate(() => document.visibilityState === 'visible'));
    return window;
  }

  /** Stops in some way while the page changes all the time; gives how long pictures and frame outlived it, ms. */
  async function stopAfter(pressed: Page, stop: () => Promise<void>) {
    await keepChanging(story.page);
    await waitFor('the counter in the mirror', () =>
      inMirror(story.console, (mirror) => mirror.querySelector('#counter') !== null),
    );
    await Promise.all([watchMirror(story.console), watchFrame(story.page), watchPress(pressed)]);
    await waitFor('a change in the mirror', () => noted(story.console, 'lastChange'));
    await stop();
    const at = (await noted(pressed, 'pressed').catch(() => null)) ?? NaN;
    const frameGone = await waitFor('the frame to be gone', () => noted(story.page, 'frameGone'));
    const lastAfter = (ms: number) =>
      waitFor(`${ms} ms`, async () => (Date.now() - frameGone > ms ? noted(story.console, 'lastChange') : null));
    // What was on its way has come by then, also on a machine with much to do; nothing comes after that.
    const last = await lastAfter(500);
    expect(await lastAfter(1_000)).toBe(last);
    return { picturesMs: last - at, frameMs: frameGone - at };
  }

  test('the shown page has a frame that is in no mirror, red while it is controlled', async () => {
    await waitFor('the frame', () => hasFrame(story.page));
    await story.page.bringToFront();
    const shown = await coloursOf(story.page);
    expect(shown.edge).toBe(blue);
    expect(shown.inside).not.toBe(blue);
    expect(await badge(story)).toBe('●');
    await giveControl(story);
    await waitFor('the red frame', async () => (await coloursOf(story.page)).edge === red);
    const mirrored = await inMirror(story.console, (mirror) => ({
      html: mirror.documentElement.outerHTML,
      frame: mirror.defaultView?.getComputedStyle(mirror.documentElement, '::after').borderTopStyle,
    }));
    expect(mirrored?.html).not.toMatch(/Shown to|Beside/);
    expect(mirrored?.frame).not.toBe('solid');

    await press(story.assist, 'Take back control');
    await seesText(story.console, 'View only');
    await waitFor('the blue frame again', async () => (await coloursOf(story.page)).edge === blue);
    await press(story.assist, 'Stop showing');
    await waitFor('no frame', async () => !(await hasFrame(story.page)));
    await waitFor('no badge', async () => (await badge(story)) === '');
  });

  test('Stop needs no relay', async () => {
    await waitFor('the direct path', () =>
      story.console.evaluate(() => document.querySelector('[data-path="direct"]') !== null),
    );
    await raise();
    process.kill(relay.pid, 'SIGSTOP');
    try {
      const { picturesMs, frameMs } = await stopAfter(story.assist, () => press(story.assist, 'Stop showing'));
      expect(picturesMs).toBeLessThanOrEqual(200);
      expect(frameMs).toBeLessThanOrEqual(200);
      expect(await inMirror(story.console, (mirror) => mirror.body?.textContent)).toBeFalsy();
      await seesText(story.assist, 'Nothing of yours is shown');
      await waitFor('no badge', async () => (await badge(story)) === '');
    } finally {
      process.kill(relay.pid, 'SIGCONT');
    }
    await seesText(story.console, 'Jan Novák stopped showing the page', 20_000);
  });

  test('Stop in the toolbar popup stops at once', async () => {
    const popup = await customer.openPopup(story.page);
    await stopAfter(popup, () => press(popup, 'Stop showing'));
    await seesText(story.console, 'Jan Novák stopped showing the page');
    await seesText(story.assist, 'Nothing of yours is shown');
    // In Firefox it is a tab here, which stays.
    if (!popup.isClosed()) await popup.close();
  });

  test('the key command stops at once', async () => {
    const window = await raise();
    await stopAfter(story.page, () => keys.press(window, 'alt+shift+k'));
    await seesText(story.console, 'Jan Novák stopped showing the page');
  });

  test("the customer's own mouse and keys hold the host back, and only while they are in use", async () => {
    await giveControl(story);
    await giveStar(story);
    const stars = await starsIn(story.page);
    for (const act of [
      async () => {
        await story.page.mouse.move(300, 300);
        await story.page.mouse.move(340, 340);
        await story.page.mouse.move(380, 380);
      },
      () => story.page.keyboard.press('Shift'),
    ]) {
      await act();
      await seesText(story.assist, 'Paused while you use the page');
      await seesText(story.console, 'Jan Novák is using the page. You can go on in a moment.');
      await clickInMirror(story.console, '#star-garden');
      await waitFor(
        'the pause to be over',
        async () => !(await story.assist.evaluate(() => document.body.innerText)).includes('Paused while'),
      );
      expect(await starsIn(story.page)).toBe(stars);
    }
    await giveStar(story);
    await press(story.assist, 'Stop showing');
    await seesText(story.console, 'Jan Novák stopped showing the page');
  });

  test('a closed page is shown no more, and both sides are told', async () => {
    await story.page.close();
    await seesText(story.assist, 'The page was closed. Nothing is shown.');
    await seesText(story.console, 'The page was closed');
    await story.assist.close();
  });
  test('closing the assist window ends everything at once, also with the background script stopped', async () => {
    await giveControl(story);
    await killBackground(customer, story.assist);
    await stopAfter(story.page, () => story.assist.close());
    await seesText(story.console, 'Jan Novák left the session');
    expect(await inMirror(story.console, (mirror) => mirror.body?.textContent)).toBeFalsy();
    await waitFor('no badge', async () => (await badge(story)) === '');
  });

  test('a host who stops viewing, and an ended session, leave no frame behind', async () => {
    await press(story.console, 'Stop viewing');
    await seesText(story.assist, 'Nothing of yours is shown');
    await waitFor('no frame', async () => !(await hasFrame(story.page)));
    await show(story, 'Rooms', 'Garden');
    await waitFor('the frame', () => hasFrame(story.page));
    await press(story.assist, 'End session');
    await story.assist.waitForSelector('dialog[open]');
    await press(story.assist, 'End session');
    await seesText(story.assist, 'The session is over');
    await waitFor('no frame', async () => !(await hasFrame(story.page)));
    await waitFor('no badge', async () => (await badge(story)) === '');
    await seesText(story.console, 'The session is over');
  });
});
