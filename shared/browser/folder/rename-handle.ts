import { done, fails, type Outcome } from '../../folder/folder-root.ts';
import { folderLimits } from '../../protocol/folder-limits.ts';

type Folder = FileSystemDirectoryHandle;

/** Chromium renames files; for folders of the disk it knows no way but a copy. Nothing is there under the new name. */
export async function renameHandle(folder: Folder, there: FileSystemHandle, name: string): Promise<Outcome<null>> {
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
  try {
    await copyTo(folder, there, name);
  } catch (error) {
    await folder.removeEntry(name, { recursive: true }).catch(() => undefined);
    throw error;
  }
  await folder.removeEntry(there.name, { recursive: true });
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

async function copyTo(folder: Folder, there: FileSystemHandle, name: string): Promise<void> {
  if (there.kind === 'file') {
    const file = await (there as FileSystemFileHandle).getFile();
    const target = await folder.getFileHandle(name, { create: true });
    await file.stream().pipeTo(await target.createWritable());
    return;
  }
  const target = await folder.getDirectoryHandle(name, { create: true });
  for await (const child of (there as Folder).values()) await copyTo(target, child, child.name);
}
