import type { Page } from 'puppeteer';
import type { TestBrowser } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';
import { pressIn } from './press.ts';

export type Surface = 'desktop' | 'application';

/** A page that never stands still, in a window of its own. */
export async function openMovingWindow(browser: TestBrowser, site: string): Promise<Page> {
  const from = await browser.open('about:blank');
  const url = `${site}/moving/`;
  await from.evaluate((address) => void open(address, '_blank', 'popup,width=520,height=420,left=20,top=20'), url);
  const page = await waitFor('the moving window', async () => {
    const all = await browser.browser.pages();
    const places = await Promise.all(all.map((one) => one.evaluate(() => location.href).catch(() => '')));
    return all[places.indexOf(url)];
  });
  await from.close();
  return page;
}

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

/** What the video in that part of the page shows within so many ms, looked at 20 times a second. */
export const watchVideo = (page: Page, selector: string, ms = 1_500): Promise<Seen> =>
  page.evaluate(
    async (within, howLong) => {
      const canvas = document.createElement('canvas');
      canvas.width = 160;
      canvas.height = 100;
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      const seen = new Set<number>();
      const end = performance.now() + howLong;
      let video: HTMLVideoElement | null = null;
      while (performance.now() < end) {
        video = document.querySelector<HTMLVideoElement>(`${within} video`);
        if (video && video.videoWidth > 0 && pen) {
          pen.drawImage(video, 0, 0, 160, 100);
          seen.add(pen.getImageData(0, 0, 160, 100).data.reduce((sum, byte) => (sum * 31 + byte) | 0, 7));
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return { distinct: seen.size, width: video?.videoWidth ?? 0, height: video?.videoHeight ?? 0 };
    },
    selector,
    ms,
  );

/** Waits until at least five different pictures have come by there. */
export const seesMoving = (page: Page, selector: string): Promise<Seen> =>
  waitFor(
    `moving pictures in ${selector}`,
    async () => {
      const seen = await watchVideo(page, selector);
      return seen.distinct >= 5 ? seen : undefined;
    },
    20_000,
  );

/** The customer's window with the host's screens. */
export const viewerWindow = (browser: TestBrowser): Promise<Page> =>
  waitFor('the window with the host’s screens', async () => {
    for (const page of await browser.browser.pages()) {
      const title = await page.evaluate(() => document.title).catch(() => '');
      if (title === 'Shown to you') return page;
    }
    return undefined;
  });

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

/** What the line of figures says at a picture, kbit/s among it. */
export const kbpsOf = async (page: Page, selector: string): Promise<number> => {
  const text = await page.evaluate(
    (within) => document.querySelector(`${within} [data-screen-stats]`)?.textContent ?? '',
    selector,
  );
  const [, amount = '0', unit] = /([\d.]+) (kbit|Mbit)\/s/.exec(text) ?? [];
  return Number(amount) * (unit === 'Mbit' ? 1000 : 1);
};
