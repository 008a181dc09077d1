import type { FolderEntry, FolderFailure, Path } from '../protocol/folder.ts';
import type { FolderRoot, Outcome } from './folder-root.ts';
import { walk } from './walk.ts';
import type { Stop } from './stop.ts';

export interface Planned {
  /** From the folder that is copied from, and from the one that is copied to. */
  path: Path;
  below: Path;
  entry: FolderEntry;
}

export interface Plan {
  /** In the order in which they are made; folders before what is in them. */
  items: Planned[];
  files: number;
  bytes: number;
}

/** All that is to be copied when those entries of a folder are. */
export async function planCopy(
  from: FolderRoot,
  path: Path,
  chosen: readonly FolderEntry[],
  signal: Stop,
): Promise<Outcome<Plan> | { ok: false; code: FolderFailure }> {
  const items: Planned[] = [];
  for (const entry of chosen) {
    const at = [...path, entry.name];
    items.push({ path: at, below: [entry.name], entry });
    if (entry.kind !== 'folder') continue;
    const walked = await walk(
      from,
      at,
      (visit) => {
        items.push({ path: visit.path, below: visit.path.slice(path.length), entry: visit.entry });
        return true;
      },
      signal,
    );
    if (!walked.ok) return walked;
    if (!walked.value) return { ok: false, code: 'too-many' };
  }
  const files = items.filter(({ entry }) => entry.kind === 'file');
  const bytes = files.reduce((sum, { entry }) => sum + (entry.size ?? 0), 0);
  return { ok: true, value: { items, files: files.length, bytes } };
}
