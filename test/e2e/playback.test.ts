import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionId } from '../../shared/protocol/ids.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import { axeFaults } from '../support/axe.ts';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import type { TestHost } from '../support/make-host.ts';
import { makeRecording } from '../support/make-recording.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { startSession } from '../support/relay-client.ts';
import { screenshot } from '../support/screenshot.ts';
import { shopTrack } from '../support/shop-track.ts';
import { press, seesText } from '../support/story/press.ts';
import { seek, shows, shownText } from '../support/story/recording-player.ts';
import type { BrowserKind, TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

const pictures = process.env['BESIDE_TEST_PICTURES'];
const kinds: readonly BrowserKind[] = process.env['BESIDE_TEST_THOROUGH'] ? ['chromium', 'firefox'] : ['chromium'];
const minute = 60_000;
const startsAt = Date.now() - 60 * minute;

/** What MediaRecorder of that browser writes of a canvas that is red, green and blue, a second each. */
async function recordScreen(page: Page): Promise<Uint8Array[]> {
  const chunks = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 200 });
    const context = canvas.getContext('2d', { alpha: false });
    const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm;codecs=vp8' });
    const kept: Blob[] = [];
    recorder.ondataavailable = ({ data }) => void kept.push(data);
    recorder.start(500);
    for (let at = 0; at < 30 && context; at += 1) {
      context.fillStyle = ['#c00', '#0a0', '#00c'][Math.floor(at / 10)] ?? '';
      context.fillRect(0, 0, 320, 200);
      context.fillStyle = '#fff';
      context.fillRect(at * 10, 0, 4, 4);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await new Promise((resolve) => {
      recorder.onstop = resolve;
      recorder.stop();
    });
    return Promise.all(kept.map(async (blob) => [...new Uint8Array(await blob.arrayBuffer())]));
  });
  return chunks.map((chunk) => Uint8Array.from(chunk));
}

/** The colour in the middle of the recorded screen, by its strongest part. */
const colour = (page: Page) =>
  page.evaluate(() => {
    const video = document.querySelector('video');
    const canvas = Object.assign(document.createElement('canvas'), { width: 10, height: 10 });
    const context = canvas.getContext('2d');
    if (!video || video.seeking || video.readyState < 2 || !context) return null;
    context.drawImage(video, 0, 0, 10, 10);
    const [red = 0, green = 0, blue = 0] = context.getImageData(5, 5, 1, 1).data;
    return red > 100 ? 'red' : green > 100 ? 'green' : blue > 100 ? 'blue' : null;
  });

