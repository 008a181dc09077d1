import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Requested } from '../../shared/protocol/desk.ts';
import { axeFaults } from '../support/axe.ts';
import { feedOf } from '../support/feed.ts';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { dataWithPast } from '../support/past-desk.ts';
import { inboundOf, queueOf } from '../support/queues.ts';
import { type TestRelay, startRelay } from '../support/relay.ts';
import { call } from '../support/relay-client.ts';
import { screenshot } from '../support/screenshot.ts';
import { kindsOf } from '../support/story/pairs.ts';
import { press, pressIn, seesText } from '../support/story/press.ts';
import { typeSignIn } from '../support/story/sign-in.ts';
import { waitFor } from '../support/wait-for.ts';
import { type Receiver, startReceiver } from '../support/webhook-receiver.ts';

/** Firefox shows the scheme that it runs in. */
let canEmulate: boolean;
const pictures = process.env['BESIDE_TEST_PICTURES'];
let data: string;
let relay: TestRelay;
let receiver: Receiver;
beforeEach(async () => {
  data = await dataWithPast('shop', 6 * 24);
  relay = await startRelay({ data, env: { BESIDE_WEBHOOK_PRIVATE: 'on' } });
  receiver = await startReceiver();
}, 30_000);
afterEach(async () => {
  await relay.stop();
  await receiver.stop();
  rmSync(data, { recursive: true, force: true });
});

/** As the admin's other pages are looked at; `from`: what stands at the top of the picture. */
async function looksWell(page: Page, name: string, from = 'h1'): Promise<void> {
  expect(await axeFaults(page), name).toEqual([]);
  if (pictures === undefined) return;
  for (const width of [1000, 1400]) {
    await page.setViewport({ width, height: 1000 });
    await page.$eval(from, (element) => element.scrollIntoView());
    await screenshot(page, pictures, `${name}-${width}`);
  }
  if (!canEmulate) return;
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  // Colours change slowly.
  await sleep(300);
  await screenshot(page, pictures, `${name}-dark`);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
}
const type = async (page: Page, selector: string, text: string) => (await page.waitForSelector(selector))?.type(text);
const sees = (page: Page, selector: string, text: string) =>
  waitFor(`${text} in ${selector}`, () =>
    page.$$eval(selector, (all, wanted) => all.some(({ textContent }) => textContent.includes(wanted)), text),
  );

test.each(kindsOf('chromium'))(
  'an admin watches the desk at work, makes a key and a webhook, and finds it all in the log, in %s',
  async (kind) => {
    canEmulate = kind === 'chromium';
    const browser = await launchBrowser(kind, { display: lane().display });
    const host = await relay.addHost({ name: 'Hana Host' });
    const admin = await relay.addHost({ name: 'Ada Admin', admin: true });
    const asHost = (method: string, path: string, body: unknown) =>
      call(relay.url, method, path, { token: host.bearer, body });
    const ask = async (name: string, queueId = 'shop') => {
      const body = { queueId, name, answers: {}, hostId: null, from: null, language: 'en' };
      return (await (await call(relay.url, 'POST', '/api/requests', { body })).json()) as Requested;
    };
    const inbound = {
      ...inboundOf(queueOf('shop', { name: 'Shop' }), queueOf('bills', { name: 'Bills', members: [] })),
      mode: 'single',
    };
    await call(relay.url, 'PUT', '/api/inbound', { token: admin.bearer, body: inbound });
    try {
      const page = await browser.open(`${relay.url}/admin`);
      await typeSignIn(page, admin.email, admin.password);
      // A site that is on opens at once with what it does.
      await seesText(page, 'Running sessions');
      await seesText(page, 'Nobody is being helped just now.');

      const first = await ask('Jan Novák');
      await ask('Eva Malá');
      await sees(page, 'tr', 'Shop');
      await waitFor('two who wait', () => page.$eval('.tile strong', ({ textContent }) => textContent === '2'));
      const desk = feedOf(`${relay.url}/api/desk`, host.bearer);
      await asHost('PUT', '/api/desk/availability', { availability: 'available' });
      await desk.says((view) => (view['offers'] as unknown[]).length > 0);
      await asHost('POST', `/api/desk/requests/${first.requestId}/accept`, {});
      await sees(page, '.live-sessions tr', 'Jan Novák');
      await sees(page, '.live-hosts tr', 'In session');
      await looksWell(page, 'live');

      // The past as charts and as tables.
      expect(await page.$$eval('.chart > svg', (all) => all.map((one) => one.querySelectorAll('g').length))).toEqual([
        24, 7,
      ]);
      await page.select('select[name="report-measure"]', 'level');
      await sees(page, 'figcaption', 'Service level');
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      await sees(page, '.chart td', '%');
      await looksWell(page, 'figures', '.chart');
      const goal = await page.waitForSelector('input[name="goal"]');
      await goal?.evaluate((input) => (input as HTMLInputElement).select());
      await goal?.type('30');
      await page.keyboard.press('Tab');
      await seesText(page, 'accepted within 30 s');

      // A key, whose secret works and is shown once.
      await pressIn(page, '.side', 'API');
      await type(page, 'input[name="key-name"]', 'CRM');
      await press(page, 'Make it');
      await seesText(page, 'at least one scope');
      await (await page.waitForSelector('input[name="scope-read"]'))?.click();
      await press(page, 'Make it');
      await seesText(page, 'Copy its secret now');
      const secret = await page.$eval('.notice code', ({ textContent }) => textContent);
      const read = await call(relay.url, 'GET', '/api/supervision/now', { token: secret });
      expect([read.status, (await call(relay.url, 'GET', '/api/hosts', { token: secret })).status]).toEqual([200, 403]);

      // A webhook, and what came to it.
      await type(page, 'input[name="hook-url"]', 'http://crm.example/hook');
      await press(page, 'Add it');
      await seesText(page, 'That address is not called');
      await page.$eval('input[name="hook-url"]', (input) => input.select());
      await type(page, 'input[name="hook-url"]', receiver.url);
      await press(page, 'Add it');
      await seesText(page, 'It is added.');
      const { requestId } = await ask('Petr Nový');
      await waitFor('the word', () => receiver.received.some(({ data: { requestId: of } }) => of === requestId));
      await waitFor('the log', async () => {
        await press(page, 'Refresh');
        return page.$$eval('.deliveries tr', (all) => all.some(({ textContent }) => textContent.includes('Taken')));
      });
      await looksWell(page, 'api');
      await press(page, 'Revoke');
      await pressIn(page, 'dialog[open]', 'Revoke');
      await sees(page, '.tag', 'Revoked');

      // All of it is in the log.
      await pressIn(page, '.side', 'Audit log');
      for (const what of ['Queues set', 'Goal set', 'API key made', 'API key revoked', 'Webhook added']) {
        await sees(page, '.audit th', what);
      }
      await looksWell(page, 'audit');
      await page.select('select[name="audit-what"]', 'goal.set');
      await waitFor('one entry', () => page.$$eval('.audit tbody tr', ({ length }) => length === 1));

      // The description.
      const docs = await browser.open(`${relay.url}/api-docs`);
      await seesText(docs, '/api/supervision/report');
      await looksWell(docs, 'docs');

      // In Czech.
      await page.evaluate(() => localStorage.setItem('beside.language', 'cs'));
      await page.goto(`${relay.url}/admin#live`);
      await page.reload();
      await seesText(page, 'Běžící relace');
      await sees(page, '.live-sessions tr', 'Jan Novák');
      await looksWell(page, 'live-cs');
      desk.close();
    } finally {
      await browser.close();
    }
  },
);
