import type { Page } from 'puppeteer';
import { waitFor } from '../wait-for.ts';

/** The console's page holds the player's, and that the mirror: all of one origin, so one look goes through. */
const player = `document.querySelector('iframe.player:not(.behind)')?.contentDocument`;

/** Runs a function on the mirrored document, as the host's player has it. Undefined while there is none. */
export async function inMirror<T>(console: Page, read: (mirror: Document) => T): Promise<T | undefined> {
  const code = `(() => {
    const mirror = ${player}?.querySelector('iframe')?.contentDocument;
    return mirror ? (${read.toString()})(mirror) : undefined;
  })()`;
  return (await console.evaluate(code)) as T | undefined;
}

/** Waits until the mirrored document's text contains `text`. */
export async function mirrorShows(console: Page, text: string, timeoutMs = 15_000): Promise<void> {
  await waitFor(
    `"${text}" in the mirror`,
    async () => (await inMirror(console, (mirror) => mirror.body?.textContent ?? ''))?.includes(text),
    timeoutMs,
  );
}

/** The text of an element of the mirror, or null. `a >>> b` looks for b inside the frame or the shadow root of a. */
export async function textInMirror(console: Page, path: string): Promise<string | null> {
  return console.evaluate((steps) => {
    const player = document.querySelector<HTMLIFrameElement>('iframe.player:not(.behind)')?.contentDocument;
    let root: Document | ShadowRoot | null = player?.querySelector('iframe')?.contentDocument ?? null;
    let found: Element | null = null;
    for (const step of steps) {
      found = root?.querySelector(step) ?? null;
      root = found?.localName === 'iframe' ? (found as HTMLIFrameElement).contentDocument : (found?.shadowRoot ?? null);
    }
    return found?.textContent ?? null;
  }, path.split(' >>> '));
}

export interface Place {
  x: number;
  y: number;
}

/**
 * Where an element of the mirror is on the console's page, in CSS pixels: its middle.
 * `a >>> b` looks for b inside the frame or the shadow root of a.
 */
export async function placeInMirror(console: Page, selector: string): Promise<Place> {
  return waitFor(`${selector} in the mirror`, () =>
    console.evaluate((path): Place | null => {
      const outside = document.querySelector<HTMLIFrameElement>('iframe.player:not(.behind)');
      const mirror = outside?.contentDocument?.querySelector('iframe');
      if (!outside || !mirror?.contentDocument) return null;
      const around = outside.getBoundingClientRect();
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
        x: around.x + outer.x + (offset.x + box.x + box.width / 2) * scale,
        y: around.y + outer.y + (offset.y + box.y + box.height / 2) * scale,
      };
    }, selector),
  );
}

/** A real click of the host on an element of the mirror. */
export async function clickInMirror(console: Page, selector: string): Promise<void> {
  const { x, y } = await placeInMirror(console, selector);
  await console.mouse.click(x, y);
}

/** A real click of the host on something of the player's own that stands over the mirror. */
export async function clickInPlayer(console: Page, selector: string, text: string): Promise<void> {
  const find = (css: string, wanted: string): Place | null => {
    const outside = document.querySelector<HTMLIFrameElement>('iframe.player:not(.behind)');
    const all = outside?.contentDocument?.querySelectorAll(css) ?? [];
    const box = [...all].find((one) => one.textContent.trim() === wanted)?.getBoundingClientRect();
    const around = outside?.getBoundingClientRect();
    return box && around ? { x: around.x + box.x + box.width / 2, y: around.y + box.y + box.height / 2 } : null;
  };
  const { x, y } = await waitFor(`"${text}" in the player`, () => console.evaluate(find, selector, text));
  await console.mouse.click(x, y);
}

/** Picks an option of a mirrored `<select>` in the player's own list. */
export async function chooseInMirror(console: Page, selector: string, option: string): Promise<void> {
  await clickInMirror(console, selector);
  await clickInPlayer(console, '#panel option', option);
}

/** The wheel of the host's mouse over an element of the mirror. */
export async function wheelInMirror(console: Page, selector: string, deltaY: number): Promise<void> {
  const { x, y } = await placeInMirror(console, selector);
  await console.mouse.move(x, y);
  await console.mouse.wheel({ deltaY });
}
