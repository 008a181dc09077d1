import type { Page } from 'puppeteer';
import type { TestBrowser } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';

/** Waits for a web page at an address that begins so, tab or window, whoever opened it. */
export function webPage({ browser, kind }: TestBrowser, address: string, timeoutMs = 20_000): Promise<Page> {
  return waitFor(
    `a page at ${address}`,
    async () => {
      if (kind === 'chromium')
        return browser
          .targets()
          .find((target) => target.url().startsWith(address))
          ?.asPage();
      return (await browser.pages()).find((page) => page.url().startsWith(address));
    },
    timeoutMs,
  );
}
