import type { Page } from 'puppeteer';
import type { TestBrowser } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';
import { pressIn } from './press.ts';

export type Surface = 'desktop' | 'application';

/** A page that never stands still, in a window of its own. */
export async function openMovingWindow(browser: TestBrowser, site: string): Promise<Page> {
  const windowBounds = { left: 20, top: 20, width: 560, height: 480 };
  // Firefox lets nobody say how large a window shall be.
  const page = await browser.browser.newPage({
    type: 'window',
    ...(browser.kind === 'chromium' && { windowBounds }),
  });
  await page.goto(`${site}/moving/`, { waitUntil: 'domcontentloaded' });
  return page;
}

/** Fills the page with squares that change their colours all the time: more than any line is meant to carry. */
export const beBusy = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1_000, height: 800 });
    canvas.style.cssText = 'position:fixed;inset:0';
    document.body.append(canvas);
    const pen = canvas.getContext('2d');
    setInterval(() => {
      for (let x = 0; pen && x < 1_000; x += 16) {
        for (let y = 0; y < 800; y += 16) {
          pen.fillStyle = `hsl(${Math.random() * 360} 80% 50%)`;
          pen.fillRect(x, y, 16, 16);
        }
      }
    }, 40);
  });

/** In the console: the row of one surface in one direction. */
export const row = (side: 'theirs' | 'ours', surface: Surface) => `[data-screens="${side}/${surface}"]`;

/** The tab of the console with the buttons of that surface. */
export async function openTab(console: Page, surface: Surface): Promise<void> {
  await pressIn(console, '.tab-list', surface === 'desktop' ? 'Desktop' : 'Application');
}

export interface Seen {
  /** How many different pictures came by. */
  distinct: number;
  width: number;
  height: number;
}

/** From now on the page keeps the last window that it opens, for `watchVideo` to look into. */
export const keepOpened = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const plain = globalThis.open.bind(globalThis);
    globalThis.open = (...args) => {
      const opened = plain(...args);
      Object.assign(globalThis, { lastOpened: opened });
      return opened;
    };
  });

/** The customer's window with the host's screens, looked at from the one that opened it. */
export const viewerIsOpen = (opener: Page): Promise<boolean> =>
  opener.evaluate(() => {
    try {
      return (globalThis as { lastOpened?: Window }).lastOpened?.closed === false;
    } catch {
      // Firefox: it has gone, and cannot even be asked.
      return false;
    }
  });

export const closeViewer = (opener: Page): Promise<void> =>
  opener.evaluate(() => (globalThis as { lastOpened?: Window }).lastOpened?.close());

type Where = 'here' | 'opened';

/** What the video in that part of the page, or of the window that it opened, shows within so many ms. */
export const watchVideo = (page: Page, selector: string, where: Where = 'here', ms = 1_500): Promise<Seen> =>
  page.evaluate(
    async (within, from, howLong) => {
      const { lastOpened } = globalThis as { lastOpened?: Window };
      const root = from === 'here' ? document : lastOpened?.document;
      const canvas = document.createElement('canvas');
      canvas.width = 160;
      canvas.height = 100;
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      const seen = new Set<number>();
      const end = performance.now() + howLong;
      let video: HTMLVideoElement | null | undefined = null;
      while (performance.now() < end) {
        video = root?.querySelector<HTMLVideoElement>(`${within} video`);
        if (video && video.videoWidth > 0 && pen) {
          pen.drawImage(video, 0, 0, 160, 100);
          seen.add(pen.getImageData(0, 0, 160, 100).data.reduce((sum, byte) => (sum * 31 + byte) | 0, 7));
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return { distinct: seen.size, width: video?.videoWidth ?? 0, height: video?.videoHeight ?? 0 };
    },
    selector,
    where,
    ms,
  );

/** Waits until at least five different pictures have come by there. */
export const seesMoving = (page: Page, selector: string, where: Where = 'here'): Promise<Seen> =>
  waitFor(
    `moving pictures in ${selector}`,
    async () => {
      const seen = await watchVideo(page, selector, where);
      return seen.distinct >= 5 ? seen : undefined;
    },
    20_000,
  );

/** The longest time for which the video there showed the same picture, within so many ms. */
export const longestStill = (page: Page, selector: string, ms: number): Promise<number> =>
  page.evaluate(
    async (within, howLong) => {
      const pen = new OffscreenCanvas(160, 100).getContext('2d', { willReadFrequently: true });
      const end = performance.now() + howLong;
      let [last, changedAt, longest] = [NaN, performance.now(), 0];
      while (performance.now() < end) {
        const video = document.querySelector<HTMLVideoElement>(`${within} video`);
        if (video && pen) pen.drawImage(video, 0, 0, 160, 100);
        const sum = pen?.getImageData(0, 0, 160, 100).data.reduce((all, byte) => (all * 31 + byte) | 0, 7) ?? NaN;
        longest = Math.max(longest, performance.now() - changedAt);
        if (sum !== last) [last, changedAt] = [sum, performance.now()];
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      return longest;
    },
    selector,
    ms,
  );

/** ms until the text is there, looked for in the page itself. */
export const untilText = (page: Page, text: string, withinMs = 10_000): Promise<number> =>
  page.evaluate(
    async (wanted, most) => {
      const from = performance.now();
      while (!document.body.innerText.includes(wanted)) {
        if (performance.now() - from > most) return Infinity;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return performance.now() - from;
    },
    text,
    withinMs,
  );

/** What the line of figures says at a picture. */
export const figuresOf = async (page: Page, selector: string): Promise<{ fps: number; kbps: number }> => {
  const text = await page.evaluate(
    (within) => document.querySelector(`${within} [data-screen-stats]`)?.textContent ?? '',
    selector,
  );
  const [, fps = '0'] = /(\d+) fps/.exec(text) ?? [];
  const [, amount = '0', unit] = /([\d.]+) (kbit|Mbit)\/s/.exec(text) ?? [];
  return { fps: Number(fps), kbps: Number(amount) * (unit === 'Mbit' ? 1000 : 1) };
};
