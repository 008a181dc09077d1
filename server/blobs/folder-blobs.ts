import { mkdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '../../shared/protocol/new-id.ts';
import type { Blobs } from './blobs.ts';

/**
 * What is left free at least: the store may lie on the same disk, and the session goes on in it. Of a small disk a
 * part, of a large one so many bytes.
 */
const reserve = { share: 1 / 16, bytes: 64 * 1024 * 1024 } as const;

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Written aside and renamed into place, so that each is there whole or not at all. */
export function createFolderBlobs(folder: string): Blobs {
  const pathOf = (name: string) => join(folder, ...name.split('/'));

  async function hasRoom(place: string, bytes: number): Promise<boolean> {
    const { bavail, blocks, bsize } = await statfs(place);
    return bavail * bsize - bytes >= Math.min(reserve.bytes, blocks * bsize * reserve.share);
  }
  async function write(path: string, bytes: Uint8Array): Promise<boolean> {
    const draft = `${path}.${newId()}.tmp`;
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      if (!(await hasRoom(dirname(path), bytes.length))) return false;
      await writeFile(draft, bytes, { mode: 0o600 });
      await rename(draft, path);
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
