import { readdir, rmdir, unlink } from 'node:fs/promises';
import { done, fails, type Outcome } from '../../shared/folder/folder-root.ts';
import { folderLimits } from '../../shared/protocol/folder-limits.ts';
import { type HeldFolder, holdFolder } from './held-folder.ts';

/**
 * A folder with all that is in it, hidden things too; links go, not what they lead to. Nothing goes when another
 * drive begins in it or when there is too much. Throws the system's errors.
 */
export async function removeAll(parent: HeldFolder, name: string): Promise<Outcome<null>> {
  const counted = await visit(parent, name, { left: folderLimits.visited, depth: folderLimits.depth, removes: false });
  if (!counted.ok) return counted;
  return visit(parent, name, { left: folderLimits.visited, depth: folderLimits.depth, removes: true });
}

interface Visit {
  left: number;
  depth: number;
  removes: boolean;
}

async function visit(parent: HeldFolder, name: string, now: Visit): Promise<Outcome<null>> {
  if (now.depth === 0) return fails('too-many');
  const folder = await holdFolder(parent.child(name));
  try {
    if (folder.device !== parent.device) return fails('leads-out');
    for (const entry of await readdir(folder.at, { withFileTypes: true })) {
      now.left -= 1;
      if (now.left < 0) return fails('too-many');
      if (!(await folder.isHere())) return fails('leads-out');
      if (entry.isDirectory()) {
        now.depth -= 1;
        const below = await visit(folder, entry.name, now);
        now.depth += 1;
        if (!below.ok) return below;
      } else if (now.removes) await unlink(folder.child(entry.name));
    }
  } finally {
    await folder.close();
  }
  if (now.removes) await rmdir(parent.child(name));
  return done;
}
