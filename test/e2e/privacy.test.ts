import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import type { PrivacyPolicy } from '../../shared/protocol/privacy-policy.ts';
import { defaultPrivacyPolicy } from '../../shared/protocol/privacy-policy.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { call } from '../support/relay-client.ts';
import { begin, giveControl, show, type Story } from '../support/story/begin.ts';
import { clickInMirror, inMirror, mirrorShows, textInMirror } from '../support/story/mirror.ts';
import { press, seesText } from '../support/story/press.ts';
import { starsIn } from '../support/story/star.ts';
import { theirView, theirViewShows } from '../support/story/their-view.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { crossPairsWith } from '../support/story/pairs.ts';

let relay: TestRelay;
let pages: FixtureServer;
let admin: string | undefined;
beforeAll(async () => {
  [relay, pages] = await Promise.all([startRelay({ port: lane().relayPort }), startFixtureServer()]);
});
afterAll(async () => {
  await Promise.all([relay.stop(), pages.close()]);
});

/** As the admin of the site. */
async function decide(policy: Partial<PrivacyPolicy>): Promise<void> {
  admin ??= (await relay.addHost({ name: 'Eva Admin', admin: true })).bearer;
  const body = { ...defaultPrivacyPolicy, ...policy };
  expect((await call(relay.url, 'PUT', '/api/privacy-policy', { token: admin, body })).status).toBe(200);
}

