import type { Page } from 'puppeteer';
import type { TestBrowser } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';
import { chooseOption } from './choose-option.ts';
import { press, saysInstead } from './press.ts';

/** On the join page: number and name. */
export async function join(page: Page, number: string, name: string): Promise<void> {
  const field = await page.waitForSelector('input[name="number"]');
  await field?.type(number.replace(/(\d{3})(?=\d)/g, '$1 '));
  const nameField = await page.waitForSelector('input[name="name"]');
  await nameField?.type(name);
  await press(page, 'Join');
}

/** Joins from the relay's join page; the assist window opens by itself. */
export async function joinWithExtension(
  browser: TestBrowser,
  relay: string,
  number: string,
  name: string,
): Promise<Page> {
  await join(await browser.open(relay), number, name);
  return browser.extensionPage('assist');
}

/** In the consent question: waits for the page of that title to be the chosen one, then Allow. */
export async function allow(assist: Page, pageTitle: string, button = 'Allow'): Promise<void> {
  // Asked from here: a covered window of Firefox draws no frames, on which puppeteer's own waiting counts.
  await waitFor(
    `"${pageTitle}" in the question`,
    () =>
      assist.evaluate(
        (title) => document.querySelector('[role="alertdialog"]')?.textContent?.includes(title),
        pageTitle,
      ),
    undefined,
    saysInstead(assist),
  );
  await chooseOption(assist, '[role="alertdialog"] select', pageTitle);
  await press(assist, button);
}
