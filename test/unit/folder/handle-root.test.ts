import { expect, test } from 'vitest';
import { createHandleRoot } from '../../../shared/browser/folder/handle-root.ts';
import type { FolderRoot, Outcome } from '../../../shared/folder/folder-root.ts';
import { memoryFolder } from '../../support/folder/memory-folder.ts';

const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.code);
async function begin(root: FolderRoot, name: string, replace: boolean) {
  const created = await root.create([name], 3, replace);
  if (!created.ok) throw new Error(created.code);
  await created.value.write(new TextEncoder().encode('new'));
  return created.value;
}

test.each(['A.TXT', 'link'])('[FD5] a name that is found but not listed is taken: %s', async (name) => {
  const disk = memoryFolder();
  disk.put('a.txt', 'alpha');
  disk.put('link', 'linked', true);
  disk.put('docs/b.txt', 'beta');
  const root = createHandleRoot(disk.picked, true);
  for (const replace of [true, false]) expect(code(await root.create([name], 1, replace))).toBe('exists');
  expect(code(await root.make([name]))).toBe('exists');
  expect(code(await root.rename(['docs'], name))).toBe('exists');
  expect(disk.all()).toEqual(['a.txt=alpha', 'link=linked', 'docs/b.txt=beta']);
});

test('[FD5] what has changed since its owner said yes is not replaced', async () => {
  const disk = memoryFolder();
  disk.put('a.txt', 'alpha');
  const root = createHandleRoot(disk.picked, true);
  const changed = await begin(root, 'a.txt', true);
  disk.put('a.txt', 'changed');
  expect(code(await changed.finish(''))).toBe('changed');
  expect(disk.all()).toEqual(['a.txt=changed']);
  expect(code(await (await begin(root, 'a.txt', true)).finish(''))).toBe('ok');
  expect(disk.all()).toEqual(['a.txt=new']);
});

test('[FD5] a file that was put where a new one was begun is neither replaced nor removed', async () => {
  const disk = memoryFolder();
  const root = createHandleRoot(disk.picked, true);
  const finished = await begin(root, 'n.txt', false);
  const dropped = await begin(root, 'm.txt', false);
  disk.put('n.txt', 'theirs');
  disk.put('m.txt', 'theirs');
  expect(code(await finished.finish(''))).toBe('changed');
  await dropped.drop();
  expect(disk.all()).toEqual(['n.txt=theirs', 'm.txt=theirs']);
  await (await begin(root, 'o.txt', false)).drop();
  expect(disk.all()).toEqual(['n.txt=theirs', 'm.txt=theirs']);
});

test('a folder whose copy fails keeps its name and all that is in it', async () => {
  const disk = memoryFolder({ failOn: 'z.txt' });
  disk.put('docs/a/b.txt', 'beta');
  disk.put('docs/z.txt', 'zeta');
  const root = createHandleRoot(disk.picked, true);
  expect(code(await root.rename(['docs'], 'other'))).toBe('disk-full');
  expect(disk.all()).toEqual(['docs/a/b.txt=beta', 'docs/z.txt=zeta']);
});

test('a folder that is renamed by a copy loses nothing that was not copied', async () => {
  const disk = memoryFolder();
  disk.put('docs/a.txt', 'alpha');
  const root = createHandleRoot(disk.picked, true);
  expect(code(await root.rename(['docs'], 'other'))).toBe('ok');
  expect(disk.all()).toEqual(['other/a.txt=alpha']);
  disk.put('other/link', 'linked', true);
  expect(code(await root.rename(['other'], 'third'))).toBe('impossible');
  expect(disk.all()).toEqual(['other/link=linked', 'third/a.txt=alpha']);
});
