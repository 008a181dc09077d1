import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer';
import * as v from 'valibot';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { hostsSchema } from '../../shared/protocol/hosts.ts';
import { retentionSchema, usualRetention } from '../../shared/protocol/retention.ts';
import { inboundSchema } from '../../shared/queue/inbound.ts';
import { writeConfiguration } from '../../server/pages/admin/site/configuration-file.ts';
import { accentShades } from '../../shared/browser/ui/accent/accent-shades.ts';
import { channelsOf } from '../../shared/browser/ui/accent/contrast.ts';
import { axeFaults } from '../support/axe.ts';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { call, connect, startSession } from '../support/relay-client.ts';
import { screenshot } from '../support/screenshot.ts';
import { hasButton, press, pressIn, seesText } from '../support/story/press.ts';
import { typeSignIn } from '../support/story/sign-in.ts';
import { queueOf } from '../support/queues.ts';
import { kindsOf } from '../support/story/pairs.ts';
import { waitFor } from '../support/wait-for.ts';

const pictures = process.env['BESIDE_TEST_PICTURES'];
const folder = mkdtempSync(join(tmpdir(), 'beside-admin-'));
let relay: TestRelay;
// A fresh one for each browser: it begins with an empty site.
beforeEach(async () => {
  relay = await startRelay();
});
afterEach(() => relay.stop());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const field = (page: Page, selector: string) => page.waitForSelector(`${selector}:not([disabled])`);
/** In place of what stands there. */
async function fill(page: Page, selector: string, text: string): Promise<void> {
  const found = await field(page, selector);
  await found?.evaluate((element) => (element as HTMLInputElement | HTMLTextAreaElement).select());
  await found?.type(text);
}
const choose = (page: Page, selector: string, value: string) =>
  field(page, selector).then(() => page.select(selector, value));
/** Firefox shows the scheme that it runs in, which is the light one. */
let canEmulate: boolean;
/** No serious fault; with BESIDE_TEST_PICTURES a picture of each width and colour scheme. */
async function looksWell(page: Page, name: string): Promise<void> {
  expect(await axeFaults(page), name).toEqual([]);
  if (pictures === undefined) return;
  for (const width of [1000, 1400]) {
    await page.setViewport({ width, height: 900 });
    await screenshot(page, pictures, `${name}-${width}`);
  }
  if (!canEmulate) return;
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  // Colours change slowly.
  await sleep(300);
  await screenshot(page, pictures, `${name}-dark`);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
}

