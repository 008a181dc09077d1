import type { Page } from 'puppeteer';
import { waitFor } from '../wait-for.ts';
import { chooseOption } from './choose-option.ts';
import { press } from './press.ts';

/** In the console: offers the customer, by that button, the host's page of that title. */
export async function offerPage(
  console: Page,
  button: 'Share view' | 'Share control',
  title: string,
  customer = 'Jan Novák',
): Promise<void> {
  await press(console, button);
  await waitFor(`"${title}" among the host's pages`, () => chooseOption(console, 'dialog[open] select', title));
  await press(console, `Ask ${customer}`);
}

/** Whether the page has the frame of one that is shown. */
export const hasFrame = (page: Page): Promise<boolean> =>
  page.evaluate(() => getComputedStyle(document.documentElement, '::after').borderTopStyle === 'solid');
