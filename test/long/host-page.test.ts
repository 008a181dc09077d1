import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordingListSchema } from '../../shared/protocol/playback.ts';
import { axeFaults } from '../support/axe.ts';
import { decodePageTrack } from '../support/recorded-page.ts';
import { call } from '../support/relay-client.ts';
import { screenshot } from '../support/screenshot.ts';
import { openRecording, seek, shows } from '../support/story/recording-player.ts';
import { readTrack, viewRecording } from '../support/view-recording.ts';
import { pairsOf } from '../support/story/pairs.ts';
import { lane } from '../support/lane.ts';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { begin, leave, show, type Begun } from '../support/story/begin.ts';
import { join } from '../support/story/customer.ts';
import { storedFacts } from '../support/story/facts.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { clickInMirror, mirrorShows } from '../support/story/mirror.ts';
import { hasFrame, offerPage } from '../support/story/own-page.ts';
import { press, pressIn, seesText } from '../support/story/press.ts';
import { record } from '../support/story/record.ts';
import { reload } from '../support/story/reload.ts';
import { giveStar, starsIn } from '../support/story/star.ts';
import { tapped, tapPlayer } from '../support/story/tap-player.ts';
import type { BrowserKind, TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchWithExtension } from '../support/story/launch.ts';

const pictures = process.env['BESIDE_TEST_PICTURES'];

let relay: TestRelay;
let pages: FixtureServer;
beforeAll(async () => {
  [relay, pages] = await Promise.all([startRelay({ port: lane().relayPort }), startFixtureServer()]);
});
afterAll(async () => {
  await Promise.all([relay.stop(), pages.close()]);
});

const launch = (kind: BrowserKind, peerToPeer: boolean): Promise<TestBrowser> =>
  launchWithExtension(kind, { peerToPeer });

const grants = () => storedFacts(relay.data).filter((fact) => fact.includes('share.granted')).length;
const hasPlayer = (page: Page) => page.evaluate(() => document.querySelector('iframe.player') !== null);

/** The customer clicks and types in the mirror of the host's page; the host's page has it. */
async function useByHand(viewer: Page, page: Page): Promise<void> {
  await giveStar({ console: viewer, page });
  await clickInMirror(viewer, 'nav a:nth-of-type(2)');
  await mirrorShows(viewer, 'Book a room');
  await clickInMirror(viewer, '#guest');
  await viewer.keyboard.type('Eva');
  await mirrorShows(viewer, 'For: EVA');
  expect(await page.evaluate(() => document.querySelector('#echo')?.textContent)).toBe('For: EVA');
}

const pairs: readonly { host: BrowserKind; customer: BrowserKind; path: 'direct' | 'relay' }[] = [
  { host: 'chromium', customer: 'firefox', path: 'direct' },
  { host: 'firefox', customer: 'chromium', path: 'relay' },
];

