import type { Page } from 'puppeteer';
import type { TestBrowser } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';
import { webPage } from './web-page.ts';

/** A real press of the embed's button, which is in a closed shadow root at the bottom right. */
export async function pressHelp(page: Page): Promise<void> {
  const place = await waitFor('the help button', () =>
    page.evaluate(() => {
      // What is drawn over the whole page cannot be pressed.
      const divs = [...document.documentElement.querySelectorAll<HTMLElement>(':scope > div')];
      const box = divs.find(({ style }) => style.pointerEvents !== 'none')?.getBoundingClientRect();
      return box && box.width > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    }),
  );
  await page.mouse.click(place.x, place.y);
}

/** Presses it and waits for the relay's window. */
export async function openHelp(customer: TestBrowser, page: Page, relay: string): Promise<Page> {
  await pressHelp(page);
  return webPage(customer, `${relay}/?embed`);
}
