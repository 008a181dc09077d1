import type { Page } from 'puppeteer';
import { waitFor } from '../wait-for.ts';
import type { Place } from './mirror.ts';

/** A real drag of the mouse through places of the page. */
export async function drag(page: Page, places: readonly Place[]): Promise<void> {
  const [first, ...others] = places;
  if (!first) return;
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  for (const { x, y } of others) await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.up();
}

/** From now on the test sees into what is drawn over the page, where nobody else does. */
export const openLayers = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: ShadowRoot[] = [];
    Object.assign(window, { layersOfTest: seen });
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function attach(options) {
      const root = attachShadow.call(this, options);
      seen.push(root);
      return root;
    };
  });

interface Seen {
  words: string;
  /** Of its line. */
  line: { left: number; top: number; right: number; bottom: number };
}

/** The drawings over the page that were made with that tool. */
export const drawnOnPage = (page: Page, tool: string): Promise<Seen[]> =>
  page.evaluate((wanted) => {
    const { layersOfTest = [] } = window as Window & { layersOfTest?: ShadowRoot[] };
    return layersOfTest
      .filter(({ host }) => host.isConnected)
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>(`[data-drawing="${wanted}"]`)])
      .filter(({ style }) => style.display !== 'none')
      .map((mark) => {
        const { left, top, right, bottom } = [...mark.querySelectorAll('path')].at(-1)?.getBoundingClientRect() ?? {
          ...{ left: 0, top: 0, right: 0, bottom: 0 },
        };
        return { words: mark.textContent, line: { left, top, right, bottom } };
      });
  }, tool);

/** The words beside the drawings over the host's mirror. */
export const drawnOnMirror = (console: Page, tool: string): Promise<string[]> =>
  console.evaluate((wanted) => {
    const player = document.querySelector<HTMLIFrameElement>('iframe.player:not(.behind)')?.contentDocument;
    const marks = player?.querySelectorAll<HTMLElement>(`#overlay [data-drawing="${wanted}"]`) ?? [];
    return [...marks].filter(({ style }) => style.display !== 'none').map(({ textContent }) => textContent);
  }, tool);

/** Until the line of that drawing lies around the element, a few pixels from its edges, wherever that is now. */
export async function liesAround(page: Page, tool: string, selector: string, margin: number): Promise<void> {
  const margins = async () => {
    const marks = await drawnOnPage(page, tool);
    const box = await page.$eval(selector, (element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    });
    return marks.map(({ line }) => [
      box.left - line.left,
      box.top - line.top,
      line.right - box.right,
      line.bottom - box.bottom,
    ]);
  };
  await waitFor(
    `the ${tool} around ${selector}`,
    async () => (await margins())[0]?.every((by) => Math.abs(by - margin) < 5),
    10_000,
    async () => `margins of ${JSON.stringify(await margins())} px`,
  );
}
