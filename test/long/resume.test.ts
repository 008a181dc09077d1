import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pairsOf } from '../support/story/pairs.ts';
import { lane } from '../support/lane.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { begin, giveControl, show, type Story } from '../support/story/begin.ts';
import { countFacts, storedFacts } from '../support/story/facts.ts';
import { killBackground } from '../support/story/kill-background.ts';
import { inMirror, mirrorShows } from '../support/story/mirror.ts';
import { press, seesText } from '../support/story/press.ts';
import { reload } from '../support/story/reload.ts';
import { giveStar } from '../support/story/star.ts';
import type { BrowserKind, TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchWithExtension } from '../support/story/launch.ts';

const pairs: { host: BrowserKind; customer: BrowserKind; path: 'direct' | 'relay' }[] = [
  { host: 'chromium', customer: 'firefox', path: 'direct' },
  { host: 'firefox', customer: 'chromium', path: 'relay' },
];

const launch = (kind: BrowserKind): Promise<TestBrowser> => launchWithExtension(kind, { backgroundIdleMs: 1_000 });

describe.each(pairsOf('chromium', pairs))('$host host, $customer customer, $path path', (pair) => {
  let relay: TestRelay;
  let pages: FixtureServer;
  let host: TestBrowser;
  let customer: TestBrowser;
  let story: Story;

  beforeAll(async () => {
    const env = { BESIDE_PEER_TO_PEER: pair.path === 'direct' ? 'on' : 'off' };
    [relay, pages, host, customer] = await Promise.all([
      startRelay({ port: lane().relayPort, env }),
      startFixtureServer(),
      launch(pair.host),
      launch(pair.customer),
    ]);
    story = await begin({ relay, host, customer, at: `${pages.url}/spa/` });
    await show(story, 'Rooms', 'Garden');
    await giveControl(story);
    await giveStar(story);
  });
  afterAll(async () => {
    await Promise.all([host.close(), customer.close(), relay.stop(), pages.close()]);
  });

  /** All went on by itself: the host acts in the page again, and nobody was asked anything. */
  async function goesOn(act: () => Promise<void>): Promise<void> {
    const before = storedFacts(relay.data);
    await act();
    await seesText(story.console, 'You are in control', 20_000);
    await giveStar(story);
    const after = storedFacts(relay.data);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(countFacts(relay.data, 'share.requested')).toBe(2);
    expect(countFacts(relay.data, 'share.granted')).toBe(2);
    expect(await story.assist.evaluate(() => document.querySelector('[role="alertdialog"]'))).toBeNull();
  }

  test('a reloaded console has mirror and control back by itself', () => goesOn(() => reload(story.console)));

  test('a reloaded assist window goes on showing by itself', () =>
    goesOn(async () => {
      await reload(story.assist);
      await seesText(story.assist, 'Shown to Anna Host');
      await seesText(story.assist, 'Anna Host can see and control this page');
    }));

  test('a killed background script changes nothing', () =>
    goesOn(() =>
      Promise.all([killBackground(host, story.console), killBackground(customer, story.assist)]).then(() => undefined),
    ));

  test.each(['SIGTERM', 'SIGKILL'] as const)('a relay ended by %s and started again changes nothing', (signal) =>
    goesOn(async () => {
      await relay.end(signal);
      await seesText(story.console, 'The relay cannot be reached');
      await seesText(story.assist, 'Connecting again');
      await relay.restart();
      await waitFor(
        'both to be back',
        async () => {
          const texts = await Promise.all(
            [story.console, story.assist].map((page) => page.evaluate(() => document.body.innerText)),
          );
          return !/cannot be reached|Connecting again|offline/.test(texts.join());
        },
        20_000,
      );
    }),
  );

  test('what was granted just before the relay was killed still stands for a console that knows nothing yet', async () => {
    await press(story.console, 'Release control');
    await seesText(story.console, 'View only');
    await giveControl(story);
    await relay.end('SIGKILL');
    await relay.restart();
    await reload(story.console);
    await seesText(story.console, 'You are in control', 20_000);
    await giveStar(story);
    expect(countFacts(relay.data, 'share.granted')).toBe(3);
  });

  test('the view goes on over reloads and pages of the same site, and control with it', async () => {
    const asked = countFacts(relay.data, 'share.requested');
    await story.page.reload();
    await giveStar(story);
    await story.page.goto(`${pages.url}/frames/`);
    await mirrorShows(story.console, 'Frames and shadows');
    await story.page.goto(`${pages.url}/spa/`);
    await mirrorShows(story.console, 'Garden');
    await seesText(story.console, 'You are in control');
    await giveStar(story);
    expect(countFacts(relay.data, 'share.requested')).toBe(asked);
  });

  test('on another site the view goes on, and control has to be asked for again', async () => {
    const asked = countFacts(relay.data, 'share.requested');
    await story.page.goto(`${pages.otherUrl}/spa/?other`);
    await Promise.all([
      seesText(story.console, 'The page moved to another site. Ask for control again.'),
      seesText(story.assist, 'Control ended because the page moved to another site.'),
    ]);
    await seesText(story.console, 'View only');
    await waitFor('the other site in the mirror', () =>
      story.console.evaluate((site) => document.body.innerText.includes(site), pages.otherUrl),
    );
    await mirrorShows(story.console, 'Garden');
    expect(storedFacts(relay.data).at(-1)).toContain('left-origin');
    expect(countFacts(relay.data, 'share.requested')).toBe(asked);

    await story.page.goto(`${pages.url}/spa/`);
    await waitFor('the first site again', () =>
      story.console.evaluate((site) => document.querySelector('.stage-url')?.textContent?.startsWith(site), pages.url),
    );
    await seesText(story.console, 'View only');
    await giveControl(story);
    await giveStar(story);
  });

  test('a page that goes to another is in the mirror again within two seconds', async () => {
    const times: number[] = [];
    for (const [url, sees] of [
      [`${pages.url}/frames/`, 'Frames and shadows'],
      [`${pages.otherUrl}/spa/`, 'Garden'],
      [`${pages.otherUrl}/frames/`, 'Frames and shadows'],
    ] as const) {
      await story.page.goto(url, { waitUntil: 'domcontentloaded' });
      const arrived = performance.now();
      await waitFor(`${sees} in the mirror`, () =>
        inMirror(story.console, (mirror) => mirror.body?.innerText ?? '').then((text) => text?.includes(sees)),
      );
      times.push(performance.now() - arrived);
    }
    expect(times.toSorted((a, b) => a - b)[1]).toBeLessThan(2_000);
  });
});
