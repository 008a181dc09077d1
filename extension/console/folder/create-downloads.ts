import type { FileDisk } from '../../../shared/browser/files/file-disk.ts';
import type { FromFileWorker, StoreFailure } from '../../../shared/browser/files/file-work.ts';
import { saveBlob } from '../../../shared/browser/ui/save-file.ts';
import { type CopyTarget, done, fails, type Outcome, type Writing } from '../../../shared/folder/folder-root.ts';
import type { FolderFailure } from '../../../shared/protocol/folder.ts';
import { newId } from '../../../shared/protocol/new-id.ts';

interface Deps {
  sessionId: string;
  disk: FileDisk;
  save?: typeof saveBlob;
}

/** Above it whoever copies waits for the disk. */
const mostWaitingBytes = 2 * 1024 * 1024;

const codes: Readonly<Record<StoreFailure, FolderFailure>> = {
  'storage-full': 'disk-full',
  'no-storage': 'too-large',
  'storage-failed': 'failed',
};

/**
 * Where single files go when the host has picked no folder: kept where published files are until they are whole, then
 * given to the browser's downloads, which number names that are taken by themselves.
 */
export function createDownloads({ sessionId, disk, save = saveBlob }: Deps): CopyTarget {
  const open = new Map<string, (answer: FromFileWorker) => void>();
  disk.listen((answer) => open.get(answer.fileId)?.(answer));

  async function create(name: string, size: number): Promise<Outcome<Writing>> {
    const fileId = newId();
    const place = { sessionId, fileId, size };
    const { heard, hear, until } = createHearing();
    const failure = () => heard.failure && fails(codes[heard.failure]);
    open.set(fileId, hear);
    disk.ask({ type: 'open', ...place });
    await until(() => heard.isOpen);
    const unopened = failure();
    if (unopened) {
      open.delete(fileId);
      return unopened;
    }
    let at = 0;

    function drop(): void {
      open.delete(fileId);
      disk.ask({ type: 'wipe', ...place });
      disk.ask({ type: 'close', fileId });
    }
    return {
      ok: true,
      value: {
        async write(part) {
          disk.write(fileId, at, part);
          const end = (at += part.length);
          await until(() => end - heard.written <= mostWaitingBytes);
          return failure() ?? done;
        },
        async finish(sha256) {
          disk.ask({ type: 'finish', fileId });
          await until(() => heard.whole !== null);
          if (heard.whole?.sha256 === sha256) {
            open.delete(fileId);
            save(name, heard.whole.blob);
            return done;
          }
          drop();
          return failure() ?? fails('wrong-hash');
        },
        drop: () => Promise.resolve(drop()),
      },
    };
  }

  return {
    stat: () => Promise.resolve(fails('not-found')),
    make: () => Promise.resolve(fails('impossible')),
    create: (path, size) => create(path.at(-1) ?? '', size),
  };
}

/** What the worker has said of one file. */
function createHearing() {
  const heard = {
    isOpen: false,
    written: 0,
    whole: null as { sha256: string; blob: Blob } | null,
    failure: null as StoreFailure | null,
  };
  let more = Promise.withResolvers<void>();
  return {
    heard,
    hear(answer: FromFileWorker): void {
      if (answer.type === 'opened') heard.isOpen = true;
      if (answer.type === 'written') heard.written = answer.upTo;
      if (answer.type === 'finished') heard.whole = answer;
      if (answer.type === 'failed') heard.failure = answer.code;
      more.resolve();
      more = Promise.withResolvers();
    },
    /** Or until it has failed. */
    async until(isSo: () => boolean): Promise<void> {
      while (!isSo() && heard.failure === null) await more.promise;
    },
  };
}