let relay: TestRelay;
let host: TestHost;
let sessionId: SessionId;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beside-playback-'));
  relay = await startRelay();
  host = await relay.addHost({ name: 'Anna Host' });
  ({ sessionId } = await startSession(relay.url, host.bearer));
  await relay.withDeps(async ({ store }) => {
    const [first] = await store.entries(sessionId, 0);
    const by = first?.fact.type === 'session.started' ? first.fact.host.participantId : '';
    const said = { type: 'chat.said', audience: 'all', picture: null } as const;
    const last = (await store.entries(sessionId, 0)).length;
    await store.append({
      sessionId,
      after: last,
      at: startsAt + 12 * minute,
      by,
      facts: [{ ...said, messageId: newId(), text: 'The parasol is in the cart now' }],
    });
  });
});
afterAll(async () => {
  await relay.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(kinds)('in %s', (kind) => {
  let browser: TestBrowser;
  let page: Page;
  let recordingId: string;
  const keep = async (name: string) => {
    if (pictures) await screenshot(page, pictures, `playback-${kind}-${name}`);
  };

  beforeAll(async () => {
    browser = await launchBrowser(kind, { display: lane().display });
    page = await browser.open(`${relay.url}/recordings`);
    await page.setViewport({ width: 1_280, height: 800 });
    const screen = await recordScreen(page);
    ({ recordingId } = await relay.withDeps((deps) =>
      makeRecording(deps, {
        sessionId,
        startedAt: startsAt,
        durationMs: 30 * minute,
        tracks: [
          { kind: 'page', from: 0, to: 25 * minute, chunks: [shopTrack().bytes()] },
          { kind: 'screen', from: 15 * minute, to: 15 * minute + 3_000, chunks: screen },
        ],
      }),
    ));
  });
  afterAll(() => browser.close());

  test('[O1][O4][O5] a host opens a recording, and sees page and screen as they were at any moment', async () => {
    await page.waitForSelector('input[name="email"]');
    await page.type('input[name="email"]', host.email);
    await page.type('input[name="password"]', host.password);
    await press(page, 'Sign in');
    await page.waitForSelector(`a[href="#${recordingId}"]`);
    await keep('list');
    expect(await axeFaults(page)).toEqual([]);
    await page.click(`a[href="#${recordingId}"]`);
    await shows(page, 'Your cart');
    await seesText(page, 'Garden shop');
    await seek(page, 22 * minute);
    await shows(page, 'Thank you');
    expect(await shownText(page)).not.toContain('parasol');
    await seek(page, 11 * minute);
    await shows(page, 'Checkout');
    expect(await shownText(page)).toContain('A parasol');
    for (const [at, wanted] of [
      [2_600, 'blue'],
      [400, 'red'],
      [1_500, 'green'],
    ] as const) {
      await seek(page, 15 * minute + at);
      await waitFor(`a ${wanted} screen`, async () => (await colour(page)) === wanted);
    }
    await keep('page-and-screen');
    for (const value of ['dark', 'light']) {
      // Firefox's driver cannot.
      if (kind === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      expect(await axeFaults(page)).toEqual([]);
      await keep(value);
    }

    await page.keyboard.press('/');
    await page.keyboard.type('PARASOL');
    await seesText(page, '2 hits');
    await keep('search');
    await page.keyboard.press('Enter');
    await shows(page, 'Checkout');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await shows(page, 'Your cart');
    await page.keyboard.press('k');
    await seesText(page, 'Pause');
    await page.keyboard.press('k');
    await seek(page, 27 * minute);
    await seesText(page, 'Nothing was recorded here');
  });

  test('[O8] a link leads to its moment, until it is taken back', async () => {
    await seek(page, 11 * minute);
    await shows(page, 'Checkout');
    await press(page, 'Share');
    const choice = await page.waitForSelector('dialog[open] fieldset label:nth-of-type(2) input');
    await choice?.click();
    await press(page, 'Make the link');
    const field = await page.waitForSelector('.made-link');
    const address = (await field?.evaluate((input) => (input as HTMLInputElement).value)) ?? '';
    await keep('share');
    expect(await axeFaults(page)).toEqual([]);
    const context = await browser.browser.createBrowserContext();
    const guest = await context.newPage();
    await guest.goto(address);
    await shows(guest, 'Checkout');
    expect(await guest.evaluate(() => [...document.querySelectorAll('header button')].length)).toBe(0);
    await press(page, 'Take back');
    await seesText(page, 'None.');
    await press(page, 'Close');
    await guest.reload();
    await seesText(guest, 'This link opens nothing any more');
    await context.close();
  });

  test('[O9] a saved recording plays from the disk and asks for nothing', async () => {
    const html = await page.evaluate(
      async (id) => (await fetch(`/api/playback/${id}/file`, { credentials: 'same-origin' })).text(),
      recordingId,
    );
    const file = join(folder, `${kind}.html`);
    writeFileSync(file, html);
    const offline = await browser.browser.newPage();
    const asked: string[] = [];
    offline.on('request', (request) => {
      const url = request.url();
      if (url !== pathToFileURL(file).href && !/^(?:blob|data|about):/.test(url)) asked.push(url);
    });
    await offline.goto(pathToFileURL(file).href);
    await shows(offline, 'Your cart');
    await seek(offline, 22 * minute);
    await shows(offline, 'Thank you');
    await seek(offline, 15 * minute + 1_500);
    await shows(offline, 'Checkout');
    await waitFor('a green screen', async () => (await colour(offline)) === 'green');
    if (pictures) await screenshot(offline, pictures, `playback-${kind}-offline`);
    expect(asked).toEqual([]);
    await offline.close();
  });
});
