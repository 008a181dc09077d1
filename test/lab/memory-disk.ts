import { createFileWork } from '../../shared/browser/files/create-file-work.ts';
import type { FileDisk } from '../../shared/browser/files/file-disk.ts';
import type { FromFileWorker } from '../../shared/browser/files/file-work.ts';

/** Done in this thread, and kept in memory: there is no file system of a browser's. */
export function memoryDisk(): FileDisk {
  const handlers: ((message: FromFileWorker) => void)[] = [];
  const ask = createFileWork((message) => {
    for (const handler of handlers) handler(message);
  });
  return {
    ask,
    write: (fileId, at, bytes) => ask({ type: 'write', fileId, at, bytes: new Uint8Array(bytes) }),
    listen: (handler) => void handlers.push(handler),
    hash: () => Promise.resolve(null),
  };
}
