import type { Page } from 'puppeteer';
import { waitFor } from '../wait-for.ts';

/** Text of the picture under "What they see" in the assist window; null while there is none. */
export const theirView = (assist: Page): Promise<string | null> =>
  assist.evaluate(() => {
    const player = document.querySelector<HTMLIFrameElement>('.their-view iframe')?.contentDocument;
    return player?.querySelector('iframe')?.contentDocument?.body?.textContent ?? null;
  });

export const theirViewShows = (assist: Page, text: string) =>
  waitFor(`"${text}" under What they see`, async () => (await theirView(assist))?.includes(text));
