import { link, lstat, rename, unlink } from 'node:fs/promises';
import { done, fails, type Outcome } from '../../shared/folder/folder-root.ts';
import type { HeldFolder } from './held-folder.ts';
import { isThere, lookAt } from './in-folder.ts';

interface Given {
  part: string;
  name: string;
  replace: boolean;
  /** The file that was written. */
  is: { dev: number; ino: number };
}

/** A file that is whole gets its name. Throws the system's errors. */
export async function giveName(folder: HeldFolder, { part, name, replace, is }: Given): Promise<Outcome<null>> {
  const found = await lstat(folder.child(part));
  if (found.ino !== is.ino || found.dev !== is.dev) return fails('changed');
  if (replace && (await isThere(folder, name))) {
    const there = await lookAt(folder, name);
    if (!there.ok) return there;
    if (!there.value.isFile()) return fails('wrong-kind');
    await rename(folder.child(part), folder.child(name));
    return done;
  }
  return moveToFree(folder, part, name);
}

/** rename(2) would replace what is there by now; a second link does not. */
export async function moveToFree(folder: HeldFolder, from: string, to: string): Promise<Outcome<null>> {
  try {
    await link(folder.child(from), folder.child(to));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && knowsNoLinks.has(String(error.code)))) throw error;
    if (await isThere(folder, to)) return fails('exists');
    await rename(folder.child(from), folder.child(to));
    return done;
  }
  await unlink(folder.child(from));
  return done;
}

/** What a drive says that has no second links: FAT and some in the network. */
const knowsNoLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK']);
