import { mkfifoSync } from './make-fifo.ts';
import { link, lstat, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNativeRoot } from '../../../manager/folder/native-root.ts';
import type { FolderRoot, Outcome } from '../../../shared/folder/folder-root.ts';
import { makeRealFolder, secret } from '../../support/folder/real-folder.ts';
import { sha256 } from '../../support/folder/hash.ts';

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
async function textOf(path: string[]): Promise<string> {
  const opened = await root.open(path);
  if (!opened.ok) return opened.code;
  const part = await opened.value.read(0, 1_000);
  await opened.value.drop();
  return part.ok ? new TextDecoder().decode(part.value) : part.code;
}
async function put(path: string[], text: string, replace = false): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const created = await root.create(path, bytes.length, replace);
  if (!created.ok) return created.code;
  await created.value.write(bytes);
  return code(await created.value.finish(sha256(bytes)));
}

describe('within the folder', () => {
  test('files and folders are listed with size and time; links and what is hidden are counted only', async () => {
    const listed = await root.list([], 0);
    expect(listed).toMatchObject({ ok: true, value: { left: 4, next: null } });
    const entries = listed.ok ? listed.value.entries : [];
    expect(entries.map(({ name, kind, size }) => [name, kind, size])).toEqual([
      ['a.txt', 'file', 5],
      ['docs', 'folder', null],
    ]);
    expect(Math.abs((entries[0]?.modified ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  test('a file is there once it is whole, for its owner alone, and replaces only what it may', async () => {
    const created = await root.create(['docs', 'new.txt'], 3, false);
    if (!created.ok) throw new Error(created.code);
    await created.value.write(new TextEncoder().encode('new'));
    expect(code(await root.stat(['docs', 'new.txt']))).toBe('not-found');
    expect(code(await created.value.finish(''))).toBe('ok');
    expect(await textOf(['docs', 'new.txt'])).toBe('new');
    expect((await lstat(join(real.inside, 'docs/new.txt'))).mode & 0o777).toBe(0o600);
    expect(await put(['docs', 'new.txt'], 'other')).toBe('exists');
    expect(await put(['docs', 'new.txt'], 'other', true)).toBe('ok');
    expect(await textOf(['docs', 'new.txt'])).toBe('other');
    expect(await put(['docs'], 'x', true)).toBe('wrong-kind');
    expect(await readdir(join(real.inside, 'docs'))).toEqual(['b.txt', 'deep', 'new.txt']);
  });

  test('what is called off, or taken meanwhile, leaves nothing', async () => {
    const [dropped, late] = await Promise.all([root.create(['d.txt'], 1, false), root.create(['l.txt'], 1, false)]);
    if (!dropped.ok || !late.ok) throw new Error('not created');
    await dropped.value.drop();
    await writeFile(join(real.inside, 'l.txt'), 'mine');
    expect(code(await late.value.finish(''))).toBe('exists');
    expect(await textOf(['l.txt'])).toBe('mine');
    expect((await readdir(real.inside)).filter((name) => name.includes('beside') || name === 'd.txt')).toEqual([]);
  });

  test('made, renamed, removed with all in it; never onto something', async () => {
    expect(code(await root.make(['docs', 'more']))).toBe('ok');
    expect(code(await root.make(['docs', 'more']))).toBe('exists');
    expect(code(await root.rename(['a.txt'], 'docs'))).toBe('exists');
    expect(code(await root.rename(['docs'], 'papers'))).toBe('ok');
    expect(await textOf(['papers', 'b.txt'])).toBe('beta');
    expect(code(await root.rename(['papers', 'b.txt'], 'c.txt'))).toBe('ok');
    await symlink(real.outside, join(real.inside, 'papers/deep/link'));
    expect(code(await root.remove(['papers']))).toBe('ok');
    expect(await readdir(real.outside)).toEqual(['secret.txt']);
    expect(code(await root.stat(['papers']))).toBe('not-found');
    expect(code(await root.remove([]))).toBe('impossible');
  });

  test('search finds below, whatever the letters’ marks and size', async () => {
    await writeFile(join(real.inside, 'docs/deep/Účty.txt'), '');
    const found = await root.search([], 'UCTY');
    expect(found.ok && found.value).toMatchObject({ isWhole: true, found: [{ path: ['docs', 'deep', 'Účty.txt'] }] });
  });

  test('read-only is read-only', async () => {
    const other = await openNativeRoot(real.inside, false);
    expect(code(await other.create(['x'], 1, false))).toBe('read-only');
    expect(code(await other.make(['x']))).toBe('read-only');
    expect(code(await other.rename(['a.txt'], 'b.txt'))).toBe('read-only');
    expect(code(await other.remove(['a.txt']))).toBe('read-only');
    other.close();
  });
});

describe('[FD4] nothing leads out', () => {
  test.each([
    [['way-out', 'secret.txt']],
    [['secret-link.txt']],
    [['way-in', 'b.txt']],
    [['..', 'outside', 'secret.txt']],
  ])('%j', async (path) => {
    expect(await textOf(path)).toBe('leads-out');
    expect(code(await root.stat(path))).toBe('leads-out');
    expect(await put(path, 'evil', true)).toBe('leads-out');
    expect(code(await root.rename(path, 'x.txt'))).toBe('leads-out');
    expect(code(await root.remove(path))).toBe('leads-out');
    expect(await readFile(join(real.outside, 'secret.txt'), 'utf8')).toBe(secret);
  });

  test('no folder is listed or made through a link', async () => {
    expect(code(await root.list(['way-out'], 0))).toBe('leads-out');
    expect(code(await root.make(['way-out', 'x']))).toBe('leads-out');
    expect(await readdir(real.outside)).toEqual(['secret.txt']);
  });

  test('no device and no pipe is opened, and none is waited for', async () => {
    mkfifoSync(join(real.inside, 'pipe'));
    expect(await textOf(['pipe'])).toBe('leads-out');
  });

  test('the folder stays the one that was picked when another takes its place', async () => {
    await rename(real.inside, join(real.base, 'elsewhere'));
    await symlink(real.outside, real.inside);
    expect(await textOf(['a.txt'])).toBe('alpha');
    expect(code(await root.stat(['secret.txt']))).toBe('not-found');
  });

  test('a file that is read or written stays the one that was opened', async () => {
    const reading = await root.open(['a.txt']);
    const writing = await root.create(['docs', 'w.txt'], 4, false);
    if (!reading.ok || !writing.ok) throw new Error('not opened');
    await rm(join(real.inside, 'a.txt'));
    await link(join(real.outside, 'secret.txt'), join(real.inside, 'a.txt'));
    await rename(join(real.inside, 'docs'), join(real.inside, 'moved'));
    await symlink(real.outside, join(real.inside, 'docs'));
    const part = await reading.value.read(0, 100);
    expect(part.ok && new TextDecoder().decode(part.value)).toBe('alpha');
    await writing.value.write(new TextEncoder().encode('evil'));
    expect(code(await writing.value.finish(''))).toBe('leads-out');
    expect(await readdir(real.outside)).toEqual(['secret.txt']);
    await reading.value.drop();
  });

  test('while a folder and a link change places all the time', { timeout: 60_000 }, async () => {
    const spot = join(real.inside, 'spot');
    const kept = join(real.base, 'kept');
    await root.make(['spot']);
    await writeFile(join(spot, 'secret.txt'), 'harmless');
    await symlink(real.outside, join(real.base, 'link'));
    let isOver = false;
    async function swap(): Promise<number> {
      let count = 0;
      for (; !isOver; count += 1) {
        await rename(spot, kept);
        await rename(join(real.base, 'link'), spot);
        await rename(spot, join(real.base, 'link'));
        await rename(kept, spot);
      }
      return count;
    }
    const swapping = swap();
    const seen = new Set<string>();
    for (let round = 0; round < 300; round += 1) {
      seen.add(await textOf(['spot', 'secret.txt']));
      await put(['spot', `evil-${round}.txt`], 'evil');
      await root.make(['spot', `evil-${round}`]);
      await root.rename(['spot', 'secret.txt'], 'secret.txt');
    }
    isOver = true;
    expect(await swapping).toBeGreaterThan(20);
    expect(seen).not.toContain(secret);
    expect(seen).toContain('harmless');
    expect(await readdir(real.outside)).toEqual(['secret.txt']);
  });
});

test('[FD4] no series of operations leaves the folder', { timeout: 60_000 }, async () => {
  const name = fc.constantFrom(
    'a.txt',
    'docs',
    'deep',
    'way-out',
    'secret.txt',
    'secret-link.txt',
    '..',
    'x',
    'way-in',
  );
  const path = fc.array(name, { minLength: 1, maxLength: 4 });
  const step = fc.oneof(
    fc.record({ act: fc.constant('read' as const), path }),
    fc.record({ act: fc.constant('write' as const), path }),
    fc.record({ act: fc.constant('make' as const), path }),
    fc.record({ act: fc.constant('rename' as const), path, name }),
    fc.record({ act: fc.constant('remove' as const), path }),
    // Meanwhile somebody at the computer makes a way out.
    fc.record({ act: fc.constant('link' as const), path, name: fc.constantFrom('a.txt', 'docs', 'x') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      for (const one of steps) {
        if (one.act === 'read') expect(await textOf(one.path)).not.toBe(secret);
        else if (one.act === 'write') await put(one.path, 'evil', true);
        else if (one.act === 'make') await root.make(one.path);
        else if (one.act === 'rename') await root.rename(one.path, one.name);
        else if (one.act === 'remove') await root.remove(one.path);
        else await symlink(real.outside, join(real.inside, one.name)).catch(() => undefined);
      }
      expect(await readdir(real.base)).toEqual(['inside', 'outside']);
      expect(await readdir(real.outside)).toEqual(['secret.txt']);
      expect(await readFile(join(real.outside, 'secret.txt'), 'utf8')).toBe(secret);
    }),
    { numRuns: 150 },
  );
});
