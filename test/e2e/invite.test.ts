import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { screenshot } from '../support/screenshot.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { hasButton, press, seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];
const picture = async (page: Page, name: string) => {
  if (pictures) await screenshot(page, pictures, `invite-${name}`);
};

let mailServer: MailServer;
let relay: TestRelay;
let browsers: TestBrowser[];
let petrs: TestBrowser;
let jans: TestBrowser;
let anna: Page;
let jan: Page;

beforeAll(async () => {
  mailServer = await startMailServer();
  relay = await startRelay({
    port: lane().relayPort,
    env: {
      BESIDE_SMTP_URL: mailServer.url,
      BESIDE_MAIL_FROM: 'Acme help <help@acme.example>',
      BESIDE_SITE_NAME: 'Acme',
    },
  });
  browsers = await Promise.all([
    launchWithExtension('chromium'),
    launchWithExtension('firefox'),
    launchBrowser('chromium', { display: lane().display }),
  ]);
  const [annas, ...others] = browsers as [TestBrowser, TestBrowser, TestBrowser];
  [petrs, jans] = others;
  await signInDirectly(annas, relay.url, await relay.addHost({ name: 'Anna Host' }));
  await signInDirectly(petrs, relay.url, await relay.addHost({ name: 'Petr Host', email: 'petr@acme.example' }));
  anna = (await startSession(annas, await annas.open(relay.url))).console;
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await relay.stop();
  await mailServer.close();
});

const fill = async (page: Page, name: string, text: string) => {
  const field = await page.waitForSelector(`dialog[open] [name="${name}"], form [name="${name}"]`);
  await field?.type(text);
};
const closeDialog = (page: Page) => page.keyboard.press('Escape');

test('[I2] a customer is invited by e-mail, opens the link, says a name and is let in', async () => {
  await press(anna, 'Tools');
  await picture(anna, 'tools');
  await press(anna, 'By e-mail');
  await press(anna, 'Send');
  await seesText(anna, 'That is not an e-mail address.');
  await fill(anna, 'to', 'jan@example.org');
  await anna.select('dialog [name="language"]', 'cs');
  await seesText(anna, 'napíšete jen své jméno');
  await picture(anna, 'mail');
  expect(await axeFaults(anna)).toEqual([]);
  await press(anna, 'Send');
  await seesText(anna, 'Sent to jan@example.org.');
  await closeDialog(anna);

  const { text } = await mailServer.mailTo('jan@example.org');
  const link = text.split('\n').find((line) => line.startsWith('http')) ?? '';
  jan = await jans.open(link);
  await jan.waitForSelector('form');
  expect(await jan.$$eval('input', (inputs) => inputs.map(({ name }) => name))).toEqual(['name']);
  await fill(jan, 'name', 'Jan Novák');
  await picture(jan, 'join');
  expect(await axeFaults(jan)).toEqual([]);
  await press(jan, 'Join');
  await seesText(jan, 'Waiting to be let in');
  expect(await jan.evaluate(() => location.hash)).toBe('');
  await press(anna, 'Admit');
  await seesText(jan, 'Anna Host is helping you');

  const late = await jans.open(link);
  await fill(late, 'name', 'Eva');
  await press(late, 'Join');
  await seesText(late, 'This link can no longer be used');
  await picture(late, 'link-gone');
  await press(late, 'I have a session number');
  await late.waitForSelector('input[name="number"]');
  await late.close();
});

test('[I1] the text for a messenger has a link of its own', async () => {
  await anna.bringToFront();
  await press(anna, 'By message');
  const shown = await waitFor('the message', () =>
    anna.evaluate(() => document.querySelector<HTMLTextAreaElement>('[name="message"]')?.value),
  );
  const link = /http\S+/.exec(shown)?.[0] ?? '';
  expect(link.startsWith(`${relay.url}/join#`)).toBe(true);
  const addresses = await anna.$$eval('dialog[open] a', (links) => links.map(({ href }) => href));
  expect(addresses.map((address) => address.replace(encodeURIComponent(shown), 'TEXT'))).toEqual([
    'https://wa.me/?text=TEXT',
    'sms:?body=TEXT',
  ]);
  await picture(anna, 'message');
  expect(await axeFaults(anna)).toEqual([]);
  await closeDialog(anna);
});

test('[I3][I4] a second host is asked from the list, joins as assistant, and is removed by the lead', async () => {
  await anna.bringToFront();
  await press(anna, 'Ask another host');
  await seesText(anna, 'Tell them by e-mail, too');
  await picture(anna, 'host');
  expect(await axeFaults(anna)).toEqual([]);
  await press(anna, 'Ask');
  await seesText(anna, 'Asked. The invitation stands in their extension for an hour.');
  await closeDialog(anna);
  expect((await mailServer.mailTo('petr@acme.example')).text).toContain('Anna Host asks you to help');

  const popup = await petrs.openPopup(await petrs.open(relay.url));
  await seesText(popup, 'Anna Host asks you to help with Jan Novák');
  await picture(popup, 'popup');
  expect(await axeFaults(popup)).toEqual([]);
  await press(popup, 'Join');
  const petr = await petrs.extensionPage('console');
  await press(petr, 'Tools');
  await seesText(petr, 'The host who leads the session invites others.');

  await anna.bringToFront();
  await press(anna, 'Remove Petr Host');
  await picture(anna, 'remove');
  await press(anna, 'Remove Petr Host');
  await seesText(petr, 'The lead host has removed you from the session.');
  await picture(petr, 'removed');
  await waitFor('the helper to be gone', async () => !(await hasButton(anna, 'Remove Petr Host')));
  await seesText(jan, 'Anna Host is helping you');
  if (!pictures) return;
  await anna.evaluate(() => localStorage.setItem('beside.language', 'cs'));
  await anna.reload();
  await press(anna, 'Nástroje');
  for (const [button, name] of [
    ['E-mailem', 'mail-cs'],
    ['Zprávou', 'message-cs'],
    ['Přizvat kolegu', 'host-cs'],
  ] as const) {
    await press(anna, button);
    await seesText(anna, 'Jazyk zprávy');
    await picture(anna, name);
    await closeDialog(anna);
  }
});
