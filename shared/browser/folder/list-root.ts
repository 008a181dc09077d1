import { fails, type FolderRoot, type Outcome } from '../../folder/folder-root.ts';
import { pageOf } from '../../folder/page-of.ts';
import { searchBelow } from '../../folder/search-below.ts';
import { folderLimits } from '../../protocol/folder-limits.ts';
import type { FolderEntry, Path } from '../../protocol/folder.ts';
import { readBlob } from './read-blob.ts';

type Node = { name: string; file: File } | { name: string; below: Map<string, Node> };

/** Files as a field gives them, with folders or without: what was there when they were picked, to be read. */
export function createListRoot(files: readonly File[]): Outcome<FolderRoot> {
  if (files.length > folderLimits.visited) return fails('too-many');
  const top = new Map<string, Node>();
  const name = files[0]?.webkitRelativePath.split('/')[0] ?? '';
  for (const file of files) place(top, file);

  function find(path: Path): Node | null {
    let at: Node = { name, below: top };
    for (const step of path) {
      const next: Node | undefined = 'below' in at ? at.below.get(step) : undefined;
      if (!next) return null;
      at = next;
    }
    return at;
  }

  const never = (): Promise<Outcome<never>> => Promise.resolve(fails('read-only'));
  const root: FolderRoot = {
    name,
    canWrite: false,
    async list(path, from) {
      const folder = find(path);
      if (!folder) return fails('not-found');
      if (!('below' in folder)) return fails('wrong-kind');
      const { onPage, next, left } = pageOf([...folder.below.values()], from);
      return { ok: true, value: { entries: onPage.map(entryOf), next, left } };
    },
    async stat(path) {
      const node = find(path);
      return node ? { ok: true, value: entryOf(node) } : fails('not-found');
    },
    search: (path, text) => searchBelow(root, path, text),
    async open(path) {
      const node = find(path);
      if (!node) return fails('not-found');
      return 'file' in node ? { ok: true, value: readBlob(node.file) } : fails('wrong-kind');
    },
    create: never,
    make: never,
    rename: never,
    remove: never,
    close: () => undefined,
  };
  return { ok: true, value: root };
}

function place(top: Map<string, Node>, file: File): void {
  // Files that were picked by themselves have no path.
  const steps = file.webkitRelativePath === '' ? [file.name] : file.webkitRelativePath.split('/').slice(1);
  const name = steps.pop();
  let folder = top;
  for (const step of steps) {
    const known = folder.get(step);
    const next = known && 'below' in known ? known : { name: step, below: new Map<string, Node>() };
    folder.set(step, next);
    folder = next.below;
  }
  if (name !== undefined) folder.set(name, { name, file });
}

const entryOf = (node: Node): FolderEntry =>
  'file' in node
    ? { name: node.name, kind: 'file', size: node.file.size, modified: node.file.lastModified }
    : { name: node.name, kind: 'folder', size: null, modified: null };
