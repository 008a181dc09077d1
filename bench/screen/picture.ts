import type { Page } from 'puppeteer';
import { pictureBox } from '../../shared/browser/screen/picture-box.ts';
import { waitFor } from '../../test/support/wait-for.ts';
import { cellCount, cellSize, codePlace } from './bar-code.ts';
import { type Eye, eyeAt } from './eyes.ts';
import type { Framebuffer } from './framebuffer.ts';
import { screen } from './stage.ts';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the picture lies on the host's screen. */
export const pictureIn = (page: Page, selector: string): Promise<Box> =>
  waitFor(`a picture in ${selector}`, async () => {
    const found = await page.evaluate((wanted) => {
      const element = document.querySelector<HTMLVideoElement | HTMLCanvasElement>(wanted);
      if (!element) return null;
      const { left, top, width, height } = element.getBoundingClientRect();
      // Above the page the browser says that it is driven by a program.
      const bar = outerHeight - innerHeight;
      const isVideo = element instanceof HTMLVideoElement;
      const size = isVideo
        ? { width: element.videoWidth, height: element.videoHeight }
        : { width: element.width, height: element.height };
      return { box: { left, top: top + bar, width, height }, size };
    }, selector);
    return found && found.size.width > 0 ? pictureBox(found.box, found.size) : null;
  });

/** Looks at places of the customer's screen, all in one row: on that screen itself, or within a picture of it. */
export function eyeOn(framebuffer: Framebuffer, box: Box, y: number, xs: readonly number[]): Eye {
  const [right, down] = [box.width / screen.width, box.height / screen.height];
  return eyeAt(
    framebuffer,
    box.top + y * down,
    xs.map((x) => box.left + x * right),
  );
}

/** Where the middles of the code's cells are on the customer's screen. */
export async function codeOnScreen(text: Page): Promise<{ y: number; xs: number[] }> {
  const bar = await text.evaluate(() => outerHeight - innerHeight);
  const xs = Array.from({ length: cellCount }, (_, cell) => codePlace.left + (cell + 0.5) * cellSize);
  return { y: bar + codePlace.top + cellSize / 2, xs };
}
