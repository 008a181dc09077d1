import type { FolderEntry, Path } from '../../../shared/protocol/folder.ts';

export const sortKeys = ['name', 'size', 'modified'] as const;
export interface Sorting {
  by: (typeof sortKeys)[number];
  isDown: boolean;
}
/** What a line of the list is about; below the folder that is looked at. */
export interface Listed {
  below: Path;
  entry: FolderEntry;
}

/** Folders first; by name as a person counts: `file 2` before `file 10`. */
export function sortEntries(list: readonly Listed[], { by, isDown }: Sorting, language: string): Listed[] {
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const value = ({ entry }: Listed) => (by === 'name' ? 0 : (entry[by] ?? -1));
  const named = (a: Listed, b: Listed) => compare(a.below.join('/'), b.below.join('/'));
  return list.toSorted((a, b) => {
    const kinds = Number(b.entry.kind === 'folder') - Number(a.entry.kind === 'folder');
    if (kinds !== 0) return kinds;
    const order = by === 'name' ? named(a, b) : value(a) - value(b) || named(a, b);
    return isDown ? -order : order;
  });
}

/** The first press sorts up, the second one down. */
export const nextSorting = (now: Sorting, by: Sorting['by']): Sorting => ({ by, isDown: now.by === by && !now.isDown });
