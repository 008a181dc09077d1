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

/**
 * A real click. False: it did not reach the button, which has moved away under the pointer or is no more; what lies
 * there now, a tab perhaps, is not pressed in its place.
 */
async function reach(button: ElementHandle): Promise<boolean> {
  const seen = await button.evaluateHandle((element) => {
    const log = { reached: false, done: () => removeEventListener('click', hear, true) };
    function hear(event: Event) {
      log.reached = event.composedPath().includes(element);
      log.done();
      if (log.reached) return;
      event.stopImmediatePropagation();
      event.preventDefault();
    }
    addEventListener('click', hear, true);
    return log;
  });
  const told = () =>
    seen.evaluate((log) => {
      log.done();
      return log.reached;
    });
  await button.click().catch(async (error: unknown) => {
    await told();
    throw error;
  });
  // Whoever cannot say any more has gone elsewhere, which the click did.
  return told().catch(() => true);
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

const visibleText = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** For a failure's message. */
export const saysInstead = (page: Page) => async (): Promise<string> =>
  (await visibleText(page)).replace(/\s+/g, ' ').slice(0, 1000);

/** Waits until the page's visible text contains `text`. */
export async function seesText(page: Page, text: string, timeoutMs?: number): Promise<void> {
  await waitFor(
    `the text "${text}"`,
    async () => (await visibleText(page)).includes(text),
    timeoutMs,
    saysInstead(page),
  );
}
