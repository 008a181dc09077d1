import type { ElementHandle, Page } from 'puppeteer';
import { waitFor } from '../wait-for.ts';

/** The visible, enabled button or link of that name (its text or label), or null. */
async function findButton(page: Page, name: string, within: string | null = null): Promise<ElementHandle | null> {
  const found = await page.evaluateHandle(
    (wanted, part) => {
      // A modal dialog makes all else inert.
      const root = document.querySelector('dialog[open]') ?? (part === null ? document : document.querySelector(part));
      if (!root) return null;
      const all = root.querySelectorAll<HTMLElement>('button:not([disabled]), a[href], [role="tab"]');
      return (
        [...all].find(
          (element) => element.checkVisibility() && (element.ariaLabel ?? element.textContent).trim() === wanted,
        ) ?? null
      );
    },
    name,
    within,
  );
  return found.asElement() as ElementHandle | null;
}

/** Presses a button as a person does: waits until it is there and enabled, then a real click. */
export async function press(page: Page, name: string, timeoutMs?: number): Promise<void> {
  const button = await waitFor(`the button "${name}"`, () => findButton(page, name), timeoutMs);
  await button.click();
}

/** Presses that button in the part of the page that the selector names. */
export async function pressIn(page: Page, within: string, name: string): Promise<void> {
  const button = await waitFor(`the button "${name}" in ${within}`, () => findButton(page, name, within));
  await button.click();
}

/** `within`: only in the part of the page that the selector names. */
export async function hasButton(page: Page, name: string, within?: string): Promise<boolean> {
  return (await findButton(page, name, within)) !== null;
}

/** Waits until the page's visible text contains `text`. */
export async function seesText(page: Page, text: string, timeoutMs?: number): Promise<void> {
  await waitFor(
    `the text "${text}"`,
    async () => (await page.evaluate(() => document.body.innerText)).includes(text),
    timeoutMs,
  );
}
