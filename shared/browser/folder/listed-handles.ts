import { folderLimits } from '../../protocol/folder-limits.ts';
import type { Path } from '../../protocol/folder.ts';

const foldersKept = 32;

/**
 * Only what a browser lists is reached: it leaves out links, which by their name it would follow. The last few lists
 * are kept, for a folder is copied file by file.
 */
export function createListedHandles() {
  const kept = new Map<string, Map<string, FileSystemHandle>>();
  const keyOf = (path: Path) => path.join('/');

  async function list(path: Path, folder: FileSystemDirectoryHandle): Promise<FileSystemHandle[]> {
    const handles = new Map<string, FileSystemHandle>();
    for await (const handle of folder.values()) {
      handles.set(handle.name, handle);
      if (handles.size >= folderLimits.visited) break;
    }
    kept.delete(keyOf(path));
    kept.set(keyOf(path), handles);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - foldersKept))) kept.delete(oldest);
    return [...handles.values()];
  }

  return {
    list,
    /** Null: there is none. What is not in the list that is kept is looked for anew. */
    async find(path: Path, folder: FileSystemDirectoryHandle, name: string): Promise<FileSystemHandle | null> {
      const known = kept.get(keyOf(path))?.get(name);
      if (known && (await isThere(folder, known))) return known;
      if (!(await mayBeThere(folder, name))) return null;
      return (await list(path, folder)).find((handle) => handle.name === name) ?? null;
    },
    forget: (path: Path): void => void kept.delete(keyOf(path)),
    clear: (): void => kept.clear(),
  };
}

/** The same kind of thing is there under that name. */
async function isThere(folder: FileSystemDirectoryHandle, handle: FileSystemHandle): Promise<boolean> {
  const found = handle.kind === 'file' ? fileIn(folder, handle.name) : folderIn(folder, handle.name);
  return (await found) !== null;
}

/** So that a name that is not there costs no list. */
const mayBeThere = async (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> =>
  (await fileIn(folder, name)) !== null || (await folderIn(folder, name)) !== null;

const fileIn = (folder: FileSystemDirectoryHandle, name: string) => folder.getFileHandle(name).catch(() => null);
const folderIn = (folder: FileSystemDirectoryHandle, name: string) => folder.getDirectoryHandle(name).catch(() => null);
