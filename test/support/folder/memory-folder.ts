interface Kept {
  name: string;
  text: string;
  modified: number;
  below: Map<string, Kept> | null;
  /** Found by its name, and in no list: as a link. */
  isHidden: boolean;
}
let clock = 1;
const fails = (name: string): never => {
  throw new DOMException(name, name);
};

/** A browser's handles for a disk that takes `A.TXT` for `a.txt`; Chromium's own, of no disk, does not. */
export function memoryFolder(options: { failOn?: string } = {}) {
  const top = kept('picked', true);

  function kept(name: string, isFolder: boolean): Kept {
    return { name, text: '', modified: clock++, below: isFolder ? new Map() : null, isHidden: false };
  }
  function get(folder: Kept, name: string, isFolder: boolean, create: boolean): Kept {
    const below = folder.below ?? fails('TypeMismatchError');
    const there = below.get(name.toLowerCase());
    if (there) return isFolder === (there.below !== null) ? there : fails('TypeMismatchError');
    if (!create) return fails('NotFoundError');
    const made = kept(name, isFolder);
    below.set(name.toLowerCase(), made);
    return made;
  }
  const handle = (folder: Kept | null, one: Kept): unknown => (one.below ? folderOf(one) : fileOf(folder ?? top, one));

  function fileOf(folder: Kept, { name }: Kept) {
    const file = () => get(folder, name, false, false);
    return {
      kind: 'file',
      name,
      getFile: async () => new File([file().text], name, { lastModified: file().modified }),
      async createWritable() {
        file();
        const parts: string[] = [];
        return new (class extends WritableStream<Uint8Array> {
          write = async (bytes: Uint8Array) => void parts.push(new TextDecoder().decode(bytes));
          override close = async () => void Object.assign(get(folder, name, false, true), { text: parts.join('') });
          override abort = async () => undefined;
        })({
          write(bytes) {
            if (name === options.failOn) fails('QuotaExceededError');
            parts.push(new TextDecoder().decode(bytes));
          },
          close: () => void Object.assign(file(), { text: parts.join(''), modified: clock++ }),
        });
      },
    };
  }
  function folderOf(one: Kept) {
    return {
      kind: 'directory',
      name: one.name,
      getFileHandle: async (name: string, { create = false } = {}) => fileOf(one, get(one, name, false, create)),
      getDirectoryHandle: async (name: string, { create = false } = {}) => folderOf(get(one, name, true, create)),
      async removeEntry(name: string, { recursive = false } = {}) {
        const there = one.below?.get(name.toLowerCase()) ?? fails('NotFoundError');
        if (!recursive && there.below && there.below.size > 0) fails('InvalidModificationError');
        one.below?.delete(name.toLowerCase());
      },
      async *values() {
        for (const child of [...(one.below?.values() ?? [])]) if (!child.isHidden) yield handle(one, child);
      },
    };
  }
  function put(path: string, text: string, isHidden = false): void {
    const names = path.split('/');
    const name = names.pop() ?? '';
    let folder = top;
    for (const step of names) folder = get(folder, step, true, true);
    Object.assign(get(folder, name, false, true), { text, isHidden, modified: clock++ });
  }
  /** `a.txt=alpha`, of all files. */
  function all(folder: Kept = top, before = ''): string[] {
    return [...(folder.below?.values() ?? [])].flatMap((one) =>
      one.below ? all(one, `${before}${one.name}/`) : [`${before}${one.name}=${one.text}`],
    );
  }
  return { picked: folderOf(top) as unknown as FileSystemDirectoryHandle, put, all };
}
