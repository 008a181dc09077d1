import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHandleRoot } from '../../../shared/browser/folder/handle-root.ts';
import { createListRoot } from '../../../shared/browser/folder/list-root.ts';
import { createHasher } from '../../../shared/browser/hash/create-hasher.ts';
import type { FolderRoot, Outcome } from '../../../shared/folder/folder-root.ts';
import { planCopy } from '../../../shared/folder/plan-copy.ts';
import { type ConflictAnswer, runCopy } from '../../../shared/folder/run-copy.ts';
import { listWhole } from '../../../shared/folder/walk.ts';
import { served } from '../../support/folder/served.ts';

// The browser's own file system has the same handles as a folder of the disk that was picked.

const life = new AbortController();
const { start: startHash } = createHasher(life.signal);
afterAll(() => life.abort());

let top: FileSystemDirectoryHandle;
let picked: FileSystemDirectoryHandle;
beforeEach(async () => {
  const opfs = await navigator.storage.getDirectory();
  top = await opfs.getDirectoryHandle(`folder-${crypto.randomUUID()}`, { create: true });
  picked = await top.getDirectoryHandle('picked', { create: true });
  await put(top, 'secret.txt', 'a secret');
  await put(picked, 'a.txt', 'alpha');
  await put(picked, '.hidden', 'hidden');
  const docs = await picked.getDirectoryHandle('docs', { create: true });
  await put(docs, 'b.txt', 'beta');
});
afterEach(async () => (await navigator.storage.getDirectory()).removeEntry(top.name, { recursive: true }));

async function put(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write(text);
  await stream.close();
}
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.code);
async function write(root: FolderRoot, path: string[], text: string, replace = false): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const created = await root.create(path, bytes.length, replace);
  if (!created.ok) return created.code;
  await created.value.write(bytes);
  const hash = startHash();
  await hash.update(bytes);
  return code(await created.value.finish(await hash.hex()));
}
async function read(root: FolderRoot, path: string[]): Promise<string> {
  const opened = await root.open(path);
  if (!opened.ok) return opened.code;
  const part = await opened.value.read(0, 1_000);
  await opened.value.drop();
  return part.ok ? new TextDecoder().decode(part.value) : part.code;
}
async function namesIn(root: FolderRoot, path: string[] = []): Promise<string[]> {
  const listed = await listWhole(root, path);
  return listed.ok ? listed.value.entries.map(({ name }) => name) : [listed.code];
}

describe.each([
  ['itself', (root: FolderRoot) => root],
  ['over the wire', (root: FolderRoot) => served(root, startHash).remote],
])('a folder of the browser’s, %s', (_how, as) => {
  test('lists with size and time, and counts what is hidden', async () => {
    const listed = await as(createHandleRoot(picked, true)).list([], 0);
    expect(listed).toMatchObject({ ok: true, value: { next: null, left: 1 } });
    const entries = listed.ok ? listed.value.entries : [];
    expect(entries.map(({ name, kind, size }) => [name, kind, size])).toEqual([
      ['a.txt', 'file', 5],
      ['docs', 'folder', null],
    ]);
    expect(entries[0]?.modified).toBeGreaterThan(Date.now() - 60_000);
  });

  test('makes, writes, renames and removes; takes nothing’s place unasked', async () => {
    const root = as(createHandleRoot(picked, true));
    expect(code(await root.make(['new']))).toBe('ok');
    expect(code(await root.make(['new']))).toBe('exists');
    expect(await write(root, ['new', 'c.txt'], 'gamma')).toBe('ok');
    expect(await write(root, ['new', 'c.txt'], 'delta')).toBe('exists');
    expect(await write(root, ['new', 'c.txt'], 'delta', true)).toBe('ok');
    expect(await write(root, ['new'], 'x', true)).toBe('wrong-kind');
    expect(code(await root.rename(['new', 'c.txt'], 'd.txt'))).toBe('ok');
    expect(code(await root.rename(['new'], 'docs'))).toBe('exists');
    expect(code(await root.rename(['new'], 'newer'))).toBe('ok');
    expect(await read(root, ['newer', 'd.txt'])).toBe('delta');
    expect(code(await root.remove(['newer']))).toBe('ok');
    expect(await namesIn(root)).toEqual(['a.txt', 'docs']);
    expect(code(await root.stat(['gone.txt']))).toBe('not-found');
  });

  test('what is called off leaves what was there', async () => {
    const root = as(createHandleRoot(picked, true));
    for (const [name, replace] of [
      ['a.txt', true],
      ['z.txt', false],
    ] as const) {
      const created = await root.create([name], 3, replace);
      if (!created.ok) throw new Error(created.code);
      await created.value.write(new Uint8Array(3));
      await created.value.drop();
    }
    expect(await namesIn(root)).toEqual(['a.txt', 'docs']);
    expect(await read(root, ['a.txt'])).toBe('alpha');
  });

  test('a folder to look at is not changed', async () => {
    const root = as(createHandleRoot(picked, false));
    expect(await write(root, ['x.txt'], 'x')).toBe('read-only');
    for (const act of [root.make(['x']), root.rename(['a.txt'], 'x'), root.remove(['a.txt'])]) {
      expect(code(await act)).toBe('read-only');
    }
  });

  test('[FD4] no series of operations leaves it', async () => {
    const name = fc.constantFrom('a.txt', 'docs', 'b.txt', '..', '.', '../secret.txt', 'secret.txt', '', 'x', 'x/y');
    const path = fc.array(name, { maxLength: 4 });
    const step = fc.record({ act: fc.constantFrom('read', 'write', 'make', 'rename', 'remove'), path, name });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const root = as(createHandleRoot(picked, true));
        for (const one of steps) {
          if (one.act === 'read') expect(await read(root, one.path)).not.toBe('a secret');
          else if (one.act === 'write') await write(root, one.path, 'evil', true);
          else if (one.act === 'make') await root.make(one.path);
          else if (one.act === 'rename') await root.rename(one.path, one.name);
          else await root.remove(one.path);
        }
        const around = [];
        for await (const key of top.keys()) around.push(key);
        expect(around.toSorted()).toEqual(['picked', 'secret.txt']);
      }),
      { numRuns: 60 },
    );
  });
});

