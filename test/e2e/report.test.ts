import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { lane } from '../support/lane.ts';
import type { TestHost } from '../support/make-host.ts';
import { filesWith } from '../support/planted-words.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { screenshot } from '../support/screenshot.ts';
import { allow, joinWithExtension } from '../support/story/customer.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { mirrorShows } from '../support/story/mirror.ts';
import { press, seesText } from '../support/story/press.ts';
import { typeSignIn } from '../support/story/sign-in.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];

let relay: TestRelay;
let pages: FixtureServer;
let browsers: TestBrowser[];
let host: TestHost;
let anna: Page;
let jan: Page;

beforeAll(async () => {
  pages = await startFixtureServer();
  relay = await startRelay({ port: lane().relayPort });
  browsers = await Promise.all([launchWithExtension('chromium'), launchWithExtension('firefox')]);
  const [annas, jans] = browsers as [TestBrowser, TestBrowser];
  host = await relay.addHost({ name: 'Anna Host' });
  await signInDirectly(annas, relay.url, host);
  const desk = await startSession(annas, await annas.open(relay.url));
  anna = desk.console;
  await jans.open(`${pages.url}/spa/`);
  jan = await joinWithExtension(jans, relay.url, desk.number, 'Jan Novák');
  await press(anna, 'Admit');
  await seesText(jan, 'Anna Host is helping you');
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await relay.stop();
  await pages.close();
});

const keep = async (page: Page, name: string) => {
  if (pictures) await screenshot(page, pictures, name);
};
/** Faults in light and dark. */
async function inBoth(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const value of ['dark', 'light']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    faults.push(...(await axeFaults(page)));
  }
  return faults;
}
async function note(text: string): Promise<void> {
  await anna.bringToFront();
  await anna.type('.notes textarea', text);
}
const notesOf = () =>
  anna.evaluate(() => [...document.querySelectorAll('.notes-list .chat-text')].map((one) => one.textContent));

test('[Y1] a note is saved as it is typed, over a killed relay and a reload', async () => {
  await note('Wants the garden room');
  await seesText(anna, 'Saved');
  await press(anna, 'Next note');
  await relay.end('SIGKILL');
  await note('Has called twice');
  await seesText(anna, 'saving…');
  await relay.restart();
  await seesText(anna, 'Saved');
  await anna.reload();
  await waitFor('the note in the box', () =>
    anna.evaluate(() => document.querySelector<HTMLTextAreaElement>('.notes textarea')?.value === 'Has called twice'),
  );
  await press(anna, 'Next note');
  await waitFor('both notes', async () => (await notesOf()).length === 2);
  expect(await notesOf()).toEqual(['Wants the garden room', 'Has called twice']);
  expect(await jan.content()).not.toContain('garden room');
  await keep(anna, 'notes-console');
  expect(await inBoth(anna)).toEqual([]);
});

test('[Y6] after the end the customer has a receipt and a survey, the host a rating, and notes go on', async () => {
  await press(anna, 'Request view');
  await allow(jan, 'Rooms');
  await mirrorShows(anna, 'Attic');
  await press(anna, 'Session');
  await press(anna, 'End session');
  await anna.waitForSelector('dialog[open]');
  await press(anna, 'End session');
  await seesText(jan, 'Anna Host saw a page of Jan Novák');
  await keep(jan, 'end-page');
  expect(await axeFaults(jan)).toEqual([]);
  await jan.bringToFront();
  await jan.click('.stars label:nth-of-type(4)');
  await jan.type('textarea', 'Quick and kind');
  await press(jan, 'Send');
  await seesText(jan, 'Thank you');

  await seesText(anna, 'How did the session go?');
  await anna.bringToFront();
  await anna.click('.stars label:nth-of-type(3)');
  await anna.click('.reasons label:nth-of-type(2)');
  await keep(anna, 'rating');
  expect(await inBoth(anna)).toEqual([]);
  await press(anna, 'Rate');
  await seesText(anna, 'Thank you, that is noted.');
  await note('To be called on Monday');
  await seesText(anna, 'Saved');
});

test('[Y4] the host finds the report, which says it all', async () => {
  const [annas] = browsers as [TestBrowser];
  const page = await annas.open(`${relay.url}/reports`);
  await page.setViewport({ width: 1_200, height: 900 });
  await page.waitForSelector('input[name="email"]');
  await page.type('input[name="email"]', host.email);
  await page.type('input[name="password"]', host.password);
  await press(page, 'Sign in');
  await page.waitForSelector('.filter input[name="text"]');
  await page.type('.filter input[name="text"]', 'novak');
  await press(page, 'Show');
  await seesText(page, 'Jan Novák');
  await keep(page, 'reports-list');
  expect(await inBoth(page)).toEqual([]);
  await page.click('tbody a');
  for (const said of [
    'Let Anna Host see this page?',
    'Wants the garden room',
    'To be called on Monday',
    'Quick and kind',
    'What I saw came slowly or late',
    'it was ended',
  ]) {
    await seesText(page, said);
  }
  expect(await inBoth(page)).toEqual([]);
  await keep(page, 'report');
  await page.emulateMediaType('print');
  expect(await page.evaluate(() => [...document.querySelectorAll('button')].some((one) => one.checkVisibility()))).toBe(
    false,
  );
  if (pictures) await page.screenshot({ path: `${pictures}/report-print.png`, fullPage: true });
  await page.emulateMediaType();
  if (pictures) {
    await page.evaluate(() => localStorage.setItem('beside.language', 'cs'));
    await page.reload();
    await seesText(page, 'O co se žádalo');
    await page.screenshot({ path: `${pictures}/report-cs.png`, fullPage: true });
    await page.evaluate(() => localStorage.removeItem('beside.language'));
  }
  const headers = { authorization: `Bearer ${host.bearer}` };
  const csv = await (await fetch(`${page.url().replace('/reports/', '/api/reports/')}?format=csv`, { headers })).text();
  expect(csv).toContain('"answered the survey","4; Quick and kind"');
});

test('[U3] [U7] the host reads its own figures; the admin erases what is held of the customer, from the files too', async () => {
  const [annas, jans] = browsers as [TestBrowser, TestBrowser];
  const figures = await annas.open(`${relay.url}/reports/figures`);
  await figures.waitForSelector('.history tbody td');
  expect(await figures.$$eval('.history tbody th', (all) => all.map((one) => one.textContent))).toEqual([
    'Invited with a number',
    'Anna Host',
  ]);
  await figures.select('select[name="history-measure"]', 'rating');
  await seesText(figures, 'Highest: 3');
  await keep(figures, 'figures');
  expect(await inBoth(figures)).toEqual([]);

  expect(filesWith(relay.data, 'garden room')).not.toEqual([]);
  const admin = await relay.addHost({ name: 'Ada Admin', admin: true });
  const data = await jans.open(`${relay.url}/admin#data`);
  await typeSignIn(data, admin.email, admin.password);
  await data.waitForSelector('input[name="held-text"]');
  await data.type('input[name="held-text"]', 'jan nov');
  await press(data, 'Find');
  await seesText(data, 'Jan Novák');
  await keep(data, 'held');
  expect(await axeFaults(data)).toEqual([]);
  await press(data, 'Erase');
  await data.waitForSelector('dialog[open]');
  await data.click('dialog[open] button.danger');
  await seesText(data, 'Erased:');
  await seesText(data, 'Nothing is held that fits that.');
  for (const said of ['garden room', 'Quick and kind', 'Jan Nov']) expect(filesWith(relay.data, said)).toEqual([]);
});
