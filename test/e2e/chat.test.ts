import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { screenshot } from '../support/screenshot.ts';
import { join } from '../support/story/customer.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { press, seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];

let relay: TestRelay;
let browsers: TestBrowser[];
let anna: Page;
let jan: Page;

beforeAll(async () => {
  relay = await startRelay({ port: lane().relayPort });
  browsers = await Promise.all([
    launchWithExtension('chromium'),
    launchBrowser('firefox', { display: lane().display }),
  ]);
  const [host, customer] = browsers as [TestBrowser, TestBrowser];
  await signInDirectly(host, relay.url, await relay.addHost({ name: 'Anna Host' }));
  const desk = await startSession(host, await host.open(relay.url));
  anna = desk.console;
  jan = await customer.open(relay.url);
  await join(jan, desk.number, 'Jan Novák');
  await press(anna, 'Admit');
  await seesText(jan, 'Anna Host is helping you');
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await relay.stop();
});

async function say(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.type('.chat-box textarea', text);
  await page.keyboard.press('Enter');
}
const chatOf = (page: Page) => page.evaluate(() => document.querySelector('.chat-lines')?.textContent ?? '');
const saysOnce = async (page: Page, text: string) =>
  waitFor(`"${text}" once`, async () => (await chatOf(page)).split(text).length === 2);

test('[Z1] both say something, see who writes, and learn that it was read', async () => {
  await anna.bringToFront();
  await anna.type('.chat-box textarea', 'Hello, ');
  await seesText(jan, 'Anna Host writes…');
  await say(anna, 'see https://example.org/help. Any questions?');
  await saysOnce(jan, 'Hello, see');
  expect(await jan.$eval('.chat-text a', (link) => [link.getAttribute('href'), link.getAttribute('rel')])).toEqual([
    'https://example.org/help',
    'noopener noreferrer nofollow',
  ]);
  await say(jan, 'None, thank you.');
  await saysOnce(anna, 'None, thank you.');
  await waitFor('the host to know that it was read', async () => (await chatOf(anna)).includes('read'));
  if (pictures) await screenshot(anna, pictures, 'chat-console');
  if (pictures) await screenshot(jan, pictures, 'chat-customer');
  for (const page of [anna, jan]) expect(await axeFaults(page)).toEqual([]);
});

test('[Z1] what hosts say among themselves does not reach the customer', async () => {
  await anna.select('.chat-box select', 'hosts');
  await say(anna, 'He is in a hurry');
  await saysOnce(anna, 'He is in a hurry');
  await anna.select('.chat-box select', 'all');
  await say(anna, 'One moment, please.');
  await saysOnce(jan, 'One moment, please.');
  expect(await jan.content()).not.toContain('in a hurry');
});

test('[Z3] what is said while the relay is down waits, outlives a reload, and arrives once', async () => {
  await relay.end('SIGKILL');
  await say(jan, 'Are you still there?');
  await seesText(jan, 'waits for the line…');
  await say(anna, 'I am still here.');
  await relay.restart();
  await saysOnce(anna, 'Are you still there?');
  await saysOnce(jan, 'I am still here.');
  await jan.reload();
  await seesText(jan, 'I am still here.');
  await saysOnce(jan, 'Are you still there?');
});

test('a picture that is pasted is made small, shown first, and sent', async () => {
  await anna.bringToFront();
  await anna.evaluate(async () => {
    const canvas = new OffscreenCanvas(3_000, 2_000);
    const context = canvas.getContext('2d');
    for (let stripe = 0; stripe < 300; stripe += 1) {
      if (context) context.fillStyle = `hsl(${(stripe * 47) % 360} 80% 50%)`;
      context?.fillRect(stripe * 10, 0, 10, 2_000);
    }
    const data = new DataTransfer();
    data.items.add(new File([await canvas.convertToBlob()], 'picture.png', { type: 'image/png' }));
    const field = document.querySelector('.chat-box textarea');
    field?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await anna.waitForSelector('.chat-pasted img');
  await press(anna, 'Send');
  const width = await waitFor('the picture', () =>
    jan.evaluate(() => document.querySelector<HTMLImageElement>('.chat-lines img')?.naturalWidth || null),
  );
  expect(width).toBeLessThanOrEqual(1_280);
  expect(width).toBeGreaterThan(300);
});
