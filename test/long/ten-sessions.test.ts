import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FixtureServer, startFixtureServer } from '../support/fixture-server.ts';
import { lane } from '../support/lane.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { processTree } from '../support/process-tree.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { changeLayout, listed, oneMoreSession, switchByKey, textInTile } from '../support/story/console-window.ts';
import { join } from '../support/story/customer.ts';
import { pressHelp } from '../support/story/embed.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { press, seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Ten customers, each with a page of its own that is shown, in one window of one host. */
const count = 10;
const nameOf = (index: number) => `Customer ${index + 1}`;

let relay: TestRelay;
let pages: FixtureServer;
let host: TestBrowser;
let customers: TestBrowser;
let console: Page;
const sites: Page[] = [];
const helps: Page[] = [];

beforeAll(async () => {
  [relay, pages, host, customers] = await Promise.all([
    startRelay({ port: lane().relayPort }),
    startFixtureServer(),
    launchWithExtension('chromium'),
    launchBrowser('chromium', { display: lane().display }),
  ]);
  await signInDirectly(host, relay.url, await relay.addHost({ name: 'Anna Host' }));
  const first = await startSession(host, await host.open(relay.url));
  console = first.console;
  await changeLayout(console, 'multi');
  await comeAs(0, first.number);
});
afterAll(async () => {
  await Promise.all([host.close(), customers.close(), relay.stop(), pages.close()]);
});

/** One customer comes, is let in, and shows the page on which they asked. */
async function comeAs(index: number, number: string): Promise<void> {
  const site = await customers.open(`${pages.url}/embed/index.html?relay=${relay.url}`);
  await pressHelp(site);
  const help = await waitFor('the window of help', async () =>
    (await customers.browser.pages()).find(
      (page) => page.url().startsWith(`${relay.url}/?embed`) && !helps.includes(page),
    ),
  );
  sites.push(site);
  helps.push(help);
  await join(help, number, nameOf(index));
  await waitFor('the knock', async () => (await listed(console))[index]?.state === 'knocks');
  await switchByKey(console, (index + 1) % 10);
  await press(console, 'Admit');
  await seesText(help, 'Anna Host is helping you');
  await press(console, 'Request view');
  await help.bringToFront();
  await press(help, 'Allow');
  await site.bringToFront();
  await waitFor(
    'the page in the mirror',
    async () => (await textInTile(console, nameOf(index), '#visit'))?.startsWith('Visit '),
    20_000,
  );
}

/** MB of the console's own heap after a collection, and of all memory that its process holds. */
async function memory(): Promise<{ heap: number; process: number }> {
  const devtools = await console.createCDPSession();
  await devtools.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = 0 } = await console.metrics();
  await devtools.detach();
  const root = host.browser.process()?.pid ?? 0;
  const held = processTree(root)
    .filter(({ pid }) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process'))
    .map(({ pid }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
  return { heap: JSHeapUsedSize / 2 ** 20, process: held.reduce((sum, kilobytes) => sum + kilobytes, 0) / 2 ** 10 };
}

/** ms from the key until the session's own page is drawn. */
const timeOfSwitch = (index: number): Promise<number> =>
  console.evaluate(async (wanted) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const begin = performance.now();
    const key = { code: `Digit${(wanted + 1) % 10}`, altKey: true, bubbles: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', key));
    for (;;) {
      await nextFrame();
      const tile = document.querySelector('.tile:not([hidden])');
      const player = tile?.querySelector<HTMLIFrameElement>('iframe.player')?.contentDocument;
      const page = player?.querySelector('iframe')?.contentDocument;
      const isThere = tile?.getAttribute('aria-label') === `Customer ${wanted + 1}`;
      if (isThere && page?.querySelector('#visit')) break;
      if (performance.now() - begin > 20_000) throw new Error(`Session ${wanted + 1} was not drawn.`);
    }
    await nextFrame();
    return performance.now() - begin;
  }, index);

const middleOf = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

test('[X3] ten sessions with ten shown pages are in one window, and each shows its own', async () => {
  const one = await memory();
  for (let index = 1; index < count; index += 1) await comeAs(index, await oneMoreSession(host, console));
  expect(await host.extensionPagesNow('console')).toHaveLength(1);
  const rows = await listed(console);
  expect(rows.map(({ name }) => name)).toEqual(Array.from({ length: count }, (_, index) => nameOf(index)));

  await console.bringToFront();
  const anew: number[] = [];
  for (let index = 0; index < count; index += 1) {
    anew.push(await timeOfSwitch(index));
    const visit = await sites[index]?.evaluate(() => document.querySelector('#visit')?.textContent);
    expect(await textInTile(console, nameOf(index), '#visit')).toBe(visit);
  }
  const ten = await memory();
  // The last four looked at are kept as they are.
  const kept: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const index of [8, 9, 7, 6]) kept.push(await timeOfSwitch(index));
  }
  globalThis.console.log(
    `one session: heap ${one.heap.toFixed(1)} MB, process ${one.process.toFixed(0)} MB; ` +
      `ten: heap ${ten.heap.toFixed(1)} MB, process ${ten.process.toFixed(0)} MB; ` +
      `switch to one of the last four ${middleOf(kept).toFixed(0)} ms (worst ${Math.max(...kept).toFixed(0)}), ` +
      `to another ${middleOf(anew).toFixed(0)} ms (worst ${Math.max(...anew).toFixed(0)})`,
  );
});

test('[X4] each of ten customers is heard in the own session only', async () => {
  await switchByKey(console, 1);
  for (const [index, help] of helps.entries()) {
    await help.bringToFront();
    await help.type('.chat-box textarea', `word of customer ${index + 1}`);
    await help.keyboard.press('Enter');
  }
  await console.bringToFront();
  await waitFor('nine unread', async () => (await listed(console)).slice(1).every(({ unread }) => unread === 1));
  for (let index = 0; index < count; index += 1) {
    await switchByKey(console, (index + 1) % 10);
    const said = await waitFor('the chat', () =>
      console.evaluate(() => document.querySelector('.chat-lines')?.textContent || null),
    );
    expect(said.match(/word of customer \d+/g)).toEqual([`word of customer ${index + 1}`]);
  }
  for (const [index, help] of helps.entries()) {
    const said = await help.evaluate(() => document.querySelector('.chat-lines')?.textContent ?? '');
    expect(said.match(/word of customer \d+/g)).toEqual([`word of customer ${index + 1}`]);
  }
});
