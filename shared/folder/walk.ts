import { folderLimits } from '../protocol/folder-limits.ts';
import type { FolderEntry, Path } from '../protocol/folder.ts';
import { type FolderRoot, fails, type Outcome, type Page } from './folder-root.ts';
import type { Stop } from './stop.ts';

/** All pages of one folder. */
export async function listWhole(
  root: Pick<FolderRoot, 'list'>,
  path: Path,
  signal?: Stop,
): Promise<Outcome<Omit<Page, 'next'>>> {
  const entries: FolderEntry[] = [];
  let left = 0;
  for (let from: number | null = 0; from !== null && entries.length < folderLimits.entries;) {
    const page = await root.list(path, from);
    if (!page.ok) return page;
    if (signal?.aborted) return fails('closed');
    entries.push(...page.value.entries);
    left = page.value.left;
    // Whoever lists lies when it does not go forward.
    from = page.value.next !== null && page.value.next > from ? page.value.next : null;
  }
  return { ok: true, value: { entries, left } };
}

interface Visit {
  path: Path;
  entry: FolderEntry;
}

/** All below a folder, folders before what is in them; `visit` says whether to go on. False: not all was seen. */
export async function walk(
  root: Pick<FolderRoot, 'list'>,
  path: Path,
  visit: (visited: Visit) => boolean,
  signal?: Stop,
): Promise<Outcome<boolean>> {
  const folders: Path[] = [path];
  let visited = 0;
  for (let at = folders.shift(); at; at = folders.shift()) {
    const listed = await listWhole(root, at, signal);
    if (!listed.ok) {
      // One that is gone meanwhile, or may not be looked into, hides nothing else.
      if (at === path || listed.code === 'closed' || listed.code === 'not-granted') return listed;
      continue;
    }
    for (const entry of listed.value.entries) {
      const below = [...at, entry.name];
      visited += 1;
      if (visited > folderLimits.visited || !visit({ path: below, entry })) return { ok: true, value: false };
      if (entry.kind === 'folder' && below.length < folderLimits.depth) folders.push(below);
    }
  }
  return { ok: true, value: true };
}
