import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { lane } from '../support/lane.ts';
import { decodePageTrack } from '../support/recorded-page.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { screenshot } from '../support/screenshot.ts';
import { begin, show, type Story } from '../support/story/begin.ts';
import { factsOf } from '../support/story/facts.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { mirrorShows } from '../support/story/mirror.ts';
import { crossPairsWith } from '../support/story/pairs.ts';
import { press, seesText } from '../support/story/press.ts';
import { reload } from '../support/story/reload.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { readTrack, viewRecording } from '../support/view-recording.ts';
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

const see = async (page: Page, name: string) => {
  for (const scheme of ['light', 'dark'] as const) {
    await page.evaluate((value) => (document.documentElement.dataset['scheme'] = value), scheme);
    expect(await axeFaults(page), `${name}, ${scheme}`).toEqual([]);
    if (pictures) await screenshot(page, pictures, `${name}-${scheme}`);
  }
  await page.evaluate(() => delete document.documentElement.dataset['scheme']);
};

describe.each(crossPairsWith('chromium'))('[R6] $host host, $customer customer', (pair) => {
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

  const write = (text: string) => story.page.evaluate((said) => document.body.append(` ${said} `), text);
  const facts = () => factsOf(relay.data);
  const isThere = (phase: 'on' | 'off') =>
    Promise.all(
      [story.console, story.assist].map((page) =>
        waitFor(`a recording that is ${phase}`, async () => (await page.$(`[data-recording="${phase}"]`)) !== null),
      ),
    );

  test('what is seen after the customer’s yes is kept, over a killed relay and a reloaded console, until it is stopped', async () => {
    await write('Said before anybody agreed.');
    await mirrorShows(story.console, 'Said before anybody agreed.');
    await press(story.console, 'Session');
    await press(story.console, 'Record session');
    await seesText(story.assist, 'May this session be recorded?');
    expect(facts().some(({ type }) => type === 'recording.started')).toBe(false);
    await press(story.assist, 'Allow');
    await isThere('on');
    await write('The first words.');
    await mirrorShows(story.console, 'The first words.');
    await see(story.console, 'console-recording');
    await see(story.assist, 'assist-recording');

    // Page and console have a way of their own; what is recorded waits.
    await relay.end('SIGKILL');
    await write('Without a relay.');
    await mirrorShows(story.console, 'Without a relay.');
    await relay.restart();
    await write('The relay is back.');
    await mirrorShows(story.console, 'The relay is back.');
    await sleep(1_100);

    await reload(story.console);
    await mirrorShows(story.console, 'The relay is back.');
    await write('A fresh console.');
    await mirrorShows(story.console, 'A fresh console.');
    await sleep(1_100);
    await press(story.console, 'Session');
    await press(story.console, 'Stop recording');
    await isThere('off');
    await write('Said after the end.');
    await mirrorShows(story.console, 'Said after the end.');

    const started = facts().find((fact) => fact.type === 'recording.started');
    expect(started).toBeDefined();
    const recordingId = started?.type === 'recording.started' ? started.recordingId : '';
    const { bearer } = await relay.addHost({ name: 'Ada Admin', admin: true });
    const whole = await waitFor('the whole recording', async () => {
      const view = await viewRecording(relay.url, bearer, recordingId);
      const now = view.manifest;
      const decoded = await Promise.all(
        now.tracks.map(async ({ trackId }) => decodePageTrack(await readTrack(view, trackId))),
      );
      const text = decoded.flatMap(({ said }) => said.map(({ json }) => json)).join('\n');
      return now.endedAt !== null && text.includes('A fresh console.') && { now, decoded, text };
    });
    expect(whole.now.tracks.map(({ kind, isWhole }) => [kind, isWhole])).toEqual([
      ['page', true],
      ['page', true],
    ]);
    for (const words of ['Garden', 'The first words.', 'Without a relay.', 'The relay is back.']) {
      expect(whole.text).toContain(words);
    }
    expect(whole.text).not.toContain('Said after the end.');
    // The page is asked for its beginning once; a fresh console asks for it to show it, too.
    const [first, second] = whole.decoded.map(({ snapshots }) => snapshots);
    expect(first).toBe(1);
    expect([1, 2]).toContain(second);
    for (const { offered, blobs } of whole.decoded) expect([...offered].filter((hash) => !blobs.has(hash))).toEqual([]);
  });

  test('a customer ends a recording at any time, and is told how long it is', async () => {
    await press(story.console, 'Record session');
    await seesText(story.assist, 'May this session be recorded?');
    await press(story.assist, 'Allow');
    await isThere('on');
    await seesText(story.assist, 'This session is recorded');
    await press(story.console, 'Pause recording');
    await seesText(story.assist, 'Recording paused');
    await seesText(story.console, 'Recording paused');
    await press(story.console, 'Go on recording');
    await isThere('on');
    await press(story.assist, 'Stop recording');
    await isThere('off');
    await seesText(story.console, 'Record session');
    expect(facts().at(-1)?.type).toBe('tool.ended');
  });
});
