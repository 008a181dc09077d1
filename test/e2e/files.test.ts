import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { lane } from '../support/lane.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { screenshot } from '../support/screenshot.ts';
import { joinWithExtension } from '../support/story/customer.ts';
import { storedFacts } from '../support/story/facts.ts';
import {
  bytesOf,
  giveAgain,
  giveFiles,
  isSaved,
  pauseBeyond,
  phaseOf,
  resumeAndReload,
  row,
  writeTestFile,
} from '../support/story/files.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { pairsOf } from '../support/story/pairs.ts';
import { press, pressIn, seesText } from '../support/story/press.ts';
import { reload } from '../support/story/reload.ts';
import type { BrowserKind, TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

/** Set to look at the pictures; none are kept otherwise. */
const pictures = process.env['BESIDE_TEST_PICTURES'];
const mebibyte = 2 ** 20;
/** Long enough to be interrupted. */
const largeBytes = 24 * mebibyte + 17;

const pairs: { host: BrowserKind; customer: BrowserKind; path: 'direct' | 'relay' }[] = [
  { host: 'chromium', customer: 'firefox', path: 'relay' },
  { host: 'firefox', customer: 'chromium', path: 'direct' },
];

describe.each(pairsOf('chromium', pairs))('$host host, $customer customer, $path path', (pair) => {
  const homes = {
    host: mkdtempSync(join(tmpdir(), 'beside-home-')),
    customer: mkdtempSync(join(tmpdir(), 'beside-home-')),
  };
  const out = mkdtempSync(join(tmpdir(), 'beside-files-'));
  let relay: TestRelay;
  let browsers: TestBrowser[];
  let anna: Page;
  let jan: Page;

  beforeAll(async () => {
    const env = { BESIDE_PEER_TO_PEER: pair.path === 'direct' ? 'on' : 'off' };
    [relay, ...browsers] = await Promise.all([
      startRelay({ port: lane().relayPort, env }),
      launchWithExtension(pair.host, { home: homes.host }),
      launchWithExtension(pair.customer, { home: homes.customer }),
    ]);
    const [annas, jans] = browsers as [TestBrowser, TestBrowser];
    await signInDirectly(annas, relay.url, await relay.addHost({ name: 'Anna Host' }));
    const desk = await startSession(annas, await annas.open(relay.url));
    anna = desk.console;
    jan = await joinWithExtension(jans, relay.url, desk.number, 'Jan Novák');
    await press(anna, 'Admit');
    await seesText(jan, 'Anna Host is helping you');
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await relay.stop();
    for (const folder of [out, homes.host, homes.customer]) rmSync(folder, { recursive: true, force: true });
  });

  const make = async (name: string, bytes: number, seed = bytes) => {
    const path = join(out, name);
    return { path, sha256: await writeTestFile(path, bytes, seed) };
  };
  const keep = async (page: Page, name: string) => {
    // Only Chromium can be told which colours the system wants.
    const isChromium = (page === anna ? pair.host : pair.customer) === 'chromium';
    for (const value of pictures ? ['dark', 'light'] : []) {
      if (isChromium) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      await page.$eval('.files', (files) => files.scrollIntoView({ block: 'center' }));
      await screenshot(page, pictures ?? '', `${name}-${value}`);
    }
  };
  const isUnderWay = (page: Page, name: string) =>
    waitFor(`${name} under way`, async () => ((await bytesOf(page, name)) ?? 0) > 2 * mebibyte);
  const isDone = (page: Page, name: string) =>
    waitFor(`${name} whole`, async () => (await phaseOf(page, name)) === 'done', 90_000);

  test('[J1] [J2] the host publishes two files, the customer downloads them, and they are the same', async () => {
    const notes = await make('Notes.txt', 3);
    const large = await make('Manual.pdf', 3 * mebibyte + 1);
    await giveFiles(anna, [notes.path, large.path]);
    await seesText(jan, '2 new');
    await keep(jan, 'files-customer-new');
    await pressIn(jan, row('Manual.pdf'), 'Download');
    await pressIn(jan, row('Notes.txt'), 'Download');
    await isSaved(homes.customer, { name: 'Manual.pdf', sha256: large.sha256 });
    await isSaved(homes.customer, { name: 'Notes.txt', sha256: notes.sha256 });
    await seesText(anna, 'Jan Novák has it');
    await isDone(jan, 'Manual.pdf');
    for (const page of [anna, jan]) expect(await axeFaults(page)).toEqual([]);
    await keep(anna, 'files-console-had');
    await keep(jan, 'files-customer-done');
    expect(storedFacts(relay.data).filter((fact) => fact.includes(large.sha256))).toHaveLength(1);
  });

  test('[J3] [J4] a program is called one, under a name that hides nothing, and asked about first', async () => {
    const { path, sha256 } = await make('setup \u202efdp.exe', 100);
    await giveFiles(jan, [path]);
    await seesText(anna, 'setup fdp.exe');
    await seesText(anna, 'Program or script');
    await pressIn(anna, row('setup fdp.exe'), 'Download');
    await seesText(anna, 'Do you expect this program?');
    expect(await phaseOf(anna, 'setup fdp.exe')).toBe('none');
    await press(anna, 'Download');
    await isSaved(homes.host, { name: 'setup fdp.exe', sha256 });
  });

  test('[J6] over a killed relay, a reload of who downloads, and a pause, it goes on from what is there', async () => {
    const { path, sha256 } = await make('Trace.dat', largeBytes);
    await giveFiles(jan, [path]);
    // From peer to peer it may be whole before the relay is back.
    await pauseBeyond(anna, 'Trace.dat', 8 * mebibyte);
    await pressIn(anna, row('Trace.dat'), 'Download');
    await isUnderWay(anna, 'Trace.dat');
    await relay.end('SIGKILL');
    await keep(anna, 'files-console-away');
    await relay.restart();
    await seesText(anna, 'Paused.', 30_000);
    await resumeAndReload(anna, 'Trace.dat');
    await waitFor('the kept part', async () => {
      const bytes = await bytesOf(anna, 'Trace.dat');
      return (bytes ?? 0) > 8 * mebibyte || (await phaseOf(anna, 'Trace.dat')) === 'done';
    });
    await isDone(anna, 'Trace.dat');
    await isSaved(homes.host, { name: 'Trace.dat', sha256 });
  });

  test('[J8] when its owner reloads, the same file is chosen again, another is refused, and it goes on', async () => {
    const { path, sha256 } = await make('Disk.zip', largeBytes);
    const other = await make('Other.zip', largeBytes, 7);
    await giveFiles(jan, [path]);
    await pressIn(anna, row('Disk.zip'), 'Download');
    await isUnderWay(anna, 'Disk.zip');
    await pressIn(anna, row('Disk.zip'), 'Pause');
    await seesText(anna, 'Paused.');
    const there = (await bytesOf(anna, 'Disk.zip')) ?? 0;
    await reload(jan);
    await seesText(jan, 'Choose the same file again');
    await keep(jan, 'files-customer-lost');
    await pressIn(anna, row('Disk.zip'), 'Resume');
    await seesText(anna, 'Jan Novák must choose the file again');
    await keep(anna, 'files-console-choose-again');
    await giveAgain(jan, 'Disk.zip', other.path);
    await seesText(jan, 'That is another file', 60_000);
    await giveAgain(jan, 'Disk.zip', path);
    await isDone(anna, 'Disk.zip');
    expect(there).toBeGreaterThan(0);
    await isSaved(homes.host, { name: 'Disk.zip', sha256 });
  });

  test('[J1] a withdrawn file is gone for the others, and the receipt says what went', async () => {
    await pressIn(jan, row('Trace.dat'), 'Withdraw');
    await waitFor('the withdrawn file to be gone', async () => (await anna.$(row('Trace.dat'))) === null);
    await press(jan, 'End session');
    await jan.waitForSelector('dialog[open]');
    await press(jan, 'End session');
    await seesText(jan, 'Manual.pdf (3.1 MB) from Anna Host, downloaded');
    await keep(anna, 'files-console-over');
  });
});
