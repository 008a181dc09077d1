import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lane } from '../support/lane.ts';
import { watchMemory } from '../support/own-memory.ts';
import { startRelay, type TestRelay } from '../support/relay.ts';
import { joinWithExtension } from '../support/story/customer.ts';
import { bytesOf, giveFiles, phaseOf, row, writeSparseFile, writeTestFile } from '../support/story/files.ts';
import { storedFacts } from '../support/story/facts.ts';
import { signInDirectly, startSession } from '../support/story/host.ts';
import { launchWithExtension } from '../support/story/launch.ts';
import { press, pressIn, seesText } from '../support/story/press.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitFor } from '../support/wait-for.ts';

const gibibyte = 2 ** 30;
/** Of what a browser, or the relay, may keep more while a file goes through it. */
const flatMebibytes = 256;
const stepMs = 300_000;

let relay: TestRelay;
let browsers: TestBrowser[];
let folder: string;
let anna: Page;
let jan: Page;

/** A session of two browsers; `bytes` of disk are needed. */
async function begin(env: Record<string, string>, bytes: number): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'beside-files-'));
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes) throw new Error(`This test needs ${bytes / gibibyte} GiB of disk.`);
  [relay, ...browsers] = await Promise.all([
    startRelay({ port: lane().relayPort, env }),
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
}
async function end(): Promise<void> {
  await Promise.all(browsers.map((browser) => browser.close()));
  await relay.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Jan publishes it and Anna presses Download; gives how to end the watch of all three, and tell what it was. */
async function download(path: string, name: string): Promise<(what: string) => number[]> {
  await giveFiles(jan, [path]);
  await waitFor('the file', async () => (await phaseOf(anna, name)) === 'none');
  const pids = browsers.map((browser) => () => browser.browser.process()?.pid ?? 0);
  const watch = watchMemory([...pids, () => relay.pid]);
  const startedAt = performance.now();
  await pressIn(anna, row(name), 'Download');
  return (what) => {
    const seconds = (performance.now() - startedAt) / 1_000;
    const growth = watch.growth();
    process.stdout.write(
      `${what}: ${seconds.toFixed(0)} s; more memory at most, receiver, sender, relay: ` +
        `${growth.map((one) => `${one.toFixed(0)} MiB`).join(', ')}\n`,
    );
    return growth;
  };
}
const reaches = (name: string, part: number) =>
  waitFor(`${Math.round(part)} bytes`, async () => ((await bytesOf(anna, name)) ?? 0) >= part, stepMs);
const isDone = (name: string) => waitFor('the whole', async () => (await phaseOf(anna, name)) === 'done', stepMs);
const isNoted = (sha256: string) =>
  waitFor('the fact', () => storedFacts(relay.data).some((fact) => fact.includes(sha256)));

describe('through the relay alone', () => {
  const disconnects = 20;
  const name = 'Backup.dat';
  beforeAll(() => begin({ BESIDE_PEER_TO_PEER: 'off' }, 4 * gibibyte));
  afterAll(end);

  test('[J6] a gibibyte goes through a relay that is killed twenty times, is the same, and nobody keeps it in memory', async () => {
    const path = join(folder, name);
    const sha256 = await writeTestFile(path, gibibyte);
    const told = await download(path, name);
    for (let at = 1; at <= disconnects; at += 1) {
      await reaches(name, (gibibyte * at) / (disconnects + 1));
      expect(await phaseOf(anna, name)).not.toBe('done');
      await relay.end('SIGKILL');
      await relay.restart();
    }
    await isDone(name);
    const growth = told(`1 GiB, ${disconnects} disconnects`);
    await isNoted(sha256);
    expect(growth.map((one) => one < flatMebibytes)).toEqual([true, true, true]);
  });
});

describe('peer to peer', () => {
  const bytes = 4 * gibibyte + 3;
  const name = 'Disk.dat';
  // What was fetched, and its copy among the downloads; what is published is mostly holes.
  beforeAll(() => begin({}, 10 * gibibyte));
  afterAll(end);

  test('[J6] a file beyond what 32 bits count is the same, and nobody keeps it in memory', async () => {
    await waitFor('the direct path', async () => (await anna.$('[data-path="direct"]')) !== null, 30_000);
    const path = join(folder, name);
    const sha256 = await writeSparseFile(path, bytes);
    const told = await download(path, name);
    for (let part = gibibyte / 2; part < bytes; part += gibibyte / 2) await reaches(name, part);
    await isDone(name);
    const growth = told('4 GiB');
    await isNoted(sha256);
    expect(growth.map((one) => one < flatMebibytes)).toEqual([true, true, true]);
  });
});
