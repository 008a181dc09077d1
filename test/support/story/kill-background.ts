import type { Page } from 'puppeteer';
import { extensionOrigins } from '../extension-ids.ts';
import type { TestBrowser } from '../test-browser.ts';
import { waitFor } from '../wait-for.ts';

/**
 * Has the background script stopped as the browser does after 30 idle seconds: Chromium by order, Firefox by
 * `backgroundIdleMs`. `seenFrom`: an open page of the extension (a new one would wake the script again).
 */
export async function killBackground({ browser, kind }: TestBrowser, seenFrom: Page): Promise<void> {
  if (kind === 'chromium') {
    const target = browser
      .targets()
      .find((one) => one.type() === 'service_worker' && one.url().startsWith(extensionOrigins.chromium));
    const worker = await target?.worker();
    await worker?.close();
  }
  const count = `(globalThis.browser ?? chrome).runtime.getContexts({ contextTypes: ['BACKGROUND'] }).then((all) => all.length)`;
  await waitFor('the background script to be gone', async () => (await seenFrom.evaluate(count)) === 0, 20_000);
}
