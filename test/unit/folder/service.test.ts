import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openNativeRoot } from '../../../manager/folder/native-root.ts';
import { copyFile } from '../../../shared/folder/copy-file.ts';
import { fails, type FolderRoot, type Outcome, type Reading } from '../../../shared/folder/folder-root.ts';
import type { FilePolicy } from '../../../shared/protocol/file-policy.ts';
import { folderLimits } from '../../../shared/protocol/folder-limits.ts';
import { sha256, startHash } from '../../support/folder/hash.ts';
import { makeRealFolder } from '../../support/folder/real-folder.ts';
import { served } from '../../support/folder/served.ts';

let real: Awaited<ReturnType<typeof makeRealFolder>>;
let root: FolderRoot;
beforeEach(async () => {
  real = await makeRealFolder();
  root = await openNativeRoot(real.inside, true);
});
afterEach(async () => {
  root.close();
  await real.remove();
});
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.code);
const bytes = (text: string) => new TextEncoder().encode(text);

test('[FD5] nothing is deleted or replaced before its owner says yes; a no is noted', async () => {
  const { remote, deeds, doubts } = served(root, startHash, () => false);
  expect(code(await remote.remove(['docs']))).toBe('denied');
  expect(code(await remote.create(['a.txt'], 1, true))).toBe('denied');
  expect(code(await remote.create(['a.txt'], 1, false))).toBe('exists');
  expect(doubts.map(({ kind, entry }) => [kind, entry.name])).toEqual([
    ['remove', 'docs'],
    ['replace', 'a.txt'],
  ]);
  expect(deeds.map(({ kind }) => kind)).toEqual(['not-removed', 'not-replaced']);
  expect(code(await remote.stat(['docs', 'b.txt']))).toBe('ok');
});

test('[FD5] a yes is for what its owner was shown: nothing is put in its place meanwhile', async () => {
  const asked = Promise.withResolvers<boolean>();
  const { remote, doubts } = served(root, startHash, () => asked.promise);
  await remote.make(['new']);
  const removed = remote.remove(['a.txt']);
  await vi.waitUntil(() => doubts.length === 1);
  const moved = remote.rename(['a.txt'], 'kept.txt');
  const put = remote.rename(['docs', 'b.txt'], 'c.txt');
  expect(code(await remote.stat(['docs', 'b.txt']))).toBe('ok');
  asked.resolve(true);
  expect([await removed, await moved, await put].map(code)).toEqual(['ok', 'not-found', 'ok']);
});

test('[FD5] what has changed since its owner was asked stays', async () => {
  const { remote } = served(root, startHash, async () => {
    await writeFile(join(real.inside, 'a.txt'), 'something else');
    return true;
  });
  expect(code(await remote.remove(['a.txt']))).toBe('changed');
  expect(code(await remote.stat(['a.txt']))).toBe('ok');
});

test('[FD6] what was not counted the same on both sides is not kept, and not noted', async () => {
  const { remote, deeds } = served(root, startHash);
  const created = await remote.create(['n.txt'], 3, false);
  if (!created.ok) throw new Error(created.code);
  await created.value.write(bytes('abc'));
  expect(code(await created.value.finish(sha256(bytes('abd'))))).toBe('wrong-hash');
  const short = await remote.create(['n.txt'], 4, false);
  if (!short.ok) throw new Error(short.code);
  await short.value.write(bytes('abc'));
  expect(code(await short.value.finish(sha256(bytes('abc'))))).toBe('wrong-hash');
  const long = await remote.create(['n.txt'], 2, false);
  if (!long.ok) throw new Error(long.code);
  expect(code(await long.value.write(bytes('abc')))).toBe('too-large');
  await long.value.drop();
  expect(code(await remote.stat(['n.txt']))).toBe('not-found');
  expect(deeds).toEqual([]);
});

test('each change is noted with its path; a file that was read, with size and hash', async () => {
  const { remote, deeds } = served(root, startHash);
  await remote.make(['new']);
  await remote.rename(['docs', 'b.txt'], 'c.txt');
  await remote.remove(['docs', 'c.txt']);
  const opened = await remote.open(['a.txt']);
  if (!opened.ok) throw new Error(opened.code);
  await opened.value.read(0, 100);
  await opened.value.finish(sha256(bytes('alpha')));
  expect(deeds.map(({ kind, path, to, size }) => [kind, path, to, size])).toEqual([
    ['made', 'new', null, null],
    ['renamed', 'docs/b.txt', 'c.txt', 4],
    ['removed', 'docs/c.txt', null, 4],
    ['downloaded', 'a.txt', null, 5],
  ]);
  expect(deeds.at(-1)?.sha256).toBe(sha256(bytes('alpha')));
});

