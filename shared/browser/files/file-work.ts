import { filePieceSentBytes } from '../../protocol/file.ts';

/** What a window asks its worker for files, and what that says. Of one file things happen in the order asked for. */

/** Where what was fetched is kept until it is saved: of the session, and in it. */
export interface FilePlace {
  sessionId: string;
  fileId: string;
}

export const storeFailures = [
  /** The disk is full, or the browser gives no more of it. */
  'storage-full',
  /** This browser keeps nothing for this window, and the file is too large for its memory. */
  'no-storage',
  /** What has come cannot be had back from where it is kept. */
  'storage-failed',
] as const;
export type StoreFailure = (typeof storeFailures)[number];

/** Three pieces of eight on the way share one word that they are on the disk: to a window each costs as much as a piece. */
export const tellAfterBytes = 2 * filePieceSentBytes + 1;

export type ToFileWorker =
  /** Opens what is there of it. */
  | ({ type: 'open'; size: number } & FilePlace)
  | { type: 'write'; fileId: string; at: number; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'finish'; fileId: string }
  /** What is there of it goes, and it is opened anew. */
  | ({ type: 'wipe'; size: number } & FilePlace)
  | { type: 'close'; fileId: string }
  /** All of the session goes. */
  | { type: 'remove'; sessionId: string };

export type FromFileWorker =
  | { type: 'opened'; fileId: string; bytes: number }
  /** Not of each write. `memories`: those that came with the bytes and are needed no more. */
  | { type: 'written'; fileId: string; upTo: number; memories: ArrayBuffer[] }
  /** `head`: its first bytes. */
  | { type: 'finished'; fileId: string; sha256: string; blob: Blob; head: Uint8Array<ArrayBuffer> }
  | { type: 'failed'; fileId: string; code: StoreFailure };