describe.each(crossPairsWith('chromium'))('$host host, $customer customer', (pair) => {
  let host: TestBrowser;
  let customer: TestBrowser;
  let story: Story;
  beforeAll(async () => {
    [host, customer] = await Promise.all([launchWithExtension(pair.host), launchWithExtension(pair.customer)]);
    story = await begin({ relay, host, customer, at: `${pages.url}/spa/` });
    await show(story, 'Rooms', 'Garden');
  });
  afterAll(async () => {
    await Promise.all([host.close(), customer.close()]);
  });

  const mirrored = () => inMirror(story.console, (mirror) => mirror.body?.textContent ?? '');

  test('the customer sees the very picture that the host has, and it goes on with the page', async () => {
    await press(story.assist, 'What they see');
    await theirViewShows(story.assist, 'Garden');
    await story.page.evaluate(() => {
      document.querySelector('h1')?.append(' for two');
    });
    await theirViewShows(story.assist, 'Rooms for two');
    await mirrorShows(story.console, 'Rooms for two');
    await waitFor('the same text on both screens', async () => (await theirView(story.assist)) === (await mirrored()));
    await press(story.assist, 'What they see');
    expect(await theirView(story.assist)).toBeNull();
  });

  const mirrorHides = (text: string) =>
    waitFor(`"${text}" to be hidden`, async () => {
      const now = await mirrored();
      return now !== undefined && now.trim() !== '' && !now.includes(text);
    });
  const pointsAt = (selector: string) =>
    waitFor(`${selector} to be pointed at`, () =>
      story.page.evaluate((wanted) => document.querySelector(wanted)?.hasAttribute('data-beside-pick'), selector),
    );
  const middleOf = (selector: string) =>
    story.page.$eval(selector, (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
  /** Presses a button of the assist window and waits until the page takes the customer's pointing for that. */
  async function startPicking(button: string, over: string): Promise<{ x: number; y: number }> {
    await press(story.assist, button);
    const at = await middleOf(over);
    await waitFor('the page to let itself be pointed at', async () => {
      await story.page.mouse.move(at.x + 1, at.y);
      await story.page.mouse.move(at.x, at.y);
      return story.page.evaluate(() => document.querySelector('[data-beside-pick]') !== null);
    });
    return at;
  }

  test('what the customer clicks is hidden from the host, not pressed, hidden after a reload too, and can be shown again', async () => {
    const { x, y } = await startPicking('Hide something', '#star-garden');
    await story.page.mouse.click(x, y);
    await waitFor('a box in its place', () =>
      inMirror(story.console, (mirror) => mirror.querySelectorAll('[data-beside-blocked]').length === 1),
    );
    expect(await starsIn(story.page)).toBe(0);
    await startPicking('Hide something', 'li:nth-of-type(2)');
    await story.page.mouse.click((await middleOf('li:nth-of-type(2)')).x, y);
    await mirrorHides('Garden');
    await mirrorShows(story.console, 'Attic');
    await story.page.reload();
    await mirrorShows(story.console, 'Attic');
    expect(await mirrored()).not.toContain('Garden');
    await seesText(story.assist, 'Hidden from Anna Host');
    await press(story.assist, 'Show again Garden ★ 0');
    await mirrorShows(story.console, 'Garden');
    await press(story.assist, 'Show again ★ 0');
    await waitFor('no box', () =>
      inMirror(story.console, (mirror) => mirror.querySelector('[data-beside-blocked]') === null),
    );
  });

  test('a box that the customer draws hides all that lies in it', async () => {
    await startPicking('Hide something', 'h1');
    const [first, last] = [await middleOf('li:nth-of-type(1)'), await middleOf('li:nth-of-type(2)')];
    await story.page.mouse.move(2, first.y - 16);
    await story.page.mouse.down();
    await story.page.mouse.move(200, first.y);
    await story.page.mouse.move(1.9 * first.x, last.y + 14);
    await pointsAt('li:nth-of-type(2)');
    await story.page.mouse.up();
    await mirrorHides('Attic');
    expect(await mirrored()).not.toContain('Garden');
    expect(await mirrored()).toContain('Tower');
    await press(story.assist, 'Show again Attic ★ 0');
    await press(story.assist, 'Show again Garden ★ 0');
    await mirrorShows(story.console, 'Garden');
  });

  test('keys alone pick as well, Escape picks nothing', async () => {
    await startPicking('Hide something', 'h1');
    await story.page.keyboard.press('Escape');
    await seesText(story.assist, 'Show a field');
    await startPicking('Hide something', 'h1');
    for (const step of ['nav > a', 'nav > a:nth-of-type(2)', 'h1']) {
      await story.page.keyboard.press('Tab');
      await pointsAt(step);
    }
    await story.page.keyboard.press('Enter');
    await mirrorHides('RoomsAttic');
    await seesText(story.assist, 'Hidden from Anna Host');
    await press(story.assist, 'Show again Rooms');
    await mirrorShows(story.console, 'RoomsAttic');
  });

  test("the host's hands neither press nor pick while the customer points at something", async () => {
    await giveControl(story);
    await startPicking('Hide something', 'h1');
    await clickInMirror(story.console, '#star-garden');
    await seesText(story.console, 'Jan Novák is using the page');
    expect(await starsIn(story.page)).toBe(0);
    await press(story.assist, 'Cancel');
    expect(await story.assist.$('[data-chosen="hide"]')).toBeNull();
    await press(story.assist, 'Take back control');
  });

  test('one field can be shown to the host, until the page is left', async () => {
    await story.page.goto(`${pages.url}/spa/booking`);
    await (await story.page.waitForSelector('#guest'))?.type('jana');
    await waitFor('a mask in the mirror', () =>
      inMirror(story.console, (mirror) => /^\W+$/.test(mirror.querySelector('input')?.value ?? '')),
    );
    const { x, y } = await startPicking('Show a field', '#guest');
    await story.page.mouse.click(x, y);
    const shownValue = () => inMirror(story.console, (mirror) => mirror.querySelector('input')?.value);
    await waitFor('the name in the mirror', async () => (await shownValue()) === 'JANA');
    await story.page.reload();
    await (await story.page.waitForSelector('#guest'))?.type('petr');
    await waitFor('a mask again', async () => /^\W+$/.test((await shownValue()) ?? ''));
    expect(await story.assist.$('[data-chosen="show"]')).toBeNull();
  });

  test('what the site decides holds in open sessions at once, without a reload', async () => {
    await story.page.goto(`${pages.url}/spa/`);
    await mirrorShows(story.console, 'Attic');
    await story.page.evaluate(() => (document.documentElement.dataset['same'] = 'document'));
    await decide({ rules: [{ selector: 'li:nth-of-type(1)', do: 'block' }] });
    await mirrorHides('Attic');
    await mirrorShows(story.console, 'Garden');
    await decide({ level: 'strict' });
    await mirrorHides('Garden');
    await decide({});
    await mirrorShows(story.console, 'Attic');
    expect(await story.page.evaluate(() => document.documentElement.dataset['same'])).toBe('document');
  });

  test('on a private page nothing is sent and both are told why; it goes on with the next page', async () => {
    await decide({ pausePages: ['*/spa/booking'], blockedOrigins: [pages.otherUrl] });
    await story.page.goto(`${pages.url}/spa/booking`);
    await seesText(story.console, 'This page is private.');
    await seesText(story.assist, 'This page is private. Showing goes on with the next page.');
    expect(await mirrored()).toBeFalsy();
    expect(await story.console.evaluate(() => document.body.innerText)).not.toContain('/booking');
    await story.page.evaluate(() => document.querySelector('h1')?.append('!'));
    await press(story.assist, 'What they see');
    await seesText(story.assist, 'Anna Host sees nothing at the moment.');
    await press(story.assist, 'What they see');
    // A route of the same document, by its own link.
    await story.page.evaluate(() => document.querySelector<HTMLElement>('nav a')?.click());
    await mirrorShows(story.console, 'Garden');
    await story.page.evaluate(() => document.querySelectorAll<HTMLElement>('nav a')[1]?.click());
    await seesText(story.console, 'This page is private.');
    expect(await mirrored()).toBeFalsy();
    await story.page.goto(`${pages.otherUrl}/spa/`);
    await seesText(story.console, 'does not let pages of this web address be shown');
    await seesText(story.assist, 'does not let pages of this web address be shown');
    await decide({});
    await mirrorShows(story.console, 'Garden');
  });

  test('a thing in a frame of another site is hidden as well, and again after a reload', async () => {
    await story.page.goto(`${pages.url}/sites/`);
    const inFar = (path: string) => textInMirror(story.console, `#far >>> ${path}`);
    const farShows = () => waitFor('the frame in the mirror', async () => (await inFar('body'))?.includes('City'));
    await farShows();
    const button = (await inFar('#far-button')) ?? '';
    expect(button).not.toBe('');
    await press(story.assist, 'Hide something');
    const far = await waitFor('the frame', async () =>
      story.page.frames().find((frame) => frame.url().includes('far.html')),
    );
    const box = await (await far.$('#far-button'))?.boundingBox();
    const [x, y] = box ? [box.x + box.width / 2, box.y + box.height / 2] : [0, 0];
    await waitFor('the frame to let itself be pointed at', async () => {
      await story.page.mouse.move(x + 1, y);
      await story.page.mouse.move(x, y);
      return far.evaluate(() => document.querySelector('#far-button')?.hasAttribute('data-beside-pick'));
    });
    await story.page.mouse.click(x, y);
    const isHidden = () =>
      waitFor('the button to be hidden', async () => {
        const text = await inFar('body');
        return text?.includes('City') && !text.includes(button);
      });
    await isHidden();
    await story.page.reload();
    await farShows();
    await isHidden();
    await press(story.assist, `Show again ${button.trim()}`);
    await waitFor('the button again', async () => (await inFar('body'))?.includes(button));
  });
});