test('a list of more entries than a page comes whole, a page at a time', async () => {
  const files = Array.from({ length: 2_300 }, (_, at) => {
    const file = new File(['x'], `file ${at}.txt`);
    Object.defineProperty(file, 'webkitRelativePath', { value: `many/in/${file.name}` });
    return file;
  });
  const root = createListRoot(files);
  if (!root.ok) throw new Error(root.code);
  const { remote } = served(root.value, startHash);
  const first = await remote.list(['in'], 0);
  expect(first).toMatchObject({ ok: true, value: { next: 1_000 } });
  expect(new Set(await namesIn(remote, ['in'])).size).toBe(2_300);
  expect(await write(root.value, ['x'], 'x')).toBe('read-only');
  expect([root.value.name, root.value.canWrite]).toEqual(['many', false]);
});

describe('copying', () => {
  async function copy(from: FolderRoot, to: FolderRoot, answers: ConflictAnswer[] = []) {
    const { signal } = new AbortController();
    const listed = await listWhole(from, []);
    if (!listed.ok) throw new Error(listed.code);
    const plan = await planCopy(from, [], listed.value.entries, signal);
    if (!plan.ok) throw new Error(plan.code);
    let last = 0;
    const copied = await runCopy({
      from,
      to,
      into: [],
      plan: plan.value,
      startHash,
      signal,
      onConflict: () => Promise.resolve(answers.shift() ?? null),
      onProgress: ({ bytes }) => (last = bytes),
    });
    return { copied, plan: plan.value, bytes: last };
  }

  test('[FD6] a whole folder arrives with equal bytes, and each file is noted with its size and hash', async () => {
    const big = crypto.getRandomValues(new Uint8Array(60_000));
    await put(await picked.getDirectoryHandle('docs'), 'big.bin', 'x');
    const stream = await (await (await picked.getDirectoryHandle('docs')).getFileHandle('big.bin')).createWritable();
    for (let at = 0; at < 40; at += 1) await stream.write(big);
    await stream.close();
    const target = await top.getDirectoryHandle('target', { create: true });
    const there = served(createHandleRoot(picked, false), startHash);
    const { copied, plan, bytes } = await copy(there.remote, createHandleRoot(target, true));
    expect(copied).toEqual({ ok: true, value: { files: 3, skipped: 0, failed: [] } });
    expect([plan.files, plan.bytes, bytes]).toEqual([3, 2_400_009, 2_400_009]);
    const file = await (await (await target.getDirectoryHandle('docs')).getFileHandle('big.bin')).getFile();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    expect(there.deeds.find(({ path }) => path === 'docs/big.bin')).toEqual({
      kind: 'downloaded',
      path: 'docs/big.bin',
      size: 2_400_000,
      sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
      to: null,
    });
    await top.removeEntry('target', { recursive: true });
  });

  test('[FD5] what is there is replaced only after both were asked, kept beside, or left out', async () => {
    const source = await top.getDirectoryHandle('source', { create: true });
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) {
      await put(source, name, 'new');
      await put(picked, name, 'old');
    }
    const there = served(createHandleRoot(picked, true), startHash, ({ path }) => path[0] !== 'd.txt');
    const answers: ConflictAnswer[] = ['replace', 'keep-both', 'skip', 'replace'];
    const { copied } = await copy(createHandleRoot(source, false), there.remote, answers);
    expect(copied).toEqual({ ok: true, value: { files: 2, skipped: 2, failed: [] } });
    const texts = await Promise.all(
      ['a.txt', 'b.txt', 'b (2).txt', 'c.txt', 'd.txt'].map((name) => read(there.remote, [name])),
    );
    expect(texts).toEqual(['new', 'old', 'new', 'old', 'old']);
    expect(there.doubts.map(({ kind, path }) => [kind, path[0]])).toEqual([
      ['replace', 'a.txt'],
      ['replace', 'd.txt'],
    ]);
    // This test reads without ending what it reads, which is told too.
    const deeds = there.deeds.filter(({ kind }) => kind !== 'read-in-part');
    expect(deeds.map(({ kind, path }) => [kind, path])).toEqual([
      ['replaced', 'a.txt'],
      ['uploaded', 'b (2).txt'],
      ['not-replaced', 'd.txt'],
    ]);
    await top.removeEntry('source', { recursive: true });
  });
});
