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

/** A real click. False: it did not reach the button, which has moved away under the pointer or is no more. */
async function reach(button: ElementHandle): Promise<boolean> {
  const seen = await button.evaluateHandle((element) => {
    const log = { reached: false };
    element.addEventListener('click', () => (log.reached = true), { capture: true, once: true });
    return log;
  });
  await button.click();
  // Whoever cannot say any more has gone elsewhere, which the click did.
  return seen.evaluate(({ reached }) => reached).catch(() => true);
}

/** Presses a button as a person does: waits until it is there and enabled, then clicks until it is hit. */
export const press = (page: Page, name: string, timeoutMs?: number): Promise<void> =>
  pressFound(`the button "${name}"`, () => findButton(page, name), timeoutMs);

/** Presses that button in the part of the page that the selector names. */
export const pressIn = (page: Page, within: string, name: string): Promise<void> =>
  pressFound(`the button "${name}" in ${within}`, () => findButton(page, name, within));

async function pressFound(what: string, find: () => Promise<ElementHandle | null>, timeoutMs?: number): Promise<void> {
  await waitFor(
    what,
    async () => {
      const button = await find();
      return button !== null && (await reach(button));
    },
    timeoutMs,
  );
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
