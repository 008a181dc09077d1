import type { Page } from 'puppeteer';
import type { TestBrowser } from '../test-browser.ts';
import { webPage } from './web-page.ts';

/** Puts a link to the relay's queue into the customer's page, clicks it really, and gives the tab that it opens. */
export async function followHelpLink(customer: TestBrowser, page: Page, address: string): Promise<Page> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    Object.assign(link, { id: 'help-link', href, target: '_blank', textContent: 'Help' });
    document.body.prepend(link);
  }, address);
  await page.bringToFront();
  await page.click('#help-link');
  return webPage(customer, address);
}
