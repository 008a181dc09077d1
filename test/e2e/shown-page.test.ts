import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { begin, giveControl, show, type Story } from '../support/story/begin.ts';
import { clickInMirror, inMirror, mirrorShows, textInMirror } from '../support/story/mirror.ts';
import { press, seesText } from '../support/story/press.ts';
import { reload } from '../support/story/reload.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { crossPairsWith } from '../support/story/pairs.ts';

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
  /** Another tab in the window of the customer's page. */
  let front: Page;
  beforeAll(async () => {
    [host, customer] = await Promise.all([launchWithExtension(pair.host), launchWithExtension(pair.customer)]);
    front = await customer.openExtensionPage('options');
    story = await begin({ relay, host, customer, at: `${pages.url}/sites/` });
    await show(story, 'Two sites', 'Two sites on one page');
  });
  afterAll(async () => {
    await Promise.all([host.close(), customer.close()]);
  });

  const mirrors = (path: string, text: string) =>
    waitFor(`"${text}" in ${path} of the mirror`, async () =>
      (await textInMirror(story.console, path))?.includes(text),
    );
  const frameAt = (part: string): Promise<Frame> =>
    waitFor(`the frame ${part}`, async () => story.page.frames().find((frame) => frame.url().includes(part)));

  /** Puppeteer loses its thread when a page comes out of the cache. */
  const go = (path: string) => story.page.evaluate((url) => location.assign(url), pages.url + path);

  /** Does something to the shown tab, from a tab of the extension that is in front. */
  const toTab = (front: Page, code: string) =>
    front.evaluate(`(async () => {
      const { storage, tabs } = globalThis.browser ?? chrome;
      const { helped } = await storage.session.get('helped');
      await tabs.update((await tabs.getCurrent()).id, { active: true });
      const tab = await tabs.get(helped.shownTabs[0].pageId);
      ${code}
    })()`);

  async function mirrorsAll() {
    await mirrors('#far >>> body', 'Far: ');
    await mirrors('#far >>> #back >>> #leaf', 'Leaf back: ');
    await mirrors('#far >>> #near >>> #deep >>> #leaf', 'Leaf deep: ');
    await mirrors('#host >>> iframe >>> #leaf', 'Leaf in-shadow: ');
  }

  test('frames of other sites are in the mirror where they are on the page, through frames and shadow roots', async () => {
    await mirrorsAll();
    await mirrors('#closed-off >>> #sandboxed', 'Sandboxed text');
    const look = await inMirror(story.console, (mirror) => {
      const far = mirror.querySelector<HTMLIFrameElement>('#far');
      const body = far?.contentDocument?.body;
      return { width: far?.clientWidth, colour: body && far.contentWindow?.getComputedStyle(body).backgroundColor };
    });
    expect(look).toEqual({ width: 600, colour: 'rgb(250, 245, 230)' });
    const far = await frameAt('far.html');
    await far.evaluate(() => document.querySelector('#far-button')?.replaceChildren('Changed'));
    await mirrors('#far >>> #far-button', 'Changed');
  });

  test('what is typed into a field of another site stays hidden', async () => {
    const far = await frameAt('far.html');
    await far.evaluate(() => {
      const city = document.querySelector<HTMLInputElement>('#city');
      if (city) city.value = 'Praha';
      city?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await mirrors('#far >>> #echo', '5 letters');
    const html = await inMirror(
      story.console,
      (mirror) => mirror.querySelector<HTMLIFrameElement>('#far')?.contentDocument?.documentElement.outerHTML,
    );
    expect(html).not.toContain('Praha');
  });

  test('the frame around the page is around the page only', async () => {
    const lines = async (where: Frame) =>
      where.evaluate(() => getComputedStyle(document.documentElement, '::after').borderTopStyle);
    await waitFor('the frame', async () => (await lines(story.page.mainFrame())) === 'solid');
    expect(await lines(await frameAt('far.html'))).not.toBe('solid');
  });

  test('a frame that comes late, goes to another page, and goes away is followed', async () => {
    await story.page.evaluate(() => {
      const late = document.body.appendChild(document.createElement('iframe'));
      late.id = 'late';
      const far = document.querySelector<HTMLIFrameElement>('#far')?.src ?? '';
      late.src = far.replace('far.html', 'leaf.html?late');
    });
    await mirrors('#late >>> #leaf', 'Leaf late: ');
    const late = await frameAt('?late');
    await late.evaluate(() => location.assign('leaf.html?later'));
    await mirrors('#late >>> #leaf', 'Leaf later: ');
    await story.page.evaluate(() => document.querySelector('#late')?.remove());
    await waitFor('the frame to be gone', () => inMirror(story.console, (mirror) => !mirror.querySelector('#late')));
  });

  test('the host may act in a frame of the site that control is for, and in none of another', async () => {
    await giveControl(story);
    await clickInMirror(story.console, '#far >>> #back >>> #leaf');
    await mirrors('#far >>> #back >>> #leaf', 'Leaf back: 1');
    await clickInMirror(story.console, '#far >>> #far-button');
    await seesText(story.console, 'That part of the page comes from another site.');
    const far = await frameAt('far.html');
    expect(await far.evaluate(() => document.querySelector('#far-button')?.textContent)).toBe('Changed');
    await press(story.console, 'Release control');
  });

  test('frames are in the mirror again after a reload of the page, of the console and of the assist window', async () => {
    await story.page.reload();
    await mirrors('#far >>> #far-button', 'Far: 0');
    await mirrorsAll();
    await reload(story.console);
    await mirrorsAll();
    await reload(story.assist);
    await seesText(story.assist, 'Shown to Anna Host');
    await mirrorsAll();
    await (await frameAt('far.html')).evaluate(() => document.querySelector('#far-button')?.replaceChildren('Again'));
    await mirrors('#far >>> #far-button', 'Again');
  });

  test('a page that its customer goes back to, out of the cache of the browser, is in the mirror again', async () => {
    await go('/spa/');
    await mirrorShows(story.console, 'Garden');
    await waitFor('the page to be loaded', () => story.page.evaluate(() => document.readyState === 'complete'));
    await story.page.evaluate(() => {
      document.querySelector('#star-garden')?.replaceChildren('Kept as it was');
      addEventListener('pageshow', ({ persisted }) => (document.title = persisted ? 'From the cache' : 'Loaded'));
    });
    await mirrorShows(story.console, 'Kept as it was');
    await go('/frames/');
    await mirrorShows(story.console, 'Frames and shadows');
    await story.page.evaluate(() => history.back());
    await waitFor('the page from the cache', async () => (await story.page.title()) === 'From the cache');
    await mirrorShows(story.console, 'Kept as it was');
    await story.page.evaluate(() => document.querySelector('#star-garden')?.replaceChildren('Goes on'));
    await mirrorShows(story.console, 'Goes on');
  });

  test.each(['browser', 'document'] as const)(
    'on a page of the kind "%s", which cannot be shown, both are told, and it goes on with the next page',
    async (kind) => {
      const own = pair.customer === 'chromium' ? 'chrome://version/' : 'about:license';
      // Some of these never say that they have loaded.
      story.page.goto(kind === 'browser' ? own : `${pages.url}/sites/paper.pdf`).catch(() => undefined);
      await seesText(story.console, 'Jan Novák is on a page that cannot be shown');
      const told = (page: Page) =>
        page.evaluate(() => document.querySelector<HTMLElement>('[data-hidden]')?.dataset['hidden']);
      expect(await told(story.console)).toBe(kind);
      await waitFor('the customer to be told', async () => (await told(story.assist)) === kind);
      expect(await inMirror(story.console, (mirror) => mirror.body?.textContent)).toBeFalsy();
      await press(story.console, 'Ask to see this window as a picture');
      await seesText(story.assist, 'see one of your windows?');
      await press(story.assist, 'Deny');
      await toTab(front, `await tabs.update(tab.id, { active: true, url: '${pages.url}/sites/' })`);
      await mirrorsAll();
      expect(await told(story.console)).toBeUndefined();
      expect(await told(story.assist)).toBeUndefined();
    },
  );

  test('a tab that has crashed or was put to sleep is in the mirror again when its customer turns to it', async () => {
    if (pair.customer === 'chromium') {
      const devtools = await story.page.createCDPSession();
      devtools.send('Page.crash').catch(() => undefined);
      await seesText(story.console, 'This page has crashed');
      await toTab(front, 'await tabs.reload(tab.id)');
      await mirrorsAll();
    }
    await toTab(front, 'await tabs.discard(tab.id)');
    await seesText(story.console, 'The browser has put this tab to sleep');
    await toTab(front, 'await tabs.update(tab.id, { active: true })');
    await mirrorsAll();
  });

  test('Stop ends the frames with the page', async () => {
    await press(story.assist, 'Stop showing');
    await seesText(story.console, 'Jan Novák stopped showing the page');
    expect(await inMirror(story.console, (mirror) => mirror.body?.textContent)).toBeFalsy();
  });
});
