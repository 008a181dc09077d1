import { done, fails, type Outcome } from '../../folder/folder-root.ts';
import { folderLimits } from '../../protocol/folder-limits.ts';
import { isNameTaken } from './is-name-taken.ts';

type Folder = FileSystemDirectoryHandle;

interface Entry {
  folder: Folder;
  name: string;
}
interface Copies {
  /** Each after what is in it; of a file, as it was copied. */
  copied: (Entry & { file: File | null })[];
  /** Each before what is in it. */
  made: Entry[];
}

/** Chromium renames files; for folders of the disk it knows no way but a copy. */
export async function renameHandle(folder: Folder, there: FileSystemHandle, name: string): Promise<Outcome<null>> {
  if (await isNameTaken(folder, name)) return fails('exists');
  if (there.move) {
    try {
      await there.move(name);
      return done;
    } catch (error) {
      // Not here, then.
      if (there.kind === 'file' && error instanceof DOMException && error.name === 'NotAllowedError') throw error;
    }
  }
  if (!(await isSmall(there))) return fails('too-large');
  const copies: Copies = { copied: [], made: [] };
  try {
    await copyTo({ from: folder, there, to: folder, name }, copies);
  } catch (error) {
    await removeEach(copies.made.toReversed()).catch(() => undefined);
    throw error;
  }
  // What was not copied, such as a link or something new, keeps its folder from being removed.
  for (const one of copies.copied) {
    if (!(await isAsCopied(one))) return fails('changed');
    await removeEach([one]);
  }
  return done;
}

async function isSmall(there: FileSystemHandle): Promise<boolean> {
  let entries = 0;
  let bytes = 0;
  async function add(handle: FileSystemHandle): Promise<boolean> {
    entries += 1;
    if (handle.kind === 'file') bytes += (await (handle as FileSystemFileHandle).getFile()).size;
    if (entries > folderLimits.renameEntries || bytes > folderLimits.renameBytes) return false;
    if (handle.kind === 'directory') {
      for await (const child of (handle as Folder).values()) if (!(await add(child))) return false;
    }
    return true;
  }
  return add(there);
}

interface Copy {
  from: Folder;
  there: FileSystemHandle;
  to: Folder;
  name: string;
}
async function copyTo({ from, there, to, name }: Copy, copies: Copies): Promise<void> {
  if (await isNameTaken(to, name)) throw new DOMException(name, 'InvalidModificationError');
  const file = there.kind === 'file' ? await (there as FileSystemFileHandle).getFile() : null;
  if (file) {
    const target = await to.getFileHandle(name, { create: true });
    copies.made.push({ folder: to, name });
    await file.stream().pipeTo(await target.createWritable());
  } else {
    const target = await to.getDirectoryHandle(name, { create: true });
    copies.made.push({ folder: to, name });
    const children = (there as Folder).values();
    for await (const child of children) {
      await copyTo({ from: there as Folder, there: child, to: target, name: child.name }, copies);
    }
  }
  copies.copied.push({ folder: from, name: there.name, file });
}

async function isAsCopied({ folder, name, file }: Copies['copied'][number]): Promise<boolean> {
  if (!file) return true;
  const now = await (await folder.getFileHandle(name)).getFile();
  return now.size === file.size && now.lastModified === file.lastModified;
}

/** None with what else is in it. */
async function removeEach(entries: readonly Entry[]): Promise<void> {
  for (const { folder, name } of entries) await folder.removeEntry(name);
}
