import type { Page } from 'puppeteer';

/** Its window fills the screen, so that places in the page are places on the screen, and lies in front. */
export async function fillScreen(page: Page): Promise<void> {
  const cdp = await page.createCDPSession();
  const { windowId } = await cdp.send('Browser.getWindowForTarget');
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'fullscreen' } });
  await cdp.detach();
  await page.bringToFront();
}
