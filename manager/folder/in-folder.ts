import { lstat } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { fails, type Outcome } from '../../shared/folder/folder-root.ts';
import { nameFault } from '../../shared/protocol/entry-name.ts';
import type { Path } from '../../shared/protocol/folder.ts';
import { failureOf } from './failure-of.ts';
import { type HeldFolder, holdFolder } from './held-folder.ts';

/**
 * Goes down from the root one name at a time, holds the folder that it gets to for as long as `act` takes, and lets
 * no step lead out: no link, no other drive. The root itself may be asked for with `[]`.
 */
export async function inFolder<T>(
  root: HeldFolder,
  path: Path,
  act: (folder: HeldFolder) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const held: HeldFolder[] = [];
  try {
    let folder = root;
    for (const name of path) {
      if (nameFault(name) !== null) return fails('leads-out');
      folder = await holdFolder(folder.child(name)).catch(async (error: unknown) => {
        // O_NOFOLLOW together with O_DIRECTORY says the same of a link and of a file.
        if (failureOf(error) === 'wrong-kind' && (await isLink(folder.child(name)))) throw new LeadsOut();
        throw error;
      });
      held.push(folder);
      if (folder.device !== root.device) return fails('leads-out');
    }
    if (!(await folder.isHere())) return fails('leads-out');
    const outcome = await act(folder);
    return (await folder.isHere()) ? outcome : fails('leads-out');
  } catch (error) {
    return fails(error instanceof LeadsOut ? 'leads-out' : failureOf(error));
  } finally {
    await Promise.all(held.map((one) => one.close()));
  }
}

class LeadsOut extends Error {}

const isLink = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => null))?.isSymbolicLink() ?? false;

/** What is there, when it is a file or a folder of this drive. Throws the system's errors. */
export async function lookAt(folder: HeldFolder, name: string): Promise<Outcome<Stats>> {
  if (nameFault(name) !== null) return fails('leads-out');
  const found = await lstat(folder.child(name));
  const isOurs = (found.isFile() || found.isDirectory()) && found.dev === folder.device;
  return isOurs ? { ok: true, value: found } : fails('leads-out');
}

export const isThere = async (folder: HeldFolder, name: string): Promise<boolean> =>
  (await lstat(folder.child(name)).catch(() => null)) !== null;
