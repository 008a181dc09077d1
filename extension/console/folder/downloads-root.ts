import { createHandleRoot } from '../../../shared/browser/folder/handle-root.ts';
import { saveBlob } from '../../../shared/browser/ui/save-file.ts';
import type { FolderRoot, Outcome, Writing } from '../../../shared/folder/folder-root.ts';
import { fails } from '../../../shared/folder/folder-root.ts';

const place = 'beside-folder-downloads';

/**
 * Where single files go when the host has picked no folder: into the browser's own file system until they are whole,
 * then to the browser's downloads. Null: this window may keep nothing.
 */
export async function openDownloads(): Promise<FolderRoot | null> {
  try {
    const top = await navigator.storage.getDirectory();
    // What an earlier one has left behind has been saved, or called off.
    await top.removeEntry(place, { recursive: true }).catch(() => undefined);
    const folder = await top.getDirectoryHandle(place, { create: true });
    return savesWhatIsWhole(folder);
  } catch {
    return null;
  }
}

function savesWhatIsWhole(folder: FileSystemDirectoryHandle): FolderRoot {
  const kept = createHandleRoot(folder, true);
  return {
    ...kept,
    name: '',
    // Downloads number names that are taken by themselves.
    stat: () => Promise.resolve(fails('not-found')),
    make: () => Promise.resolve(fails('impossible')),
    async create(path, size): Promise<Outcome<Writing>> {
      const created = await kept.create(path, size, true);
      const name = path.at(-1);
      if (!created.ok || name === undefined) return created;
      const { value } = created;
      return {
        ok: true,
        value: {
          ...value,
          async finish(sha256) {
            const finished = await value.finish(sha256);
            if (!finished.ok) return finished;
            saveBlob(name, await (await folder.getFileHandle(name)).getFile());
            return finished;
          },
        },
      };
    },
  };
}
