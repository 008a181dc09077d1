import { mkdir, open, readFile, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '../../shared/protocol/new-id.ts';
import type { Blobs } from './blobs.ts';

/**
 * What is left free at least: the store may lie on the same disk, and the session goes on in it. Of a small disk a
 * part, of a large one so many bytes.
 */
const reserve = { share: 1 / 16, bytes: 64 * 1024 * 1024 } as const;

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** On the disk, not only on its way there. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
/** A name is kept by the folder that it is in, and so is a folder's. */
async function syncNames(path: string, firstMade: string | undefined): Promise<void> {
  const last = dirname(firstMade ?? path);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    await sync(folder);
    if (folder === last || folder === dirname(folder)) return;
  }
}

/** Written aside and renamed into place, so that each is there whole or not at all; also when the power fails. */
export function createFolderBlobs(folder: string): Blobs {
  const pathOf = (name: string) => join(folder, ...name.split('/'));

  async function hasRoom(place: string, bytes: number): Promise<boolean> {
    const { bavail, blocks, bsize } = await statfs(place);
    return bavail * bsize - bytes >= Math.min(reserve.bytes, blocks * bsize * reserve.share);
  }
  async function write(path: string, bytes: Uint8Array): Promise<boolean> {
    const draft = `${path}.${newId()}.tmp`;
    try {
      const firstMade = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      if (!(await hasRoom(dirname(path), bytes.length))) return false;
      await writeWhole(draft, bytes);
      await rename(draft, path);
      await syncNames(path, firstMade);
      return true;
    } catch (error) {
      await rm(draft, { force: true });
      if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') return false;
      throw error;
    }
  }

  return {
    put: async (name, bytes) => ((await write(pathOf(name), bytes)) ? { ok: true } : { ok: false, code: 'disk-full' }),
    async get(name) {
      try {
        return await readFile(pathOf(name));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    removeAll: (name) => rm(pathOf(name), { recursive: true, force: true }),
  };
}