describe('[FD9] the site’s rules for files', () => {
  const mebibyte = 2 ** 20;
  const policy: FilePolicy = { from: 'all', mostMebibytes: 1, dangerous: 'refuse', onlyEndings: ['txt', 'exe'] };
  const under = (change: Partial<FilePolicy> = {}) => served(root, startHash, () => true, { ...policy, ...change });
  const put = async (name: string, content: Uint8Array<ArrayBuffer>, remote = under().remote) => {
    const created = await remote.create([name], content.length, false);
    if (!created.ok) return created.code;
    for (const byte of content.subarray(0, 20)) {
      const written = await created.value.write(new Uint8Array([byte]));
      if (!written.ok) return (await created.value.drop(), written.code);
    }
    return code(await created.value.finish(sha256(content)));
  };

  test('hold for what the host sends: its type, its size, and what it is whatever its name says', async () => {
    expect(await put('n.txt', bytes('hello'))).toBe('ok');
    expect(await put('n.pdf', bytes('hello'))).toBe('against-rules');
    expect(await put('n.exe', bytes('hello'))).toBe('against-rules');
    expect(await put('large.txt', new Uint8Array(mebibyte + 1))).toBe('against-rules');
    expect(await put('program.txt', bytes('#!/bin/sh'))).toBe('against-rules');
    expect(await put('n2.txt', bytes('hello'), under({ from: 'nobody' }).remote)).toBe('against-rules');
    expect(await put('n2.txt', bytes('hello'), under({ from: 'hosts' }).remote)).toBe('ok');
  });

  test('hold for what the host fetches, of which nothing is read', async () => {
    await writeFile(join(real.inside, 'large.txt'), new Uint8Array(mebibyte + 1));
    await writeFile(join(real.inside, 'paper.pdf'), 'paper');
    await writeFile(join(real.inside, 'program.txt'), '#!/bin/sh');
    const { remote, deeds } = under();
    expect(code(await remote.open(['a.txt']))).toBe('ok');
    expect(code(await remote.open(['large.txt']))).toBe('against-rules');
    expect(code(await remote.open(['paper.pdf']))).toBe('against-rules');
    const opened = await remote.open(['program.txt']);
    if (!opened.ok) throw new Error(opened.code);
    // A piece too short to know it by is refused no later than the next.
    expect(code(await opened.value.read(0, 2))).toBe('against-rules');
    await opened.value.drop();
    expect(code(await under({ from: 'hosts' }).remote.open(['a.txt']))).toBe('against-rules');
    expect(deeds).toEqual([]);
  });

  test('hold for another ending, which is another type; not for another name', async () => {
    const { remote, deeds } = under();
    expect(code(await remote.rename(['a.txt'], 'a.exe'))).toBe('against-rules');
    expect(code(await remote.rename(['a.txt'], 'b.txt'))).toBe('ok');
    expect(code(await remote.rename(['docs'], 'docs.exe'))).toBe('ok');
    expect(deeds.map(({ to }) => to)).toEqual(['b.txt', 'docs.exe']);
  });
});

test('[FD6] a file of which bytes were read is noted, however its reading ends', async () => {
  const { remote, service, deeds } = served(root, startHash);
  const open = async (length: number) => {
    const opened = await remote.open(['a.txt']);
    if (!opened.ok) throw new Error(opened.code);
    if (length > 0) await opened.value.read(0, length);
    return opened.value;
  };
  await (await open(0)).drop();
  await (await open(2)).drop();
  expect(code(await (await open(5)).finish(sha256(bytes('other'))))).toBe('wrong-hash');
  await open(3);
  await service.close();
  expect(deeds.map(({ kind, path, size, sha256: hash }) => [kind, path, size, hash])).toEqual([
    ['read-in-part', 'a.txt', 2, null],
    ['read-in-part', 'a.txt', 5, null],
    ['read-in-part', 'a.txt', 3, null],
  ]);
});

test('[FD7] files that are open are limited, and all are let go at the end', async () => {
  const { remote, service } = served(root, startHash);
  const opened = await Promise.all(Array.from({ length: folderLimits.filesOpen + 1 }, () => remote.open(['a.txt'])));
  expect(opened.map(code).filter((one) => one !== 'ok')).toEqual(['too-many']);
  await service.close();
  const first = opened[0];
  if (!first?.ok) throw new Error('not opened');
  expect(code(await first.value.read(0, 1))).toBe('closed');
});

test('[FD1] a file whose opening is under way when all are let go is let go, too', async () => {
  const begun = Promise.withResolvers<void>();
  const slow: FolderRoot = { ...root, open: async (path) => (await begun.promise, root.open(path)) };
  const { remote, service } = served(slow, startHash);
  const opened = remote.open(['a.txt']);
  await service.close();
  begun.resolve();
  expect(code(await opened)).toBe('closed');
});

test('[FD7] who asks too much at once is refused, not queued', async () => {
  const { remote } = served(root, startHash);
  const all = await Promise.all(Array.from({ length: folderLimits.waiting + 10 }, () => remote.list([], 0)));
  expect(all.map(code).filter((one) => one === 'too-many')).toHaveLength(10);
});

test('a file that changes while it is copied is not taken for whole, and the copy is not kept', async () => {
  const reading: Reading = {
    size: folderLimits.partBytes * 3,
    modified: null,
    read: (offset, length) =>
      Promise.resolve(offset === 0 ? { ok: true, value: new Uint8Array(length) } : fails('changed')),
    finish: () => Promise.resolve({ ok: true, value: null }),
    drop: () => Promise.resolve(),
  };
  const to = await root.create(['copy.bin'], reading.size, false);
  if (!to.ok) throw new Error(to.code);
  const { signal } = new AbortController();
  const copied = await copyFile({ from: reading, to: to.value, startHash, signal, onBytes: () => undefined });
  expect(code(copied)).toBe('changed');
  expect(code(await root.stat(['copy.bin']))).toBe('not-found');
});

test('a copy that is called off leaves nothing', async () => {
  const from = await root.open(['a.txt']);
  const to = await root.create(['copy.txt'], 5, false);
  if (!from.ok || !to.ok) throw new Error('not opened');
  const copied = await copyFile({
    from: from.value,
    to: to.value,
    startHash,
    signal: AbortSignal.abort(),
    onBytes: () => undefined,
  });
  expect(code(copied)).toBe('closed');
  expect(code(await root.stat(['copy.txt']))).toBe('not-found');
});
