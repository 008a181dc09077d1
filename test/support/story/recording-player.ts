import type { Page } from 'puppeteer';
import type { TestHost } from '../make-host.ts';
import type { TestBrowser } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';
import { saysInstead } from './press.ts';
import { typeSignIn } from './sign-in.ts';

/** Signs in on the relay's page of recordings, and opens one from its list. */
export async function openRecording(
  browser: TestBrowser,
  relay: string,
  { email, password }: TestHost,
  recordingId: string,
): Promise<Page> {
  const page = await browser.open(`${relay}/recordings`);
  await typeSignIn(page, email, password);
  const link = await page.waitForSelector(`a[href="#${recordingId}"]`);
  await link?.click();
  await page.waitForSelector('.timeline input');
  return page;
}

/** What stands in that side's recorded page, in the strict player page. */
export const shownText = (page: Page, whose = 'Customer’s page'): Promise<string> =>
  page.evaluate((title) => {
    const player = document.querySelector<HTMLIFrameElement>(`iframe.player[title="${title}"]`)?.contentDocument;
    return player?.querySelector<HTMLIFrameElement>('#mirror iframe')?.contentDocument?.body?.innerText ?? '';
  }, whose);

export const shows = (page: Page, text: string, timeoutMs?: number, whose?: string): Promise<boolean> =>
  waitFor(
    `"${text}" in the recording`,
    async () => (await shownText(page, whose)).includes(text),
    timeoutMs,
    async () => `${await shownText(page, whose)} | ${await saysInstead(page)()}`,
  );

/** By the keyboard's way: the slider takes any place. `ms`: since the recording began. */
export const seek = (page: Page, ms: number): Promise<void> =>
  page.evaluate((at) => {
    const slider = document.querySelector<HTMLInputElement>('.timeline input');
    if (!slider) return;
    slider.value = String(at);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }, ms);
