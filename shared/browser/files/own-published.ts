import { type ReadonlySignal, signal as createSignal } from '@preact/signals';
import type { FileFailure } from '../../protocol/file.ts';
import type { PublishedFile } from '../../session/file.ts';
import type { FileDisk } from './file-disk.ts';
import type { Chosen } from './kept-files.ts';
import type { Served } from './serve-files.ts';

export interface OwnPublished {
  /** Those that this window has in hand, by their id. */
  inHand: ReadonlySignal<ReadonlyMap<string, Served>>;
  /** It becomes the file's content; it is hashed in the meantime. */
  take(fileId: string, file: File): void;
  /** A file that was published before a reload. False: it is another one. */
  takeAgain(published: PublishedFile, file: File): Promise<boolean>;
  find(fileId: string): Served | FileFailure;
  drop(fileId: string): void;
}

interface Deps {
  disk: FileDisk;
  chosen: { get(fileId: string): Chosen | undefined; set(fileId: string, chosen: Chosen): void };
}

/** The files that this window serves: handles of the browser's, read when somebody fetches. */
export function createOwnPublished({ disk, chosen }: Deps): OwnPublished {
  const inHand = createSignal<ReadonlyMap<string, Served>>(new Map());
  const keep = (fileId: string, served: Served) => (inHand.value = new Map(inHand.peek()).set(fileId, served));

  async function hashOf(file: File): Promise<string> {
    const sha256 = await disk.hash(file);
    if (sha256 === null) throw new DOMException('The file cannot be read.', 'NotReadableError');
    return sha256;
  }

  return {
    inHand,
    take(fileId, file) {
      const { name, lastModified } = file;
      const sha256 = hashOf(file);
      chosen.set(fileId, { name, lastModified, sha256: null });
      // Who fetches it is told; until then nobody need be.
      sha256.then((hash) => chosen.set(fileId, { name, lastModified, sha256: hash })).catch(() => undefined);
      keep(fileId, { file, sha256 });
    },
    async takeAgain({ id, size }, file) {
      if (file.size !== size) return false;
      const { name, lastModified } = file;
      const known = chosen.get(id);
      // Moved or given another name it is the same; where its hash was not known yet only these can tell.
      const isLike = known?.name === name && known.lastModified === lastModified;
      if (!known?.sha256 && !isLike) return false;
      const sha256 = await hashOf(file).catch(() => null);
      if (sha256 === null || (known?.sha256 && sha256 !== known.sha256)) return false;
      chosen.set(id, { name, lastModified, sha256 });
      keep(id, { file, sha256: Promise.resolve(sha256) });
      return true;
    },
    find: (fileId) => inHand.peek().get(fileId) ?? 'choose-again',
    drop(fileId) {
      const next = new Map(inHand.peek());
      if (next.delete(fileId)) inHand.value = next;
    },
  };
}
