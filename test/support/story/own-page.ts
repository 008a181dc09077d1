import type { Page } from 'puppeteer';
import { waitFor } from '../wait-for.ts';
import { press } from './press.ts';

/** In the console: offers the customer, by that button, the host's page of that title. */
export async function offerPage(
  console: Page,
  button: 'Share view' | 'Share control',
  title: string,
  customer = 'Jan Novák',
): Promise<void> {
  await press(console, button);
  await waitFor(`"${title}" among the host's pages`, () =>
    console.evaluate((wanted) => {
      const select = document.querySelector<HTMLSelectElement>('dialog[open] select');
      const option = [...(select?.options ?? [])].find((one) => one.textContent.includes(wanted));
      if (!select || !option) return false;
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    }, title),
  );
  await press(console, `Ask ${customer}`);
}

/** Whether the page has the frame of one that is shown. */
export const hasFrame = (page: Page): Promise<boolean> =>
  page.evaluate(() => getComputedStyle(document.documentElement, '::after').borderTopStyle === 'solid');
