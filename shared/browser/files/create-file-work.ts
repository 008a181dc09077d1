import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { programHeadBytes } from '../../session/dangerous-file.ts';
import { createInOrder } from '../link/in-order.ts';
import { type FileSpace, openSpace, removeSession } from './file-space.ts';
import type { FilePlace, FromFileWorker, StoreFailure, ToFileWorker } from './file-work.ts';
import { readAhead } from './read-ahead.ts';

interface Open {
  space: FileSpace;
  hash: ReturnType<typeof sha256.create>;
  head: Uint8Array<ArrayBuffer>;
}

/** The worker's side: keeps what is fetched, and knows its hash as soon as the last byte is there. */
export function createFileWork(say: (message: FromFileWorker) => void): (message: ToFileWorker) => void {
  const open = new Map<string, Open>();
  const inOrder = createInOrder();
  const fail = (fileId: string, code: StoreFailure) => {
    open.get(fileId)?.space.close();
    open.delete(fileId);
    say({ type: 'failed', fileId, code });
  };

  /** `isWiped`: what is there of it is not wanted. */
  async function openFile(place: FilePlace, size: number, isWiped: boolean): Promise<void> {
    const { fileId } = place;
    const known = open.get(fileId);
    if (known && !isWiped) return say({ type: 'opened', fileId, bytes: known.space.bytes() });
    const space = known?.space ?? (await openSpace(place, size));
    if (!space) return fail(fileId, 'no-storage');
    if (isWiped || space.bytes() > size) space.truncate();
    const one: Open = { space, hash: sha256.create(), head: new Uint8Array(0) };
    for await (const bytes of space.read()) take(one, bytes);
    open.set(fileId, one);
    say({ type: 'opened', fileId, bytes: space.bytes() });
  }

  function take(one: Open, bytes: Uint8Array): void {
    one.hash.update(bytes);
    const missing = programHeadBytes - one.head.length;
    // The first piece may be shorter than that.
    if (missing > 0) one.head = new Uint8Array([...one.head, ...bytes.subarray(0, missing)]);
  }

  function write(fileId: string, at: number, bytes: Uint8Array<ArrayBuffer>): void {
    const one = open.get(fileId);
    // What still comes for one that was closed, or wiped meanwhile.
    if (!one || one.space.bytes() !== at) return;
    const upTo = at + bytes.length;
    take(one, bytes);
    try {
      one.space.write(bytes, at);
    } catch {
      return fail(fileId, 'storage-full');
    }
    say({ type: 'written', fileId, upTo });
  }

  async function finish(fileId: string): Promise<void> {
    const one = open.get(fileId);
    if (!one) return;
    let blob: Blob;
    try {
      blob = await one.space.blob();
    } catch {
      return fail(fileId, 'storage-failed');
    }
    open.delete(fileId);
    say({ type: 'finished', fileId, sha256: bytesToHex(one.hash.digest()), blob, head: one.head });
  }

  async function hashOf(fileId: string, file: Blob): Promise<void> {
    const hash = sha256.create();
    try {
      for await (const bytes of readAhead(file, 0)) hash.update(bytes);
    } catch {
      return say({ type: 'hashed', fileId, sha256: null });
    }
    say({ type: 'hashed', fileId, sha256: bytesToHex(hash.digest()) });
  }

  function close(fileId: string): void {
    open.get(fileId)?.space.close();
    open.delete(fileId);
  }

  async function remove(sessionId: string): Promise<void> {
    for (const fileId of [...open.keys()]) close(fileId);
    // Where nothing is kept there is nothing to remove.
    await removeSession(sessionId).catch(() => undefined);
  }

  function perform(message: ToFileWorker): void | Promise<void> {
    switch (message.type) {
      case 'open':
        return openFile(message, message.size, false);
      case 'write':
        return write(message.fileId, message.at, message.bytes);
      case 'finish':
        return finish(message.fileId);
      case 'wipe':
        return openFile(message, message.size, true);
      case 'close':
        return close(message.fileId);
      case 'remove':
        return remove(message.sessionId);
      case 'hash':
        return hashOf(message.fileId, message.file);
    }
  }
  return (message) => inOrder(Promise.resolve(message), perform);
}
