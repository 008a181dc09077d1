import { headWith } from '../../session/dangerous-file.ts';
import { type Sha256, startSha256 } from '../hash/sha256.ts';
import { createInOrder } from '../link/in-order.ts';
import { type FileSpace, openSpace, removeSession } from './file-space.ts';
import {
  type FilePlace,
  type FromFileWorker,
  type StoreFailure,
  tellAfterBytes,
  type ToFileWorker,
} from './file-work.ts';

interface Open {
  space: FileSpace;
  hash: Sha256;
  head: Uint8Array<ArrayBuffer>;
  size: number;
  /** As much as the window was told of. */
  told: number;
  /** To be given back with the next word. */
  memories: ArrayBuffer[];
}

/** Of a burst all are there by then; of pieces that come one by one each is told: its owner's window may be small. */
const tellWithinMs = 5;

/** The worker's side: keeps what is fetched, and knows its hash as soon as the last byte is there. */
export function createFileWork(
  say: (message: FromFileWorker, given?: Transferable[]) => void,
): (message: ToFileWorker) => void {
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
    const hash = await startSha256().catch(() => null);
    if (!hash) {
      space.close();
      return fail(fileId, 'storage-failed');
    }
    const one: Open = { space, hash, head: new Uint8Array(0), size, told: space.bytes(), memories: [] };
    for await (const bytes of space.read()) take(one, bytes);
    open.set(fileId, one);
    say({ type: 'opened', fileId, bytes: space.bytes() });
  }

  function take(one: Open, bytes: Uint8Array): void {
    one.hash.update(bytes);
    one.head = headWith(one.head, bytes);
  }

  function write(fileId: string, at: number, bytes: Uint8Array<ArrayBuffer>): void {
    const one = open.get(fileId);
    // What still comes for one that was closed, or wiped meanwhile.
    if (!one || one.space.bytes() !== at) return;
    try {
      one.space.write(bytes, at);
    } catch {
      return fail(fileId, 'storage-full');
    }
    take(one, bytes);
    if (!one.space.keepsMemory) one.memories.push(bytes.buffer);
    const upTo = at + bytes.length;
    if (upTo === one.size || upTo - one.told >= tellAfterBytes) return tell(fileId, one);
    // The first of those that it is not told of yet.
    if (at === one.told) setTimeout(() => tell(fileId, one), tellWithinMs);
  }

  function tell(fileId: string, one: Open): void {
    const upTo = one.space.bytes();
    if (open.get(fileId) !== one || upTo <= one.told) return;
    one.told = upTo;
    const memories = one.memories.splice(0);
    say({ type: 'written', fileId, upTo, memories }, memories);
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
    say({ type: 'finished', fileId, sha256: one.hash.hex(), blob, head: one.head });
  }

  function close(fileId: string): void {
    open.get(fileId)?.space.close();
    open.delete(fileId);
  }

  async function remove(sessionId: string): Promise<void> {
    // Who still waits for one waits no longer.
    for (const fileId of [...open.keys()]) fail(fileId, 'storage-failed');
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
    }
  }
  return (message) => inOrder(Promise.resolve(message), perform);
}
