import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { done, fails, type Outcome, type Reading } from '../../shared/folder/folder-root.ts';
import { attempt } from './attempt.ts';
import type { HeldFolder } from './held-folder.ts';

// Windows has no such flags.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A file that is held open: another one in its place changes nothing. */
export async function readFile(folder: HeldFolder, name: string): Promise<Outcome<Reading>> {
  const path = folder.child(name);
  const handle = await open(path, flags);
  const [found, named] = await Promise.all([handle.stat(), lstat(path).catch(() => null)]);
  const isIt = found.ino === named?.ino && found.dev === named.dev && found.dev === folder.device;
  if (!found.isFile() || !isIt) {
    await handle.close();
    return fails(found.isDirectory() && isIt ? 'wrong-kind' : 'leads-out');
  }
  let isOpen = true;
  const close = async () => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    ok: true,
    value: {
      size: found.size,
      modified: Math.round(found.mtimeMs),
      read: (offset, length) =>
        attempt(async () => {
          if (!isOpen) return fails('closed');
          const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, offset);
          return { ok: true, value: buffer.subarray(0, bytesRead) };
        }),
      finish: () =>
        attempt(async () => {
          const last = await handle.stat();
          await close();
          return last.size === found.size && last.mtimeMs === found.mtimeMs ? done : fails('changed');
        }),
      drop: close,
    },
  };
}
