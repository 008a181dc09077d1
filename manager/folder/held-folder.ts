import { constants } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder that stays the one that was opened, whatever becomes of its path. */
export interface HeldFolder {
  /** What lies in it under that name. */
  child(name: string): string;
  /** Itself, to be listed. */
  at: string;
  device: number;
  /** It is where it was; asked before and after what is done in it. */
  isHere(): Promise<boolean>;
  close(): Promise<void>;
}

/** Names nothing outside: not followed where it is a link. Throws the system's errors. */
export const holdFolder = (path: string): Promise<HeldFolder> =>
  process.platform === 'linux' ? holdByDescriptor(path) : holdByPath(path);

/**
 * Linux: a path that goes through an open directory begins there, as with openat(2). So nobody can put a link in the
 * place of a folder between two steps.
 */
async function holdByDescriptor(path: string): Promise<HeldFolder> {
  const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  const at = `/proc/self/fd/${handle.fd}`;
  const { dev } = await handle.stat();
  return {
    child: (name) => `${at}/${name}`,
    at,
    device: dev,
    isHere: () => Promise.resolve(true),
    close: () => handle.close(),
  };
}

/** Elsewhere Node opens no directories: the real path is looked at around each act, and a gap of microseconds stays. */
async function holdByPath(path: string): Promise<HeldFolder> {
  const found = await lstat(path);
  if (!found.isDirectory())
    throw Object.assign(new Error(path), { code: found.isSymbolicLink() ? 'ELOOP' : 'ENOTDIR' });
  return {
    child: (name) => join(path, name),
    at: path,
    device: found.dev,
    isHere: async () => (await realpath(path).catch(() => null)) === path,
    close: () => Promise.resolve(),
  };
}
