import { nameFault } from '../protocol/entry-name.ts';
import { folderLimits } from '../protocol/folder-limits.ts';

interface Named {
  name: string;
}

/** Which entries are on a page: those with names that we touch, in an order that stays. */
export function pageOf<T extends Named>(all: readonly T[], from: number, size: number = folderLimits.page) {
  const good = all.filter(({ name }) => nameFault(name) === null).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const listed = good.slice(0, folderLimits.entries);
  const end = from + size;
  return {
    onPage: listed.slice(from, end),
    next: end < listed.length ? end : null,
    left: all.length - listed.length,
  };
}
