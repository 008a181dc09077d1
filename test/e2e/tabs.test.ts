import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { en } from '../../shared/browser/ui/messages/en.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { begin, giveControl, show, type Story } from '../support/story/begin.ts';
import { clickInMirror, inMirror, mirrorShows, textInMirror } from '../support/story/mirror.ts';
import { hasFrame } from '../support/story/own-page.ts';
import { press, seesText } from '../support/story/press.ts';
import { reload } from '../support/story/reload.ts';
import { addTab, shownTabs, strip, turnTo } from '../support/story/tabs.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { crossPairsWith } from '../support/story/pairs.ts';

/** A customer's tab switch is followed within this. */
const followedWithinMs = 1_000;

let relay: TestRelay;
let pages: FixtureServer;
beforeAll(async () => {
  [relay, pages] = await Promise.all([startRelay({ port: lane().relayPort }), startFixtureServer()]);
});
afterAll(async () => {
  await Promise.all([relay.stop(), pages.close()]);
});

describe.each(crossPairsWith('firefox'))('$host host, $customer customer', (pair) => {
  let host: TestBrowser;
  let customer: TestBrowser;
  let story: Story;
  /** The customer's other tab. */
  let frames: Page;
  beforeAll(async () => {
    [host, customer] = await Promise.all([launchWithExtension(pair.host), launchWithExtension(pair.customer)]);
    // Before the assist window: later, Firefox would open it there.
    frames = await customer.open(`${pages.url}/frames/`);
    story = await begin({ relay, host, customer, at: `${pages.url}/spa/` });
    await show(story, 'Rooms', 'Garden');
  });
  afterAll(async () => {
    await Promise.all([host.close(), customer.close()]);
  });

  const stripIs = (wanted: Partial<Awaited<ReturnType<typeof strip>>>) =>
    waitFor(`the strip to be ${JSON.stringify(wanted)}`, async () => {
      const now = await strip(story.console);
      return JSON.stringify({ ...now, ...wanted }) === JSON.stringify(now);
    });
  const starsOf = (page: Page) => page.evaluate(() => document.querySelector('#star-garden')?.textContent);
  /** Whether tabs that pages open are shown without a question. */
  const also = ({ click = false } = {}) =>
    story.assist.evaluate(
      (text, isWanted) => {
        const labels = [...document.querySelectorAll('label')];
        const box = labels.find(({ textContent }) => textContent === text)?.querySelector('input');
        if (isWanted) box?.click();
        return box?.checked;
      },
      en['assist.alsoOpened'],
      click,
    );
  const questions = () => story.assist.evaluate(() => document.querySelectorAll('[data-proposed]').length);

  test('[B4] a tab that the customer adds is shown, with the frame around it, and the host sees it', async () => {
    expect(await hasFrame(frames)).toBe(false);
    await addTab(story.assist, 'Frames');
    await mirrorShows(story.console, 'Frames and shadows');
    await stripIs({ titles: ['Rooms', 'Frames and shadows'], seen: 1, looking: 1, follows: true });
    await waitFor('the frame', () => hasFrame(frames));
    await waitFor('both in the assist window', async () => (await shownTabs(story.assist)).length === 2);
    expect(await shownTabs(story.assist)).toEqual([
      { title: 'Rooms', isSeen: false },
      { title: 'Frames and shadows', isSeen: true },
    ]);
  });

  test('[B3] the host follows the customer to another tab within a second, and finds there what happened meanwhile', async () => {
    await story.page.evaluate(() => document.querySelector('#star-garden')?.replaceChildren('Meanwhile'));
    const took: number[] = [];
    for (const [page, text] of [
      [story.page, 'Meanwhile'],
      [frames, 'Frames and shadows'],
      [story.page, 'Meanwhile'],
    ] as const) {
      const begun = Date.now();
      await page.bringToFront();
      await mirrorShows(story.console, text);
      took.push(Date.now() - begun);
    }
    // The machine may have other things to do as well.
    expect(Math.min(...took)).toBeLessThan(followedWithinMs);
    await stripIs({ seen: 0, looking: 0, follows: true });
  });

  test('[B6] only the tab that is seen is recorded', async () => {
    await story.console.evaluate(() => {
      const behind = document.querySelector<HTMLIFrameElement>('iframe.player.behind')?.contentDocument;
      const mirror = behind?.querySelector('iframe')?.contentDocument;
      if (!mirror?.body) throw new Error('The other tab has lost its picture.');
      new MutationObserver(() => (document.documentElement.dataset['behind'] = 'changed')).observe(mirror, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    await frames.evaluate(() => document.body.append('Nobody sees this yet'));
    await story.page.evaluate(() => document.querySelector('#star-garden')?.replaceChildren('Seen'));
    await mirrorShows(story.console, 'Seen');
    expect(await story.console.evaluate(() => document.documentElement.dataset['behind'])).toBeUndefined();
  });

  test('[B3] a tab that the host turns to by hand is seen wherever the customer looks, until Follow', async () => {
    await turnTo(story.console, 1);
    await stripIs({ seen: 1, looking: 0, follows: false });
    await mirrorShows(story.console, 'Nobody sees this yet');
    await frames.evaluate(() => document.body.append('But this'));
    await mirrorShows(story.console, 'But this');
    await waitFor('the customer to be told', async () => (await shownTabs(story.assist))[1]?.isSeen);
    await frames.bringToFront();
    await stripIs({ looking: 1 });
    await story.page.bringToFront();
    await stripIs({ seen: 1, looking: 0, follows: false });
    await press(story.console, 'Follow');
    await stripIs({ seen: 0, looking: 0, follows: true });
    await mirrorShows(story.console, 'Seen');
  });

  test('[B7] control counts in the tab that it was allowed for, and only while the host sees it', async () => {
    await story.page.reload();
    await mirrorShows(story.console, 'Garden');
    const before = await starsOf(story.page);
    await giveControl(story);
    await clickInMirror(story.console, '#star-garden');
    await waitFor('the host’s press', async () => (await starsOf(story.page)) !== before);
    await turnTo(story.console, 1);
    await mirrorShows(story.console, 'But this');
    await seesText(story.console, 'View only');
    await seesText(story.console, 'Request control of this tab');
    await story.assist.evaluate(() =>
      document.querySelector<HTMLElement>('[aria-label^="Allow control here too: Frames"]')?.click(),
    );
    await seesText(story.console, 'You are in control');
    await press(story.console, 'Follow');
    await mirrorShows(story.console, 'Garden');
    await seesText(story.console, 'You are in control');
    const between = await starsOf(story.page);
    await clickInMirror(story.console, '#star-garden');
    await waitFor('the host’s press', async () => (await starsOf(story.page)) !== between);
    await press(story.console, 'Release control');
  });

  test('[B5] a tab that a shown page opens is proposed, and shown only when the customer allows it', async () => {
    await story.page.evaluate(() => {
      const link = document.body.appendChild(document.createElement('a'));
      Object.assign(link, { href: '/features/details.html', target: '_blank', id: 'away', textContent: 'Away' });
    });
    await story.page.click('#away');
    await waitFor('the question', async () => (await questions()) === 1);
    expect((await strip(story.console)).titles).toHaveLength(2);
    expect(await inMirror(story.console, (mirror) => mirror.querySelector('details') === null)).toBe(true);
    await press(story.assist, 'Allow');
    await waitFor('the third tab', async () => (await strip(story.console)).titles.length === 3);
    await waitFor('the new tab in the mirror', () =>
      inMirror(story.console, (mirror) => mirror.querySelector('details') !== null),
    );
    expect(await questions()).toBe(0);
  });

  test('[B9] after a reload of the assist window the host sees the tab that it has turned to, and what waits for the customer waits', async () => {
    await story.page.bringToFront();
    await story.page.click('#away');
    await waitFor('the question', async () => (await questions()) === 1);
    expect(await also({ click: true })).toBe(true);
    await turnTo(story.console, 1);
    await story.page.bringToFront();
    await stripIs({ seen: 1, looking: 0, follows: false });
    /** A tab that is seen again comes anew. */
    const oldPictures = () =>
      story.console.evaluate(() =>
        [...document.querySelectorAll<HTMLIFrameElement>('iframe.player.behind')].map(({ contentDocument }) => {
          const root = contentDocument?.querySelector('iframe')?.contentDocument?.documentElement;
          if (!root) return null;
          const isOld = root.dataset['old'] === 'true';
          root.dataset['old'] = 'true';
          return isOld;
        }),
      );
    await oldPictures();
    await reload(story.assist);
    await waitFor('three tabs in the assist window', async () => (await shownTabs(story.assist)).length === 3);
    await frames.evaluate(() => document.body.append('After the reload'));
    await mirrorShows(story.console, 'After the reload');
    await stripIs({ seen: 1, looking: 0, follows: false });
    expect(await oldPictures()).toEqual([true, true]);
    await waitFor('the question again', async () => (await questions()) === 1);
    expect(await also()).toBe(true);
    await press(story.assist, 'Not now');
    await press(story.console, 'Follow');
    await stripIs({ seen: 0, looking: 0, follows: true });
  });

  test('[B8] all tabs are there again after a reload of the console', async () => {
    await reload(story.console);
    await waitFor('three tabs in the strip', async () => (await strip(story.console)).titles.length === 3);
    await story.page.bringToFront();
    await stripIs({ seen: 0, looking: 0, follows: true });
    await mirrorShows(story.console, 'Garden');
  });

  test('[B4] a tab that is removed is not shown any more, and one that is closed neither', async () => {
    await story.assist.evaluate(() =>
      document.querySelector<HTMLElement>('[aria-label^="Stop showing this tab: Frames"]')?.click(),
    );
    await waitFor('the frame to be gone', async () => !(await hasFrame(frames)));
    await waitFor('two tabs', async () => (await strip(story.console)).titles.length === 2);
    await story.page.close();
    await waitFor('the last tab in the mirror', () =>
      inMirror(story.console, (mirror) => mirror.querySelector('details') !== null),
    );
    expect((await shownTabs(story.assist)).length).toBe(1);
    expect(await textInMirror(story.console, '#star-garden')).toBe(null);
    const opened = (await customer.browser.pages()).find((page) => page.url().includes('details.html'));
    await opened?.close();
    await seesText(story.console, 'The page was closed');
    await seesText(story.assist, 'Nothing of yours is shown.');
  });
});
