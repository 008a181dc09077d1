import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer';

/** A picture of what a page shows, as `FOLDER/NAME.png`. */
export async function screenshot(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}