describe.each(pairsOf('firefox', pairs))('$host host, $customer customer, $path path', (pair) => {
  let host: TestBrowser;
  let customer: TestBrowser;
  let story: Begun;
  /** The host's page. */
  let page: Page;
  beforeAll(async () => {
    const open = pair.path === 'direct';
    [host, customer] = await Promise.all([launch(pair.host, open), launch(pair.customer, open)]);
    // Before the console: later, Firefox would open it in the console's window.
    page = await host.open(`${pages.url}/spa/`);
    story = await begin({ relay, host, customer, at: `${pages.url}/frames/` });
  });
  afterAll(async () => {
    await Promise.all([host.close(), customer.close()]);
  });

  test('[S6] nothing of a host’s page is shown before the customer has said yes', async () => {
    const before = grants();
    await offerPage(story.console, 'Share view', 'Rooms');
    await seesText(story.assist, 'Anna Host wants to show you a page');
    await seesText(story.console, 'Waiting for Jan Novák to allow');
    expect([await hasFrame(page), await hasPlayer(story.assist), grants()]).toEqual([false, false, before]);
    await press(story.assist, 'Deny');
    await seesText(story.console, 'Jan Novák said no');
    expect([await hasFrame(page), await hasPlayer(story.assist), grants()]).toEqual([false, false, before]);
  });

  test('the customer sees the host’s page, without its secrets, and then controls it', async () => {
    await page.evaluate(() => {
      const field = Object.assign(document.createElement('input'), { type: 'password', value: 'planted-secret' });
      document.body.append(field);
    });
    await tapPlayer(story.assist);
    await offerPage(story.console, 'Share view', 'Rooms');
    await seesText(story.assist, 'Anna Host wants to show you a page');
    await press(story.assist, 'Allow');
    await mirrorShows(story.assist, 'Garden');
    expect(await tapped(story.assist)).not.toContain('planted-secret');
    await seesText(story.console, 'Shown to Jan Novák');
    await seesText(story.assist, 'View only');
    await waitFor('the frame', () => hasFrame(page));
    await waitFor(`the ${pair.path} path`, () =>
      story.console.evaluate((path) => document.querySelector(`[data-path="${path}"]`) !== null, pair.path),
    );
    await clickInMirror(story.assist, '#star-garden');

    await press(story.console, 'Share control');
    await seesText(story.assist, 'Anna Host wants to let you control the page');
    await press(story.assist, 'Allow');
    await seesText(story.assist, 'You are in control');
    // The click while it was view only did nothing.
    expect(await starsIn(page)).toBe(0);
    await useByHand(story.assist, page);
  });

  test('[R7] what both show is recorded, each beside the other, and the host’s without its secrets', async () => {
    await record(story);
    await show(story, 'Frames', 'Frames');
    await page.evaluate(() => document.querySelector('h1')?.append(' of the host'));
    await mirrorShows(story.assist, 'of the host');
    await sleep(1_000);
    const at = Date.now();
    await sleep(1_000);
    await pressIn(story.console, '.tab-list', 'Session');
    await press(story.console, 'Stop recording');
    await seesText(story.console, 'Record session');

    const { bearer } = story.account;
    const list = await call(relay.url, 'GET', '/api/playback', { token: bearer });
    const recordingId = v.parse(recordingListSchema, await list.json()).rows[0]?.recordingId ?? '';
    const view = await waitFor('both tracks', async () => {
      const found = await viewRecording(relay.url, bearer, recordingId);
      return found.manifest.tracks.filter(({ isWhole }) => isWhole).length === 2 && found;
    });
    expect(view.manifest.tracks.map(({ kind }) => kind).toSorted()).toEqual(['host-page', 'page']);
    const own = view.manifest.tracks.find(({ kind }) => kind === 'host-page');
    const said = JSON.stringify(decodePageTrack(await readTrack(view, own?.trackId ?? '')).said);
    expect(said).toContain('of the host');
    expect(said).not.toContain('planted-secret');

    const player = await openRecording(host, relay.url, story.account, recordingId);
    await seek(player, at - view.manifest.startedAt);
    await shows(player, 'of the host', 30_000, 'Host’s page');
    await shows(player, 'Frames', 30_000, 'Customer’s page');
    expect(await axeFaults(player)).toEqual([]);
    if (pictures) await screenshot(player, pictures, `recording-both-${pair.host}`);
    await player.close();
    await page.bringToFront();
    await pressIn(story.console, '.tab-list', 'Application');
    await press(story.console, 'Stop viewing');
    await seesText(story.assist, 'Nothing of yours is shown');
  });

  test('both pages are shown at the same time, each to the other', async () => {
    await show(story, 'Frames', 'Frames');
    await mirrorShows(story.assist, 'Book a room');
    await seesText(story.assist, 'Shown to Anna Host');
    await press(story.console, 'Stop viewing');
    await seesText(story.assist, 'Nothing of yours is shown');
    await clickInMirror(story.assist, 'nav a:nth-of-type(1)');
    await mirrorShows(story.assist, 'Garden');
  });

  test('the host’s own mouse takes over at once, and both are told', async () => {
    await page.mouse.move(300, 300);
    await page.mouse.move(340, 340);
    await seesText(story.console, 'Paused while you use the page');
    await seesText(story.assist, 'Anna Host is using the page. You can go on in a moment.');
    await giveStarLater();
  });

  async function giveStarLater() {
    await waitFor(
      'the pause to be over',
      async () => !(await story.console.evaluate(() => document.body.innerText)).includes('Paused while'),
    );
    await giveStar({ console: story.assist, page });
  }

  test('either side stops it', async () => {
    await press(story.console, 'Stop showing');
    await seesText(story.assist, 'Anna Host has stopped showing you the page.');
    await waitFor('no frame', async () => !(await hasFrame(page)));
    expect(await hasPlayer(story.assist)).toBe(false);

    await offerPage(story.console, 'Share control', 'Rooms');
    await seesText(story.assist, 'Anna Host wants to show you a page and let you control it');
    await press(story.assist, 'Allow');
    await seesText(story.assist, 'You are in control');
    await press(story.assist, 'Release control');
    await seesText(story.assist, 'View only');
    await press(story.assist, 'Stop viewing');
    await seesText(story.console, 'Jan Novák stopped viewing your page');
    await waitFor('no frame', async () => !(await hasFrame(page)));
    expect(await hasPlayer(story.assist)).toBe(false);
  });

  test('a reload of the console goes on with it, and closing the console ends it, with the frame gone', async () => {
    await offerPage(story.console, 'Share view', 'Rooms');
    await seesText(story.assist, 'Anna Host wants to show you a page');
    await press(story.assist, 'Allow');
    await mirrorShows(story.assist, 'Garden');
    await waitFor('the frame', () => hasFrame(page));
    await reload(story.console);
    await seesText(story.console, 'Shown to Jan Novák');
    await page.evaluate(() => document.body.append('Cellar'));
    await mirrorShows(story.assist, 'Cellar');
    await story.console.close();
    await waitFor('no frame', async () => !(await hasFrame(page)));
    await seesText(story.assist, 'Anna Host is offline');
    await leave({ ...story, page });
  });
});

test('a customer without the extension is shown the host’s page in the join page, and controls it', async () => {
  const [host, customer] = await Promise.all([
    launch('chromium', true),
    launchBrowser('chromium', { display: lane().display }),
  ]);
  try {
    await signInDirectly(host, relay.url, await relay.addHost({ name: 'Anna Host' }));
    const { console, number } = await startSession(host, await host.open(relay.url));
    const page = await host.open(`${pages.url}/spa/`);
    const joined = await customer.open(relay.url);
    await join(joined, number, 'Jan Novák');
    await press(console, 'Admit');
    await seesText(joined, 'Anna Host is helping you');
    await offerPage(console, 'Share control', 'Rooms');
    await seesText(joined, 'Anna Host wants to show you a page and let you control it');
    await press(joined, 'Allow');
    await mirrorShows(joined, 'Garden');
    await seesText(joined, 'You are in control');
    await useByHand(joined, page);

    const player = joined.frames().find((frame) => frame.url() === `${relay.url}/player`);
    const reached = await player?.evaluate(() =>
      fetch('/').then(
        () => 'fetched',
        () => 'refused',
      ),
    );
    expect(reached).toBe('refused');
    await page.close();
    await seesText(joined, 'The page that Anna Host showed you was closed.');
  } finally {
    await Promise.all([host.close(), customer.close()]);
  }
});