test.each(kindsOf('chromium'))(
  'an admin sets up queues, tries them and carries them elsewhere, in %s',
  async (kind) => {
    canEmulate = kind === 'chromium';
    const browser = await launchBrowser(kind, { display: lane().display });
    try {
      const host = await relay.addHost({ name: 'Hana Host' });
      const admin = await relay.addHost({ name: 'Ada Admin', admin: true });
      const asAdmin = { token: admin.bearer };
      const stored = async () =>
        v.parse(inboundSchema, await (await call(relay.url, 'GET', '/api/inbound', asAdmin)).json());
      const page = await browser.open(`${relay.url}/admin`);
      await typeSignIn(page, host.email, host.password);
      await seesText(page, 'Only an administrator');
      await press(page, 'Sign out');
      await typeSignIn(page, admin.email, admin.password);

      // Two queues.
      await seesText(page, 'No queues yet');
      await looksWell(page, 'empty');
      await press(page, 'Add the first queue');
      await fill(page, 'input[name="queue-name"]', 'Orders');
      await seesText(page, '/help/orders');
      await fill(page, 'input[name="queue-id"]', 'Our orders');
      await seesText(page, 'Lower-case letters');
      await fill(page, 'input[name="queue-id"]', 'our-orders');
      await page.keyboard.press('Tab');
      await seesText(page, '/help/our-orders');
      await looksWell(page, 'general');
      await press(page, '← All queues');
      await press(page, 'Add a queue');
      await fill(page, 'input[name="queue-name"]', 'Wholesale');
      expect(await hasButton(page, 'Save')).toBe(true);
      expect(await stored()).toMatchObject({ isOn: false, queues: [] });
      await press(page, '← All queues');
      await press(page, 'Orders');

      // Form, hours, a rule.
      await press(page, 'Form');
      await press(page, '+ Choice');
      await fill(page, 'input[name="field-label"]', 'Are you a shop?');
      await fill(page, 'textarea[name="choices"]', 'Yes\nNo');
      await looksWell(page, 'form');
      await press(page, 'Hours');
      await (await field(page, 'input[value="some"]'))?.click();
      await fill(page, 'input[name="time-zone"]', 'Europe/Nowhere');
      await seesText(page, 'There is no such time zone');
      expect(await hasButton(page, 'Save')).toBe(false);
      await fill(page, 'input[name="time-zone"]', 'Europe/Prague');
      await looksWell(page, 'hours');
      await press(page, 'Rules');
      await press(page, 'Add a rule');
      await choose(page, 'select[name="rule-value"]', 'Yes');
      await choose(page, 'select[name="rule-to"]', 'queue');
      await seesText(page, 'no rule holds');
      await choose(page, '.preview select[name="topic"]', 'Yes');
      await seesText(page, 'rule 1 holds');
      expect(await page.$eval('.landing strong', ({ textContent }) => textContent)).toBe('Wholesale');
      await looksWell(page, 'rules');
      for (const [tab, name] of [
        ['Who serves', 'service'],
        ['Session', 'session'],
        ['Website', 'website'],
      ] as const) {
        await press(page, tab);
        await looksWell(page, name);
      }

      await page.type('input[name="button-text"]', 'Ask "us"');
      await seesText(page, 'data-text="Ask &quot;us&quot;" async');
      const drawn = () =>
        page.$eval(
          '.button-drawn[data-look="open"]',
          ({ shadowRoot }) => shadowRoot?.querySelector('button')?.textContent,
        );
      await waitFor('the text on the button', async () => (await drawn()) === 'Ask "us"');
      await looksWell(page, 'website-own');
      await page.type('input[name="button-element"]', '#help');
      await seesText(page, 'data-element="#help" async');
      expect(await page.$('.button-drawn')).toBeNull();

      // What is saved is there after a reload.
      await press(page, 'Save');
      await seesText(page, 'Saved.');
      let saved = await stored();
      expect(saved).toMatchObject({
        isOn: true,
        queues: [
          { id: 'our-orders', hours: { timeZone: 'Europe/Prague' }, rules: [{ when: { value: 'Yes' } }] },
          { id: 'wholesale', name: 'Wholesale' },
        ],
      });
      await page.reload();
      await press(page, '← All queues');
      await seesText(page, '1 rule');
      await looksWell(page, 'list');

      // A host.
      await press(page, 'Hosts');
      await fill(page, 'input[name="host-name"]', 'Nora New');
      await fill(page, 'input[name="host-email"]', 'nora@example.org');
      await press(page, 'Add');
      await seesText(page, '/set-password#');
      await seesText(page, 'nora@example.org');
      await looksWell(page, 'hosts');

      // She gets the tray, and no other console.
      const newest = '.hosts tr:last-child .host-consoles';
      for (const name of ['consoles-as-site', 'console-dashboard', 'console-multi']) {
        await (await field(page, `${newest} input[name="${name}"]`))?.click();
      }
      await page.waitForSelector(`${newest} input[name="console-tray"][disabled]`);
      await page.$eval(newest, (element) => element.scrollIntoView());
      await looksWell(page, 'host-consoles');
      await press(page, 'Save');
      await seesText(page, 'Saved.');
      saved = await stored();
      expect(saved.hosts).toMatchObject([{ skills: [], capacity: null, consoles: ['tray'] }]);

      // Out and in again.
      const hosts = v.parse(hostsSchema, await (await call(relay.url, 'GET', '/api/hosts', asAdmin)).json());
      const file = join(folder, 'configuration.json');
      const theirs = [{ hostId: 'theirs', name: '', email: host.email, isAdmin: false, isActive: true }];
      const members = [
        { hostId: 'theirs', priority: 3 },
        { hostId: 'gone', priority: 0 },
      ];
      writeFileSync(
        file,
        writeConfiguration(
          {
            inbound: { ...saved, queues: [queueOf('bills', { name: 'Bills', members })], hosts: [] },
            retention: { ...usualRetention, pictures: 7 },
          },
          theirs,
        ),
      );
      await press(page, 'Site');
      const input = (await field(page, 'input[type="file"]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
      await seesText(page, 'New queues: Bills');
      await seesText(page, 'Queues that go: Orders and Wholesale');
      await seesText(page, 'left out: gone');
      // What would erase is named with its days, and taken by hand only.
      await seesText(page, 'Pictures in the chat: 90 → 7');
      await (await field(page, 'input[name="import-retention"]'))?.click();
      await looksWell(page, 'site');
      await press(page, 'Replace mine by it');
      expect(await stored()).toEqual(saved);
      await press(page, 'Save');
      await seesText(page, 'Saved.');
      const hana = hosts.find(({ email }) => email === host.email)?.hostId;
      expect((await stored()).queues).toMatchObject([{ name: 'Bills', members: [{ hostId: hana, priority: 3 }] }]);
      const pictureDays = async () => {
        const answer = await call(relay.url, 'GET', '/api/retention', asAdmin);
        return v.parse(retentionSchema, await answer.json()).pictures;
      };
      expect(await pictureDays()).toBe(7);
      await press(page, 'Undo the last save');
      await seesText(page, 'Saved.');
      expect(await stored()).toEqual(saved);
      expect(await pictureDays()).toBe(usualRetention.pictures);

      // Removed with a question; and not lost without a warning.
      await pressIn(page, '.side', 'Queues');
      await press(page, 'Remove');
      await pressIn(page, 'dialog[open]', 'Remove');
      await seesText(page, 'Not saved yet.');
      let asked = '';
      page.once('dialog', (dialog) => {
        asked = dialog.type();
        void dialog.accept();
      });
      await pressIn(page, '.side', 'Privacy');
      await seesText(page, "Privacy of customers' pages");
      expect(asked).toBe('beforeunload');
      expect(await stored()).toEqual(saved);

      await page.evaluate(() => localStorage.setItem('beside.language', 'cs'));
      await page.goto(`${relay.url}/admin#queues/our-orders/service`);
      await seesText(page, 'Kdo tuto frontu obsluhuje');
      await looksWell(page, 'czech');
    } finally {
      await browser.close();
    }
  },
);

test.each(kindsOf('chromium'))('what an admin makes of the site’s look is what customers see, in %s', async (kind) => {
  canEmulate = kind === 'chromium';
  const browser = await launchBrowser(kind, { display: lane().display });
  try {
    const admin = await relay.addHost({ name: 'Bea Branding', admin: true });
    const page = await browser.open(`${relay.url}/admin#branding`);
    await typeSignIn(page, admin.email, admin.password);
    await fill(page, 'input[name="site-name"]', 'Acme Tools');
    await (await field(page, 'input[name="own-accent"]'))?.click();
    await fill(page, 'input[name="accent"]', '#ffd4');
    await seesText(page, 'A colour is written like');
    expect(await hasButton(page, 'Save')).toBe(false);
    await fill(page, 'input[name="accent"]', '#ffd400');
    await seesText(page, 'a darker shade is used');
    const upload = (await field(page, 'input[name="logo"]')) as ElementHandle<HTMLInputElement>;
    await upload.uploadFile('extension/icons/icon.svg');
    await seesText(page, 'That is no PNG');
    await upload.uploadFile('extension/icons/128.png');
    await page.waitForSelector('.branding-preview[data-scheme="dark"] img[alt="Acme Tools"]');
    await fill(page, 'textarea[name="welcomeText"]', 'Good to see you.');
    await fill(page, 'textarea[name="endText"]', 'Until next time!');
    await looksWell(page, 'branding');
    const grounds = await page.$$eval('.branding-preview', (previews) =>
      previews.map((preview) => getComputedStyle(preview).backgroundColor),
    );
    expect(grounds).toEqual(['rgb(244, 246, 249)', 'rgb(17, 22, 29)']);
    await press(page, 'Save');
    await seesText(page, 'Saved.');

    const join = await browser.open(relay.url);
    await seesText(join, 'Get help from Acme Tools');
    await seesText(join, 'Good to see you.');
    expect(await join.$eval('.brand img', ({ alt, naturalHeight }) => [alt, naturalHeight])).toEqual([
      'Acme Tools',
      128,
    ]);
    for (const scheme of canEmulate ? (['dark', 'light'] as const) : (['light'] as const)) {
      if (canEmulate) await join.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const colour = `rgb(${channelsOf(accentShades('#ffd400', scheme).accent).join(', ')})`;
      await join.waitForFunction(
        (wanted) =>
          getComputedStyle(document.querySelector('button.primary') ?? document.body).backgroundColor === wanted,
        {},
        colour,
      );
      expect(await axeFaults(join), scheme).toEqual([]);
    }
    await looksWell(join, 'branded-join');

    // In the session and at its end, too.
    const started = await startSession(relay.url, admin.bearer);
    const lead = await connect(relay.url, started);
    await fill(join, 'input[name="number"]', started.sessionNumber);
    await fill(join, 'input[name="name"]', 'Karel');
    await press(join, 'Join');
    const participantId = await lead.until(
      (message) =>
        message.type === 'fact.appended' &&
        message.entry.fact.type === 'participant.knocked' &&
        message.entry.fact.participantId,
    );
    await lead.act({ type: 'participant.admit', participantId });
    await seesText(join, 'Bea Branding is helping you');
    expect(await join.$eval('.assist-head img', ({ alt }) => alt)).toBe('Acme Tools');
    await lead.act({ type: 'session.end' });
    await seesText(join, 'Until next time!');
    await looksWell(join, 'branded-end');
    await Promise.all([join.close(), lead.close()]);

    await press(page, 'Undo the last save');
    await seesText(page, 'Saved.');
    await page.waitForSelector('.branding-preview img', { hidden: true });
    const plain = await browser.open(relay.url);
    await seesText(plain, 'Get help from Beside');
  } finally {
    await browser.close();
  }
});
