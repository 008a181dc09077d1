import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mayOpen } from '../../../manager/folder/allowed-root.ts';
import { openManagerRoot } from '../../../shared/browser/folder/manager-root.ts';
import { openManager } from '../../../shared/browser/manager/manager-client.ts';
import { copyFile } from '../../../shared/folder/copy-file.ts';
import type { FolderQuestion } from '../../../shared/protocol/folder.ts';
import type { ManagerCommand } from '../../../shared/protocol/manager.ts';
import { sha256, startHash } from '../../support/folder/hash.ts';
import { makeRealFolder } from '../../support/folder/real-folder.ts';
import { grant, hello, type ManagerProcess, startManager } from '../../support/manager/manager-process.ts';

let real: Awaited<ReturnType<typeof makeRealFolder>>;
let manager: ManagerProcess;
beforeEach(async () => {
  real = await makeRealFolder();
  await mkdir(join(real.base, 'Documents'));
  manager = startManager({ env: { HOME: real.base } });
});
afterEach(async () => {
  manager.kill();
  await real.remove();
});

/** The extension's own client, over this program's pipes. */
async function client() {
  let next = 0;
  const opened = await openManager({
    open: () => ({
      post: (command: ManagerCommand) => manager.send(command),
      onMessage(handler) {
        const timer = setInterval(() => {
          for (const fact of manager.facts.slice(next)) handler(fact);
          next = manager.facts.length;
        }, 2);
        manager.child.once('exit', () => clearInterval(timer));
      },
      onClose: (handler) => void manager.child.once('exit', handler),
      close: () => manager.kill(),
    }),
    onClosed: () => undefined,
  });
  if (!opened.ok) throw new Error(opened.code);
  return opened.client;
}

test('[FD8] the person’s usual folders are named, and one is opened; no wide one, and none of the system', async () => {
  await manager.ask(hello);
  expect(await manager.ask({ type: 'manager.folder-places' })).toMatchObject({
    places: [{ kind: 'documents', path: join(real.base, 'Documents') }],
  });
  const open = (path: string) => manager.ask({ type: 'manager.folder-open', grant, path, canWrite: true });
  for (const path of ['/', '/etc', '/proc/self', real.base, join(real.base, '..'), '~/']) {
    expect(await open(path), path).toMatchObject({ type: 'manager.folder-refused', code: 'not-allowed' });
  }
  for (const path of ['', 'inside', join(real.base, 'nowhere'), join(real.inside, 'a.txt')]) {
    expect(await open(path), path).toMatchObject({ type: 'manager.folder-refused', code: 'not-found' });
  }
  expect(await open('~/inside')).toMatchObject({ type: 'manager.folder-opened', name: 'inside' });
});

test.each([
  ['C:\\', 'windows', false],
  ['C:\\Windows\\System32', 'windows', false],
  ['C:\\Users\\eva', 'windows', false],
  ['C:\\Users\\eva\\AppData\\Local', 'windows', false],
  ['\\\\server\\share\\x', 'windows', false],
  ['C:\\Users\\eva\\Documents', 'windows', true],
  ['D:\\photos', 'windows', true],
  ['/Users/eva/Library/Keychains', 'macos', false],
  ['/System/Volumes', 'macos', false],
  ['/Users/eva/Desktop', 'macos', true],
  ['/home/eva/.ssh', 'linux', false],
  ['/home', 'linux', false],
  ['/run/user/1000', 'linux', false],
  ['/run/media/eva/stick', 'linux', true],
  ['/home/eva/Documents', 'linux', true],
] as const)('[FD8] %s on %s: %s', (path, system, may) => {
  const home = { windows: 'C:\\Users\\eva', macos: '/Users/eva', linux: '/home/eva' }[system];
  expect(mayOpen(path, home, system)).toBe(may);
});

test('[FD8] nothing is asked of a folder under another grant, after its end, or before the greeting', async () => {
  await manager.ask(hello);
  await manager.ask({ type: 'manager.folder-open', grant, path: real.inside, canWrite: false });
  const list = (under: string) =>
    manager.ask({ type: 'manager.folder-ask', grant: under, ask: { type: 'folder.list', id: 1, path: [], from: 0 } });
  expect(await list(grant)).toMatchObject({ answer: { type: 'folder.listed' } });
  expect(await list('grant-grant-grant-othe')).toMatchObject({ answer: { code: 'not-granted' } });
  manager.send({ type: 'manager.folder-close', grant });
  expect(await list(grant)).toMatchObject({ answer: { code: 'not-granted' } });

  const early = startManager({});
  early.send({ type: 'manager.folder-places', id: 1 });
  expect((await early.fact('manager.unfit')).code).toBe('message.invalid');
  await early.ended();
});

test('[FD6] files go both ways through the program with equal hashes; a half-written one goes with the port', async () => {
  const opened = await openManagerRoot(await client(), { grant, path: real.inside, canWrite: true });
  if (!opened.ok) throw new Error(opened.code);
  const { root } = opened;
  const bytes = crypto.getRandomValues(new Uint8Array(60_000));
  const big = Buffer.concat(Array.from({ length: 30 }, () => bytes));
  await writeFile(join(real.inside, 'big.bin'), big);
  const [from, to] = [await root.open(['big.bin']), await root.create(['docs', 'copy.bin'], big.length, false)];
  if (!from.ok || !to.ok) throw new Error('not opened');
  const { signal } = new AbortController();
  const copied = await copyFile({ from: from.value, to: to.value, startHash, signal, onBytes: () => undefined });
  expect(copied).toEqual({ ok: true, value: { sha256: sha256(big) } });
  expect((await root.stat(['docs', 'copy.bin'])).ok).toBe(true);

  const half = await root.create(['half.bin'], 10, false);
  if (!half.ok) throw new Error(half.code);
  await half.value.write(new Uint8Array(5));
  manager.child.stdin?.end();
  await manager.ended();
  expect((await readdir(real.inside)).filter((name) => name.startsWith('.beside') || name === 'half.bin')).toEqual([]);
});

test('[FD7] however long the paths are that a search finds, the answer fits into a message', async () => {
  await manager.ask(hello);
  await manager.ask({ type: 'manager.folder-open', grant, path: real.inside, canWrite: false });
  const deep = join(real.inside, ...Array.from({ length: 14 }, () => 'd'.repeat(240)));
  await mkdir(deep, { recursive: true });
  await Promise.all(Array.from({ length: 350 }, (_, at) => writeFile(join(deep, `found ${at}`.padEnd(200, '"')), '')));
  const ask: FolderQuestion = { type: 'folder.search', id: 1, path: [], text: 'found' };
  const told = await manager.ask({ type: 'manager.folder-ask', grant, ask });
  expect(told).toMatchObject({ answer: { type: 'folder.found', isWhole: false } });
  expect(await manager.ask({ type: 'manager.folder-places' })).toMatchObject({ type: 'manager.folder-placed' });
});
