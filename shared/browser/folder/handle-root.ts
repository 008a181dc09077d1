import { done, fails, type FolderRoot, type Outcome } from '../../folder/folder-root.ts';
import { pageOf } from '../../folder/page-of.ts';
import { searchBelow } from '../../folder/search-below.ts';
import type { FolderEntry, Path } from '../../protocol/folder.ts';
import { attempt } from './attempt.ts';
import { isNameTaken } from './is-name-taken.ts';
import { createListedHandles } from './listed-handles.ts';
import { readBlob } from './read-blob.ts';
import { renameHandle } from './rename-handle.ts';
import { writeHandle } from './write-handle.ts';

type Folder = FileSystemDirectoryHandle;

/** A folder that was picked in the browser's own dialog (File System Access): it keeps everything within. */
export function createHandleRoot(picked: Folder, canWrite: boolean): FolderRoot {
  const listed = createListedHandles();

  async function folderAt(path: Path): Promise<Outcome<Folder>> {
    let folder = picked;
    for (const [index, name] of path.entries()) {
      const next = await listed.find(path.slice(0, index), folder, name);
      if (!next) return fails('not-found');
      if (next.kind !== 'directory') return fails('wrong-kind');
      folder = next as Folder;
    }
    return { ok: true, value: folder };
  }

  interface Place {
    folder: Folder;
    name: string;
    there: FileSystemHandle | null;
  }
  async function placeAt(path: Path): Promise<Outcome<Place>> {
    const name = path.at(-1);
    if (name === undefined) return fails('impossible');
    const folder = await folderAt(path.slice(0, -1));
    if (!folder.ok) return folder;
    const there = await listed.find(path.slice(0, -1), folder.value, name);
    return { ok: true, value: { folder: folder.value, name, there } };
  }

  /** Something that is to be there, and to be changed. */
  const change = (path: Path, act: (place: Place & { there: FileSystemHandle }) => Promise<Outcome<null>>) =>
    attempt(async () => {
      if (!canWrite) return fails('read-only');
      const place = await placeAt(path);
      if (!place.ok) return place;
      const { there } = place.value;
      if (!there) return fails('not-found');
      listed.forget(path.slice(0, -1));
      listed.forget(path);
      return act({ ...place.value, there });
    });

  const root: FolderRoot = {
    name: picked.name,
    canWrite,
    list: (path, from) =>
      attempt(async () => {
        const folder = await folderAt(path);
        if (!folder.ok) return folder;
        const { onPage, next, left } = pageOf(await listed.list(path, folder.value), from);
        return { ok: true, value: { entries: await Promise.all(onPage.map(entryOf)), next, left } };
      }),
    stat: (path) =>
      attempt(async () => {
        if (path.length === 0) return { ok: true, value: await entryOf(picked) };
        const place = await placeAt(path);
        if (!place.ok) return place;
        return place.value.there ? { ok: true, value: await entryOf(place.value.there) } : fails('not-found');
      }),
    search: (path, text) => searchBelow(root, path, text),
    open: (path) =>
      attempt(async () => {
        const place = await placeAt(path);
        if (!place.ok) return place;
        const { there } = place.value;
        if (!there) return fails('not-found');
        if (there.kind !== 'file') return fails('wrong-kind');
        return { ok: true, value: readBlob(await (there as FileSystemFileHandle).getFile()) };
      }),
    create: (path, _size, replace) =>
      attempt(async () => {
        if (!canWrite) return fails('read-only');
        const place = await placeAt(path);
        if (!place.ok) return place;
        const { folder, name, there } = place.value;
        if (there ? !replace : await isNameTaken(folder, name)) return fails('exists');
        if (there && there.kind !== 'file') return fails('wrong-kind');
        const forget = () => listed.forget(path.slice(0, -1));
        forget();
        return writeHandle({ folder, name, isReplaced: there !== null }, forget);
      }),
    make: (path) =>
      attempt(async () => {
        if (!canWrite) return fails('read-only');
        const place = await placeAt(path);
        if (!place.ok) return place;
        const { folder, name, there } = place.value;
        if (there || (await isNameTaken(folder, name))) return fails('exists');
        await folder.getDirectoryHandle(name, { create: true });
        listed.forget(path.slice(0, -1));
        return done;
      }),
    rename: (path, name) =>
      change(path, async ({ folder, there }) => {
        if (there.name === name) return done;
        const renamed = await renameHandle(folder, there, name);
        listed.forget(path.slice(0, -1));
        return renamed;
      }),
    remove: (path) =>
      change(path, async ({ folder, name }) => {
        await folder.removeEntry(name, { recursive: true });
        return done;
      }),
    close: () => listed.clear(),
  };
  return root;
}

async function entryOf(handle: FileSystemHandle): Promise<FolderEntry> {
  if (handle.kind === 'directory') return { name: handle.name, kind: 'folder', size: null, modified: null };
  const file = await (handle as FileSystemFileHandle).getFile().catch(() => null);
  return { name: handle.name, kind: 'file', size: file?.size ?? null, modified: file?.lastModified ?? null };
}
