import type { Frame, Page } from 'puppeteer';
import { waitFor } from '../wait-for.ts';

/** The player's own frame inside the console. */
async function playerFrame(console: Page): Promise<Frame | undefined> {
  for (const frame of console.frames()) {
    if (frame.url().includes('/extension/player/')) return frame;
    const here = await frame.evaluate(() => location.pathname).catch(() => '');
    if (here.includes('/extension/player/')) return frame;
  }
  return undefined;
}

/** Runs a function on the mirrored document, as the host's player has it. Undefined while there is none. */
export async function inMirror<T>(console: Page, read: (mirror: Document) => T): Promise<T | undefined> {
  const player = await playerFrame(console);
  return player?.evaluate(
    `(() => { const mirror = document.querySelector('iframe')?.contentDocument; return mirror ? (${read.toString()})(mirror) : undefined; })()`,
  ) as Promise<T | undefined>;
}

/** Waits until the mirrored document's text contains `text`. */
export async function mirrorShows(console: Page, text: string, timeoutMs = 15_000): Promise<void> {
  await waitFor(
    `"${text}" in the mirror`,
    async () => (await inMirror(console, (mirror) => mirror.body?.textContent ?? ''))?.includes(text),
    timeoutMs,
  );
}

/** Where an element of the mirror is on the console's page, in CSS pixels: its middle. */
export async function placeInMirror(console: Page, selector: string): Promise<{ x: number; y: number }> {
  return waitFor(`${selector} in the mirror`, async () => {
    const player = await playerFrame(console);
    const inner = (await player?.evaluate((wanted) => {
      const frame = document.querySelector('iframe');
      const target = frame?.contentDocument?.querySelector(wanted);
      if (!frame || !target) return null;
      const outer = frame.getBoundingClientRect();
      const scale = outer.width / frame.offsetWidth;
      const box = target.getBoundingClientRect();
      return {
        x: outer.x + (box.x + box.width / 2) * scale,
        y: outer.y + (box.y + box.height / 2) * scale,
      };
    }, selector)) as { x: number; y: number } | null | undefined;
    const offset = await console.evaluate(() => {
      const box = document.querySelector('iframe.player')?.getBoundingClientRect();
      return box ? { x: box.x, y: box.y } : null;
    });
    return inner && offset ? { x: inner.x + offset.x, y: inner.y + offset.y } : null;
  });
}

/** A real click of the host on an element of the mirror. */
export async function clickInMirror(console: Page, selector: string): Promise<void> {
  const { x, y } = await placeInMirror(console, selector);
  await console.mouse.click(x, y);
}
