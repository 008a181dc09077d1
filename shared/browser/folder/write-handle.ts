import { done, fails, type Outcome, type Writing } from '../../folder/folder-root.ts';
import { attempt } from './attempt.ts';

interface Place {
  folder: FileSystemDirectoryHandle;
  name: string;
  /** Something is there, and is to be replaced. */
  isReplaced: boolean;
}

/** A file to be written. Until it is whole, an empty one holds its name, or the one that is replaced stays. */
export async function writeHandle({ folder, name, isReplaced }: Place, onGone: () => void): Promise<Outcome<Writing>> {
  const handle = await folder.getFileHandle(name, { create: !isReplaced });
  const before = await handle.getFile();
  const stream = await handle.createWritable();

  /** A handle is a name: another file may have been put there meanwhile. */
  async function isAsBefore(): Promise<boolean> {
    const now = await handle.getFile().catch(() => null);
    return now?.size === before.size && now.lastModified === before.lastModified;
  }
  async function drop(): Promise<void> {
    await stream.abort().catch(() => undefined);
    if (!isReplaced && (await isAsBefore())) await folder.removeEntry(name).catch(() => undefined);
    onGone();
  }
  return {
    ok: true,
    value: {
      // Parts come one after the other; the stream keeps their order.
      write: (bytes) => attempt(async () => (await stream.write(new Uint8Array(bytes)), done)),
      finish: () =>
        attempt(async () => {
          if (await isAsBefore()) return (await stream.close(), done);
          await drop();
          return fails('changed');
        }),
      drop,
    },
  };
}
