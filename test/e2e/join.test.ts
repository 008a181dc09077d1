import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { type LocalRelay, startLocalRelay } from '../support/local-relay.ts';
import { makeHost } from '../support/make-host.ts';
import { joinSession, startSession } from '../support/relay-client.ts';
import { press, seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';

/** Past the life of a number, and so past every minute of a rate limit. */
const longMs = 21 * 60_000;

let relay: LocalRelay;
let bearer: string;
let customer: TestBrowser;
beforeAll(async () => {
  relay = await startLocalRelay({ env: { BESIDE_JOINS_PER_MINUTE: '5' } });
  ({ bearer } = await makeHost(relay.deps));
  customer = await launchBrowser('chromium', { display: lane().display });
});
afterAll(async () => {
  await customer.close();
  await relay.end();
});

async function joinWith(number: string, name = 'Jan Novák'): Promise<Page> {
  const page = await customer.open(relay.url);
  const field = await page.waitForSelector('input[name="number"]');
  // Pasted, not typed key by key.
  await field?.focus();
  await page.keyboard.sendCharacter(number);
  await (await page.$('input[name="name"]'))?.type(name);
  await press(page, 'Join');
  return page;
}
const freshNumber = async () => (await startSession(relay.url, bearer)).sessionNumber;

test('a number of eight digits and an empty name are told at their fields, without a try', async () => {
  const page = await joinWith('1234 5678');
  await seesText(page, 'A session number has nine digits.');
  expect(await page.$eval('input[name="number"]', (input) => input.ariaInvalid)).toBe('true');
  const nameless = await joinWith('123 456 789', ' ');
  await seesText(nameless, 'Type your name.');
  expect(await nameless.$eval('input[name="name"]', (input) => input.ariaInvalid)).toBe('true');
});

test.each([' 123–456–789 ', '123.456.789', '123 456-789'])('a number pasted as "%s" is understood', async (shape) => {
  relay.advance(longMs);
  const number = await freshNumber();
  const parts = [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
  const page = await joinWith(
    shape
      .replace('123', parts[0] ?? '')
      .replace('456', parts[1] ?? '')
      .replace('789', parts[2] ?? ''),
  );
  await seesText(page, 'Waiting to be let in');
});

test('a wrong number, a spent one and an expired one are told alike', async () => {
  relay.advance(longMs);
  const expired = await freshNumber();
  relay.advance(longMs);
  const spent = await freshNumber();
  await joinSession(relay.url, spent);
  const texts: string[] = [];
  for (const number of ['000 000 000', spent, expired]) {
    const page = await joinWith(number);
    await seesText(page, 'This number is not known.');
    texts.push(await page.$eval('[role="alert"]', (alert) => alert.textContent));
  }
  expect(new Set(texts).size).toBe(1);
});

test('the sixth try within a minute is told to wait, and what was typed stays', async () => {
  relay.advance(longMs);
  for (let tries = 0; tries < 5; tries += 1) await seesText(await joinWith('000000000'), 'This number is not known.');
  const page = await joinWith('000 000 000');
  await seesText(page, 'Too many tries. Wait');
  expect(await page.$eval('[role="alert"]', (alert) => alert.textContent)).toMatch(/Wait \d+ seconds/);
  expect(await page.$eval('input[name="number"]', (input) => input.value)).toBe('000 000 000');
});

test('a relay that is gone is named as what it is', async () => {
  const page = await customer.open(relay.url);
  await page.setOfflineMode(true);
  await (await page.waitForSelector('input[name="number"]'))?.type('123456789');
  await (await page.$('input[name="name"]'))?.type('Jan');
  await press(page, 'Join');
  await seesText(page, 'The support site cannot be reached.');
});
