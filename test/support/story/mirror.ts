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

/**
 * Where an element of the mirror is on the console's page, in CSS pixels: its middle.
 * `a >>> b` looks for b inside the frame or the shadow root of a.
 */
async function placeInMirror(console: Page, selector: string): Promise<{ x: number; y: number }> {
  return waitFor(`${selector} in the mirror`, async () => {
    const player = await playerFrame(console);
    const inner = await player?.evaluate((path) => {
      const mirror = document.querySelector('iframe');
      if (!mirror?.contentDocument) return null;
      const outer = mirror.getBoundingClientRect();
      const scale = outer.width / mirror.offsetWidth;
      const offset = { x: 0, y: 0 };
      let root: Document | ShadowRoot | null = mirror.contentDocument;
      let target: Element | null = null;
      for (const step of path.split(' >>> ')) {
        target = root?.querySelector(step) ?? null;
        root = target?.shadowRoot ?? null;
        if (target?.localName !== 'iframe') continue;
        const box = target.getBoundingClientRect();
        offset.x += box.x + target.clientLeft;
        offset.y += box.y + target.clientTop;
        root = (target as HTMLIFrameElement).contentDocument;
      }
      if (!target) return null;
      const box = target.getBoundingClientRect();
      return {
        x: outer.x + (offset.x + box.x + box.width / 2) * scale,
        y: outer.y + (offset.y + box.y + box.height / 2) * scale,
      };
    }, selector);
    const around = await console.evaluate(() => {
      const box = document.querySelector('iframe.player')?.getBoundingClientRect();
      return box ? { x: box.x, y: box.y } : null;
    });
    return inner && around ? { x: inner.x + around.x, y: inner.y + around.y } : null;
  });
}

/** A real click of the host on an element of the mirror. */
export async function clickInMirror(console: Page, selector: string): Promise<void> {
  const { x, y } = await placeInMirror(console, selector);
  await console.mouse.click(x, y);
}

/** Picks an option of a mirrored `<select>` in the player's own list. */
export async function chooseInMirror(console: Page, selector: string, option: string): Promise<void> {
  await clickInMirror(console, selector);
  const player = await playerFrame(console);
  const place = await waitFor(`the option ${option} in the player's list`, () =>
    player?.evaluate((wanted) => {
      const all = document.querySelectorAll<HTMLElement>('#panel [role="option"], #panel option, #panel button');
      const found = [...all].find((one) => one.textContent.trim() === wanted);
      const box = found?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    }, option),
  );
  const around = await console.evaluate(() => {
    const box = document.querySelector('iframe.player')?.getBoundingClientRect();
    return { x: box?.x ?? 0, y: box?.y ?? 0 };
  });
  await console.mouse.click(place.x + around.x, place.y + around.y);
}

/** The wheel of the host's mouse over an element of the mirror. */
export async function wheelInMirror(console: Page, selector: string, deltaY: number): Promise<void> {
  const { x, y } = await placeInMirror(console, selector);
  await console.mouse.move(x, y);
  await console.mouse.wheel({ deltaY });
}
