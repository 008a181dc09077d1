import type { Page } from 'puppeteer';

const tabsAtMost = 40;

/** Name of what has the focus: its label, text or field name. Empty when it is not visibly focused. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return '';
    const isSeen = element.matches(':focus-visible') && getComputedStyle(element).outlineStyle !== 'none';
    return isSeen ? (element.ariaLabel ?? (element.getAttribute('name') || element.textContent)).trim() : '';
  });

/** Presses Tab until what is called `name` has a visible focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let pressed = 0; pressed < tabsAtMost; pressed += 1) {
    const now = await focused(page);
    if (now === name) return;
    passed.push(now);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab did not come to "${name}", only to: ${[...new Set(passed)].join(', ')}`);
}

export async function pressByKeyboard(page: Page, name: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}
