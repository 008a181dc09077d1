import type { Page } from 'puppeteer';
import { waitFor } from '../../test/support/wait-for.ts';
import { facesLoaded, fieldValues, foreignFrames, isLoaded, leftOutAreas, renderedText, stillCss } from './in-page.ts';

export const size = { width: 1280, height: 800 };

/** Which document of a page: its own, or the mirrored one in it. */
export type Which = 'document' | 'window.benchMirror()';

const ask = <T>(page: Page, which: Which, read: (doc: Document) => T): Promise<T> =>
  page.evaluate(`(${read.toString()})(${which})`) as Promise<T>;

export const textOf = (page: Page, which: Which) => ask(page, which, renderedText);
export const facesIn = (page: Page, which: Which) => ask(page, which, facesLoaded);
export const typedIn = (page: Page) => ask(page, 'document', fieldValues);
export const foreignFramesIn = (page: Page) => ask(page, 'document', foreignFrames);
export const leftOutOf = (page: Page) => ask(page, 'document', leftOutAreas);

/** Until pictures and fonts are there, or `withinMs` have gone: a picture that never comes is no fault here. */
export async function loaded(page: Page, which: Which, withinMs = 4_000): Promise<void> {
  await waitFor('pictures and fonts', () => ask(page, which, isLoaded), withinMs).catch(() => undefined);
}

/** PNG of the viewport, once two in a row are the same; the last after `withinMs`. */
export async function picture(page: Page, withinMs = 3_000): Promise<Uint8Array> {
  const until = performance.now() + withinMs;
  let last: Uint8Array = await page.screenshot();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const next = await page.screenshot();
    if (Buffer.compare(last, next) === 0 || performance.now() > until) return next;
    last = next;
  }
}

/**
 * Opens a page and brings it to rest. A page of ours says with `data-hover` where the pointer is and with
 * `data-scheme` which colours the customer's system has.
 */
export async function openStill(page: Page, url: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.goto(url, { waitUntil: 'load', timeout: 30_000 });
  const scheme = await page.evaluate(() => document.documentElement.dataset['scheme'] ?? 'light');
  // Firefox is told so by its settings only; there the page stays light.
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]).catch(() => undefined);
  await page.addStyleTag({ content: stillCss });
  const hovered = await page.evaluate(() => document.documentElement.dataset['hover']);
  if (hovered !== undefined) await page.hover(hovered);
  await loaded(page, 'document');
  await picture(page);
}
