import type { Page } from 'puppeteer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { inboundOf } from '../support/queues.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { call } from '../support/relay-client.ts';
import { screenshot } from '../support/screenshot.ts';
import { join } from '../support/story/customer.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { kindsOf } from '../support/story/pairs.ts';
import { seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];

let relay: TestRelay;
let browsers: TestBrowser[];
beforeEach(async () => {
  browsers = [];
  relay = await startRelay({ port: lane().relayPort });
});
afterEach(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await relay.stop();
});

async function isWell(page: Page, name: string): Promise<void> {
  if (pictures) await screenshot(page, pictures, name);
  expect(await axeFaults(page), name).toEqual([]);
}

/** What the list has under the keyboard, as a screen reader says it. */
const chosen = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement;
    const id = field?.role === 'combobox' ? field.getAttribute('aria-activedescendant') : null;
    const option = id === null ? null : document.getElementById(id);
    return option && { text: option.textContent, isOut: option.ariaDisabled === 'true' };
  });
const hasDialog = (page: Page) => page.evaluate(() => document.querySelector('dialog[open]') !== null);
async function openPalette(page: Page): Promise<void> {
  await page.bringToFront();
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await page.waitForSelector('dialog[open] [role="combobox"]');
}
/** Types into the open list until that is what Enter would choose. */
async function find(page: Page, typed: string, text: string): Promise<void> {
  await page.keyboard.type(typed);
  await waitFor(`"${text}" to be chosen`, async () => (await chosen(page))?.text?.includes(text));
}

/** What the open list offers. */
const offered = (page: Page) =>
  page.$$eval('dialog[open] [role="option"] .list-chooser-label', (all) =>
    all.map((one) => one.firstChild?.textContent ?? ''),
  );
/** Chooses the command whose label that is, by what is typed to find it. */
async function run(page: Page, typed: string, text: string): Promise<void> {
  await openPalette(page);
  await find(page, typed, text);
  expect((await chosen(page))?.isOut, text).toBe(false);
  await page.keyboard.press('Enter');
}

