import { mkdir, readdir, rename, unlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { done, fails, type FolderRoot, type Outcome } from '../../shared/folder/folder-root.ts';
import { pageOf } from '../../shared/folder/page-of.ts';
import { searchBelow } from '../../shared/folder/search-below.ts';
import { folderLimits } from '../../shared/protocol/folder-limits.ts';
import type { FolderEntry, Path } from '../../shared/protocol/folder.ts';
import { attempt } from './attempt.ts';
import { moveToFree } from './give-name.ts';
import { type HeldFolder, holdFolder } from './held-folder.ts';
import { inFolder, isThere, lookAt } from './in-folder.ts';
import { readFile } from './read-file.ts';
import { removeAll } from './remove-all.ts';
import { writeFile } from './write-file.ts';

/** A folder of this computer; the real path of it, which has been allowed (allowed-root.ts). Throws the system's errors. */
export async function openNativeRoot(path: string, canWrite: boolean): Promise<FolderRoot> {
  const top = await holdFolder(path);

  /** In the folder in which the last name of a path lies. */
  const beside = <T>(at: Path, act: (folder: HeldFolder, name: string) => Promise<Outcome<T>>) => {
    const name = at.at(-1);
    return name === undefined
      ? Promise.resolve(fails('impossible'))
      : inFolder(top, at.slice(0, -1), (folder) => act(folder, name));
  };
  const change = (at: Path, act: (folder: HeldFolder, name: string) => Promise<Outcome<null>>) =>
    canWrite ? beside(at, act) : Promise.resolve(fails('read-only'));

  const root: FolderRoot = {
    name: basename(path),
    canWrite,
    list: (at, from) =>
      inFolder(top, at, async (folder) => {
        const all = await readdir(folder.at, { withFileTypes: true });
        const ours = all.filter((entry) => entry.isFile() || entry.isDirectory());
        const { onPage, next, left } = pageOf(ours, from, folderLimits.nativePage);
        const entries: FolderEntry[] = [];
        let gone = 0;
        for (const { name } of onPage) {
          const entry = await attempt(() => entryIn(folder, name));
          if (entry.ok) entries.push(entry.value);
          else gone += 1;
        }
        return { ok: true, value: { entries, next, left: left + all.length - ours.length + gone } };
      }),
    stat: (at) =>
      at.length === 0
        ? Promise.resolve({ ok: true, value: { name: basename(path), kind: 'folder', size: null, modified: null } })
        : beside(at, entryIn),
    search: (at, text) => searchBelow(root, at, text),
    open: (at) => beside(at, readFile),
    create: async (at, _size, replace) => {
      if (!canWrite) return fails('read-only');
      return beside(at, async (folder, name) => {
        const isTaken = await isThere(folder, name);
        if (isTaken && !replace) return fails('exists');
        if (isTaken) {
          const there = await lookAt(folder, name);
          if (!there.ok) return there;
          if (!there.value.isFile()) return fails('wrong-kind');
        }
        return writeFile(folder, { name, replace, inSameFolder: (act) => inFolder(top, at.slice(0, -1), act) });
      });
    },
    make: (at) => change(at, async (folder, name) => (await mkdir(folder.child(name), { mode: 0o700 }), done)),
    rename: (at, to) =>
      change(at, async (folder, name) => {
        const there = await lookAt(folder, name);
        if (!there.ok || name === to) return there.ok ? done : there;
        if (await isThere(folder, to)) return fails('exists');
        if (there.value.isFile()) return moveToFree(folder, name, to);
        await rename(folder.child(name), folder.child(to));
        return done;
      }),
    remove: (at) =>
      change(at, async (folder, name) => {
        const there = await lookAt(folder, name);
        if (!there.ok) return there;
        if (there.value.isDirectory()) return removeAll(folder, name);
        await unlink(folder.child(name));
        return done;
      }),
    close: () => void top.close(),
  };
  return root;
}

async function entryIn(folder: HeldFolder, name: string): Promise<Outcome<FolderEntry>> {
  const found = await lookAt(folder, name);
  if (!found.ok) return found;
  const { value } = found;
  const isFile = value.isFile();
  return {
    ok: true,
    value: {
      name,
      kind: isFile ? 'file' : 'folder',
      size: isFile ? value.size : null,
      modified: Math.round(value.mtimeMs),
    },
  };
}
