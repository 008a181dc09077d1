import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';

/** What a customer does in the scripted session, with real input: the same each time. */
export async function driveSession(page: Page): Promise<void> {
  const step = async (times: number) => {
    for (let at = 0; at < times; at += 1) {
      await page.evaluate(() => (window as Window & { step?: () => void }).step?.());
      await sleep(30);
    }
  };
  await page.click('#search');
  await page.keyboard.type('anna 1', { delay: 30 });
  await step(8);
  for (let at = 0; at < 6; at += 1) await page.keyboard.press('Backspace', { delay: 20 });
  for (let at = 0; at < 3; at += 1) {
    await page.click('#sort');
    await step(4);
  }
  for (let at = 0; at < 12; at += 1) {
    await page.mouse.move(200 + at * 20, 300 + at * 10);
    await page.mouse.wheel({ deltaY: at < 8 ? 240 : -400 });
    await sleep(30);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await page.click('#cards');
  await step(20);
  await page.click('#notes');
  await page.click('#note');
  await page.keyboard.type('The parcel has not come, and nobody knows where it is.', { delay: 15 });
  await page.click('#orders');
  await step(8);
  await page.click('#cards');
  await page.click('#orders');
}
