import type { Page } from 'puppeteer';

/** When something could first be used, by the page's own clock from the beginning of its navigation, ms. */
const mark = 'benchUsable';

/** From then on each document of the page notes the first frame in which `selector` is there to be used. */
export async function noteUsable(page: Page, selector: string): Promise<void> {
  await page.evaluateOnNewDocument(
    (wanted, name) => {
      const look = () => {
        const found = document.querySelector<HTMLElement>(wanted);
        if (found?.checkVisibility() && !found.matches(':disabled')) {
          // The frame that is drawn now has it.
          requestAnimationFrame(() => performance.mark(name));
        } else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    selector,
    mark,
  );
}

/** Loads the address so many times, each as a new document. */
export async function openTimes(page: Page, address: string, times: number): Promise<number[]> {
  const spent: number[] = [];
  for (let at = 0; at < times; at += 1) {
    await page.goto('about:blank');
    await page.goto(address);
    const usable = await page.waitForFunction(
      (name) => performance.getEntriesByName(name)[0]?.startTime,
      { polling: 'raf' },
      mark,
    );
    spent.push(Number(await usable.jsonValue()));
  }
  return spent;
}
