import { readSlices } from '../files/read-slices.ts';
import type { FromHashWorker, ToHashWorker } from './hash-work.ts';
import { type Sha256, startSha256 } from './sha256.ts';

/** The worker's side: one file after the other, several streams at a time, the parts of each in order. */
export function createHashWork(say: (message: FromHashWorker) => void): (message: ToHashWorker) => void {
  /** Null: nothing can be hashed here, which is told at the end. */
  const streams = new Map<number, Promise<Sha256 | null>>();
  let turn: Promise<void> = Promise.resolve();

  function streamOf(id: number): Promise<Sha256 | null> {
    const stream = streams.get(id) ?? startSha256().catch(() => null);
    streams.set(id, stream);
    return stream;
  }

  async function hashFile(id: number, file: Blob): Promise<void> {
    try {
      const hash = await startSha256();
      for await (const bytes of readSlices(file, 0)) hash.update(bytes);
      say({ type: 'hashed', id, sha256: hash.hex() });
    } catch {
      say({ type: 'hashed', id, sha256: null });
    }
  }

  async function take(id: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    (await streamOf(id))?.update(bytes);
    say({ type: 'took', id });
  }

  async function end(id: number): Promise<void> {
    const stream = streamOf(id);
    streams.delete(id);
    say({ type: 'hashed', id, sha256: (await stream)?.hex() ?? null });
  }

  return (message) => {
    switch (message.type) {
      case 'file':
        turn = turn.then(() => hashFile(message.id, message.file));
        return;
      case 'part':
        return void take(message.id, message.bytes);
      case 'end':
        return void end(message.id);
      case 'drop':
        return void streams.delete(message.id);
    }
  };
}
