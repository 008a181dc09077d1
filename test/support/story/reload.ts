import type { Page } from 'puppeteer';
import { waitFor } from '../wait-for.ts';

/** Reloads a page of the extension, whose load event never arrives in Firefox, and waits for the new document. */
export async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset['before'] = 'reload';
    setTimeout(() => location.reload(), 0);
  });
  await waitFor('the reloaded page', () =>
    page.evaluate(
      () => document.documentElement.dataset['before'] === undefined && document.body?.innerText.trim() !== '',
    ),
  );
}
