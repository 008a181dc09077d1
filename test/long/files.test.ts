import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { watchMemory } from '../support/own-memory.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { joinWithExtension } from '../support/story/customer.ts';
import { bytesOf, giveFiles, phaseOf, row, writeTestFile } from '../support/story/files.ts';
import { storedFacts } from '../support/story/facts.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { press, pressIn, seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

const bytes = 2 ** 30;
const disconnects = 20;
const name = 'Backup.dat';
/** Of what a browser may keep more while a gibibyte goes through it. */
const flatMebibytes = 256;
const stepMs = 300_000;

let relay: TestRelay;
let browsers: TestBrowser[];
let folder: string;
let anna: Page;
let jan: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beside-files-'));
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < 4 * bytes) throw new Error('This test needs 4 GiB of disk.');
  [relay, ...browsers] = await Promise.all([
    startRelay({ port: lane().relayPort, env: { BESIDE_PEER_TO_PEER: 'off' } }),
    launchWithExtension('chromium'),
    launchWithExtension('firefox'),
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
  rmSync(folder, { recursive: true, force: true });
});

test('[J6] a gibibyte goes through a relay that is killed twenty times, is the same, and nobody keeps it in memory', async () => {
  const path = join(folder, name);
  const sha256 = await writeTestFile(path, bytes);
  await giveFiles(jan, [path]);
  await waitFor('the file', async () => (await phaseOf(anna, name)) === 'none');
  const pids = browsers.map((browser) => () => browser.browser.process()?.pid ?? 0);
  const watch = watchMemory([...pids, () => relay.pid]);
  const startedAt = performance.now();
  await pressIn(anna, row(name), 'Download');
  const reaches = (part: number) =>
    waitFor(`${Math.round(part)} bytes`, async () => ((await bytesOf(anna, name)) ?? 0) >= part, stepMs);
  for (let at = 1; at <= disconnects; at += 1) {
    await reaches((bytes * at) / (disconnects + 1));
    expect(await phaseOf(anna, name)).not.toBe('done');
    await relay.end('SIGKILL');
    await relay.restart();
  }
  await waitFor('the whole', async () => (await phaseOf(anna, name)) === 'done', stepMs);
  const seconds = (performance.now() - startedAt) / 1_000;
  const growth = watch.growth();
  process.stdout.write(
    `1 GiB, ${disconnects} disconnects: ${seconds.toFixed(0)} s; more memory at most, receiver, sender, relay: ` +
      `${growth.map((one) => `${one.toFixed(0)} MiB`).join(', ')}\n`,
  );
  await waitFor('the fact', () => storedFacts(relay.data).some((fact) => fact.includes(sha256)));
  expect(growth.map((one) => one < flatMebibytes)).toEqual([true, true, true]);
});
