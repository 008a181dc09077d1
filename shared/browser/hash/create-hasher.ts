import type { Hashing } from '../../folder/hashing.ts';
import type { FromHashWorker, ToHashWorker } from './hash-work.ts';

/** SHA-256 in a worker, in hex. */
export interface Hasher {
  /** Null: the file cannot be read. */
  file(file: Blob): Promise<string | null>;
  start(): Hashing;
}

/** Parts that may wait for the worker, of each stream: else a disk that is quicker would fill the memory. */
const partsWaiting = 8;

/** Starts no worker before there is something to do. */
export function createHasher(signal: AbortSignal): Hasher {
  const ends = new Map<number, (sha256: string | null) => void>();
  const tooks = new Map<number, () => void>();
  let worker: Worker | null = null;
  let next = 1;
  signal.addEventListener('abort', () => worker?.terminate());

  function begin(): Worker {
    const begun = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' });
    begun.onmessage = ({ data }: MessageEvent<FromHashWorker>) => {
      if (data.type === 'took') return tooks.get(data.id)?.();
      ends.get(data.id)?.(data.sha256);
      ends.delete(data.id);
    };
    return begun;
  }
  const ask = (message: ToHashWorker, given: Transferable[] = []) => (worker ??= begin()).postMessage(message, given);
  const ended = (id: number) => new Promise<string | null>((resolve) => ends.set(id, resolve));

  return {
    file(file) {
      const id = next++;
      ask({ type: 'file', id, file });
      return ended(id);
    },
    start() {
      const id = next++;
      let waiting = 0;
      let wake = () => {};
      tooks.set(id, () => {
        waiting -= 1;
        wake();
      });
      return {
        update(part) {
          const bytes = new Uint8Array(part);
          ask({ type: 'part', id, bytes }, [bytes.buffer]);
          waiting += 1;
          return waiting < partsWaiting ? undefined : new Promise((resolve) => (wake = resolve));
        },
        async hex() {
          ask({ type: 'end', id });
          const sha256 = await ended(id);
          tooks.delete(id);
          return sha256 ?? '';
        },
        drop() {
          ask({ type: 'drop', id });
          tooks.delete(id);
          wake();
        },
      };
    },
  };
}
