import type { FilePlace } from './file-work.ts';

declare global {
  interface FileSystemFileHandle {
    /** In workers only, so the types of windows know nothing of it. */
    createSyncAccessHandle(): Promise<SyncAccess>;
  }
}

interface SyncAccess {
  getSize(): number;
  read(into: Uint8Array, options: { at: number }): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/** Where the bytes of one file are put. All in a worker: only there browsers write into a file in place. */
export interface FileSpace {
  bytes(): number;
  /** What is written is not copied. */
  readonly keepsMemory: boolean;
  write(bytes: Uint8Array<ArrayBuffer>, at: number): void;
  /** All that is there, piece by piece; each is gone when the next is asked for. */
  read(): AsyncIterable<Uint8Array>;
  truncate(): void;
  /** What it holds; nothing can be written after that. */
  blob(): Promise<Blob>;
  close(): void;
}

/** Above it what a browser that keeps nothing fetches would fill its memory. */
export const memoryBytes = 128 * 1024 * 1024;

const root = 'beside-files';
const readBytes = 1024 * 1024;
/** The worker of the window before a reload may hold it for a moment. */
const openTries = 40;
const openAgainMs = 100;

export async function sessionFolder(sessionId: string): Promise<FileSystemDirectoryHandle> {
  const top = await (await navigator.storage.getDirectory()).getDirectoryHandle(root, { create: true });
  return top.getDirectoryHandle(sessionId, { create: true });
}

async function lockedFile(file: FileSystemFileHandle, tries = openTries): Promise<SyncAccess> {
  try {
    return await file.createSyncAccessHandle();
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, openAgainMs));
    return lockedFile(file, tries - 1);
  }
}

/** In the browser's own file system: outlives a reload, and takes no memory. */
async function diskSpace({ sessionId, fileId }: FilePlace): Promise<FileSpace> {
  const file = await (await sessionFolder(sessionId)).getFileHandle(fileId, { create: true });
  const handle = await lockedFile(file);
  return {
    bytes: () => handle.getSize(),
    keepsMemory: false,
    write(bytes, at) {
      if (handle.write(bytes, { at }) < bytes.length)
        throw new DOMException('Not all was written.', 'QuotaExceededError');
    },
    async *read() {
      const size = handle.getSize();
      const bytes = new Uint8Array(readBytes);
      for (let at = 0; at < size; at += readBytes) yield bytes.subarray(0, handle.read(bytes, { at }));
    },
    truncate: () => handle.truncate(0),
    async blob() {
      handle.flush();
      handle.close();
      return file.getFile();
    },
    close: () => handle.close(),
  };
}

/** For windows of which the browser keeps nothing: gone with the window. */
function memorySpace(): FileSpace {
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  return {
    bytes: () => size,
    keepsMemory: true,
    write(bytes) {
      parts.push(bytes);
      size += bytes.length;
    },
    async *read() {
      yield* parts;
    },
    truncate() {
      parts = [];
      size = 0;
    },
    blob: () => Promise.resolve(new Blob(parts)),
    close() {},
  };
}

/** Null: there is nowhere to put so much. */
export async function openSpace(place: FilePlace, size: number): Promise<FileSpace | null> {
  try {
    return await diskSpace(place);
  } catch {
    return size <= memoryBytes ? memorySpace() : null;
  }
}

/** What of other sessions was left behind goes, but for those that a window has open. */
export async function removeStale(olderThan: number, isOpen: (sessionId: string) => boolean): Promise<void> {
  const top = await (await navigator.storage.getDirectory()).getDirectoryHandle(root, { create: true });
  for await (const [sessionId, folder] of top.entries()) {
    if (folder.kind !== 'directory' || isOpen(sessionId)) continue;
    let newest = 0;
    for await (const file of folder.values()) {
      if (file.kind === 'file') newest = Math.max(newest, (await file.getFile()).lastModified);
    }
    if (newest < olderThan) await top.removeEntry(sessionId, { recursive: true });
  }
}

export async function removeSession(sessionId: string): Promise<void> {
  const top = await (await navigator.storage.getDirectory()).getDirectoryHandle(root, { create: true });
  await top.removeEntry(sessionId, { recursive: true });
}