test.each(kindsOf('chromium'))('a host does all by the keyboard and says what was prepared, in %s', async (kind) => {
  browsers = await Promise.all([
    launchWithExtension(kind),
    launchBrowser(kind === 'chromium' ? 'firefox' : 'chromium', { display: lane().display }),
  ]);
  const [host, customer] = browsers as [TestBrowser, TestBrowser];
  const admin = await relay.addHost({ name: 'Ada Admin', admin: true });
  const hello = { en: 'Hello {{customer}}, {{host}} here.', cs: 'Dobrý den, {{customer}}, tady {{host}}.' };
  const body = { ...inboundOf(), cannedTexts: [{ title: 'Greeting', text: hello }] };
  expect((await call(relay.url, 'PUT', '/api/inbound', { token: admin.bearer, body })).status).toBe(200);
  await signInDirectly(host, relay.url, await relay.addHost({ name: 'Anna Host' }));
  const { console: anna, number } = await startSession(host, await host.open(relay.url));

  // Nobody is there: what cannot be done says why, and Enter does nothing.
  await openPalette(anna);
  await find(anna, 'request view', 'Request view');
  const nobody = await chosen(anna);
  expect(nobody?.text).toContain('No customer is in the session');
  expect(nobody?.isOut).toBe(true);
  await anna.keyboard.press('Enter');
  expect(await hasDialog(anna)).toBe(true);
  await isWell(anna, `palette-${kind}`);
  await anna.keyboard.press('Escape');
  await waitFor('no dialog', async () => !(await hasDialog(anna)));

  // Who knocks comes in by the palette.
  const jan = await customer.open(relay.url);
  await join(jan, number, 'Ján Novák');
  await seesText(anna, 'Ján Novák wants to join');
  await openPalette(anna);
  await find(anna, 'admit jan', 'Ján Novák');
  await anna.keyboard.press('Enter');
  await seesText(jan, 'Anna Host is helping you');

  // All that is on the four tabs is a command.
  const buttons: string[] = [];
  await anna.bringToFront();
  for (const tab of ['tools', 'desktop', 'application', 'session']) {
    await anna.click(`#tab-${tab}`);
    const panel = await anna.waitForSelector(`#tab-panel[aria-labelledby="tab-${tab}"]`);
    const labels = await panel?.$$eval('.tool-row > .tool-buttons button', (all) =>
      all.filter((button) => !button.closest('.invitation')).map((button) => button.innerText),
    );
    buttons.push(...(labels ?? []));
  }
  expect(buttons.length).toBeGreaterThan(20);
  await openPalette(anna);
  const commands = await offered(anna);
  // Mails and messages have longer names where nothing stands above them.
  const called: Record<string, string> = { 'By e-mail': 'Invite by e-mail', 'By message': 'Invite by message' };
  expect(buttons.map((label) => called[label] ?? label).filter((label) => !commands.includes(label))).toEqual([]);
  for (const tool of ['Laser pointer', 'Pen', 'Highlight', 'Clear all drawings']) expect(commands).toContain(tool);
  await anna.keyboard.press('Escape');
  await run(anna, 'system information', 'Ask for system information');
  await seesText(jan, 'Let Anna Host see facts about this computer?');
  await run(anna, 'withdraw system', 'Withdraw');
  await waitFor(
    'the question to go',
    async () => !(await jan.evaluate(() => document.body.innerText)).includes('facts about this computer'),
  );
  await run(anna, 'their clipboard', 'Ask for their clipboard');
  await seesText(jan, 'Anna Host asks for the text in your clipboard');
  const choosing = anna.waitForFileChooser();
  await run(anna, 'publish', 'Publish files…');
  await (await choosing).accept([import.meta.filename]);
  await seesText(jan, 'palette.test.ts');

  // The help sheet has the keys that the browser has set.
  await anna.bringToFront();
  await anna.focus('.command-menu button');
  await anna.keyboard.type('?');
  await seesText(anna, 'In every window of the browser');
  const set = await host.inExtension<string[]>(
    '(globalThis.browser ?? chrome).commands.getAll().then((all) => all.map(({ shortcut }) => shortcut).filter(Boolean))',
  );
  expect(set.length).toBeGreaterThan(1);
  await anna.bringToFront();
  await waitFor('the keys', async () => {
    const shown = await anna.$$eval('dialog[open] dl.keys:last-of-type kbd', (keys) =>
      keys.map((key) => key.innerText),
    );
    return shown.toSorted().join() === set.toSorted().join();
  });
  await isWell(anna, `keys-${kind}`);
  await anna.keyboard.press('Escape');

  // In a narrow window the panel at the side is opened over the surface: by its button, and by what leads into it.
  await anna.setViewport({ width: 760, height: 800 });
  const isPanelSeen = () => anna.evaluate(() => document.querySelector('.side-panel')?.checkVisibility());
  await waitFor('no panel', async () => (await isPanelSeen()) === false);
  await anna.focus('.panel-switch');
  await anna.keyboard.press('Enter');
  await waitFor('the panel', isPanelSeen);
  await isWell(anna, `narrow-${kind}`);
  await anna.keyboard.press('Escape');
  await waitFor('no panel again', async () => (await isPanelSeen()) === false);
  expect(await anna.evaluate(() => document.activeElement?.className)).toBe('panel-switch');
  await run(anna, 'write a note', 'Write a note');
  await waitFor('the field of notes', () => anna.evaluate(() => document.activeElement?.matches('.notes textarea')));
  await anna.setViewport(null);

  // A prepared text is seen filled in, in the customer's language if one likes, before it is sent.
  await openPalette(anna);
  await find(anna, 'write in the chat', 'Write in the chat');
  await anna.keyboard.press('Enter');
  await waitFor('the chat field', () => anna.evaluate(() => document.activeElement?.matches('.chat-box textarea')));
  await anna.keyboard.type('/');
  await anna.waitForSelector('dialog[open] [role="combobox"]');
  await find(anna, 'greet', 'Hello Ján Novák, Anna Host here.');
  await anna.select('dialog[open] select', 'cs');
  await seesText(anna, 'Dobrý den, Ján Novák, tady Anna Host.');
  await isWell(anna, `canned-${kind}`);
  await anna.focus('dialog[open] [role="combobox"]');
  await anna.keyboard.press('Enter');
  const field = () => anna.$eval('.chat-box textarea', (box) => (box as HTMLTextAreaElement).value);
  await waitFor('the text in the field', async () => (await field()) === 'Dobrý den, Ján Novák, tady Anna Host.');
  expect(await jan.evaluate(() => document.body.innerText)).not.toContain('Dobrý den');
  await anna.keyboard.press('Enter');
  await seesText(jan, 'Dobrý den, Ján Novák, tady Anna Host.');

  // What does not work is said, with what to do.
  await relay.end('SIGKILL');
  await anna.waitForSelector('[data-trouble="no-relay"]');
  await seesText(anna, 'Check your network');
  await relay.restart();
  await waitFor('the trouble to be over', () => anna.evaluate(() => !document.querySelector('[data-trouble]')));
});
