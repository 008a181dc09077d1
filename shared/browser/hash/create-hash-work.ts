import { readSlices } from '../files/read-slices.ts';
import type { FromHashWorker, ToHashWorker } from './hash-work.ts';
import { type Sha256, startSha256 } from './sha256.ts';

/** The worker's side: several files and streams at a time, the parts of each in order. */
export function createHashWork(say: (message: FromHashWorker) => void): (message: ToHashWorker) => void {
  const streams = new Map<number, Promise<Sha256>>();

  function streamOf(id: number): Promise<Sha256> {
    const stream = streams.get(id) ?? startSha256();
    streams.set(id, stream);
    return stream;
  }

  async function hashFile(id: number, file: Blob): Promise<void> {
    const hash = await startSha256();
    try {
      for await (const bytes of readSlices(file, 0)) hash.update(bytes);
    } catch {
      return say({ type: 'hashed', id, sha256: null });
    }
    say({ type: 'hashed', id, sha256: hash.hex() });
  }

  async function take(id: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    (await streamOf(id)).update(bytes);
    say({ type: 'took', id });
  }

  async function end(id: number): Promise<void> {
    const stream = streamOf(id);
    streams.delete(id);
    say({ type: 'hashed', id, sha256: (await stream).hex() });
  }

  return (message) => {
    switch (message.type) {
      case 'file':
        return void hashFile(message.id, message.file);
      case 'part':
        return void take(message.id, message.bytes);
      case 'end':
        return void end(message.id);
      case 'drop':
        return void streams.delete(message.id);
    }
  };
}
