import type { Page } from 'puppeteer';
import { launchBrowser } from '../../test/support/launch-browser.ts';
import { makeRecording } from '../../test/support/make-recording.ts';
import { startRelay } from '../../test/support/relay.ts';
import { startSession } from '../../test/support/relay-client.ts';
import { press } from '../../test/support/story/press.ts';
import { median, quantile, type Row, rowsOf } from '../row.ts';
import { hourMs, hourTrack } from './hour.ts';

const seeks = 40;
const starts = 5;
const longMs = 120_000;

/** The product's own page of recordings, with an hour of events, in Chromium at the real relay. */
export async function playingRows(display: string, say: (line: string) => void): Promise<Row[]> {
  const { chunks, bytes, json } = hourTrack();
  say(`recording: an hour in ${(bytes / 2 ** 20).toFixed(1)} MiB, ${(json / 2 ** 20).toFixed(1)} MiB as rrweb JSON`);
  const relay = await startRelay();
  const browser = await launchBrowser('chromium', { display });
  try {
    const host = await relay.addHost();
    const { sessionId } = await startSession(relay.url, host.bearer);
    const { recordingId } = await relay.withDeps((deps) =>
      makeRecording(deps, {
        sessionId,
        startedAt: Date.now() - hourMs,
        durationMs: hourMs,
        tracks: [{ kind: 'page', from: 0, to: hourMs, chunks }],
      }),
    );
    const page = await browser.open(`${relay.url}/recordings`);
    await page.setViewport({ width: 1_280, height: 800 });
    await page.waitForSelector('input[name="email"]');
    await page.type('input[name="email"]', host.email);
    await page.type('input[name="password"]', host.password);
    await press(page, 'Sign in');
    await page.waitForSelector(`a[href="#${recordingId}"]`);
    const began: number[] = [];
    for (let at = 0; at < starts; at += 1) {
      await page.goto('about:blank');
      const from = performance.now();
      await page.goto(`${relay.url}/recordings#${recordingId}`, { waitUntil: 'domcontentloaded' });
      await shows(page, 0);
      began.push(performance.now() - from);
    }
    const reading = performance.now();
    await seekTo(page, hourMs - 5_000);
    const read = performance.now() - reading;
    const times: number[] = [];
    for (let at = 0; at < seeks; at += 1) times.push(await seekTo(page, ((at * 7_919) % 3_590) * 1_000 + 500));
    const near: number[] = [];
    await seekTo(page, 2_000_500);
    for (let at = 0; at < seeks; at += 1) near.push(await seekTo(page, (1_801 + ((at * 7_919) % 298)) * 1_000 + 500));
    const row = rowsOf('recording');
    return [
      row('an hour of events, as recorded', bytes / 2 ** 20, {
        unit: 'MiB',
        peer: ['rrweb JSON', json / 2 ** 20],
      }),
      row('start of playback, from the address to the page, median', median(began)),
      row('the whole hour is read, after that', read),
      row('seek in an hour, median', median(times)),
      row('seek in an hour, p95', quantile(times, 0.95), { goal: { atMost: 300 } }),
      row('seek in an hour, worst', Math.max(...times)),
      row('seek within five minutes of one page, median', median(near)),
      row('seek within five minutes of one page, p95', quantile(near, 0.95), { goal: { atMost: 300 } }),
    ];
  } finally {
    await browser.close();
    await relay.stop();
  }
}

const shows = (page: Page, second: number) =>
  page.waitForFunction(
    (wanted) => {
      const player = document.querySelector<HTMLIFrameElement>('iframe.player')?.contentDocument;
      const mirror = player?.querySelector<HTMLIFrameElement>('#mirror iframe')?.contentDocument;
      return mirror?.body?.dataset['mark'] === wanted;
    },
    { timeout: longMs },
    String(second),
  );

/** From the word to the slider until the page of that second is there, ms. */
const seekTo = (page: Page, ms: number): Promise<number> =>
  page.evaluate(
    (at) =>
      new Promise<number>((resolve) => {
        const slider = document.querySelector<HTMLInputElement>('.timeline input');
        const began = performance.now();
        if (slider) slider.value = String(at);
        slider?.dispatchEvent(new Event('input', { bubbles: true }));
        const wanted = String(Math.floor(at / 1_000));
        function look() {
          const player = document.querySelector<HTMLIFrameElement>('iframe.player')?.contentDocument;
          // The one in front is the last that was made, or the one before it.
          const mirrors = [...(player?.querySelectorAll<HTMLIFrameElement>('#mirror iframe') ?? [])];
          const isThere = mirrors.some(
            ({ contentDocument, parentElement }) =>
              contentDocument?.body?.dataset['mark'] === wanted &&
              parentElement?.checkVisibility({ visibilityProperty: true }),
          );
          if (isThere) resolve(performance.now() - began);
          else setTimeout(look, 4);
        }
        look();
      }),
    ms,
  );
