import type { Hashing } from '../../folder/hashing.ts';
import type { FromHashWorker, ToHashWorker } from './hash-work.ts';

/** SHA-256 in a worker, in hex. */
export interface Hasher {
  /** Null: the file cannot be read, or nothing can be hashed here (any more). */
  file(file: Blob): Promise<string | null>;
  start(): Hashing;
}

/** Parts that may wait for the worker, of each stream: else a disk that is quicker would fill the memory. */
const partsWaiting = 8;

/** Starts no worker before there is something to do. */
export function createHasher(signal: AbortSignal): Hasher {
  const ends = new Map<number, (sha256: string | null) => void>();
  /** Of each stream: told that a part was taken, or that none will be any more. */
  const tooks = new Map<number, () => void>();
  let worker: Worker | null = null;
  let isOver = signal.aborted;
  let next = 1;
  /** Nobody waits for ever for a worker that is no more. */
  function giveUp(): void {
    isOver = true;
    worker?.terminate();
    for (const end of ends.values()) end(null);
    ends.clear();
    for (const took of tooks.values()) took();
  }
  signal.addEventListener('abort', giveUp);

  function begin(): Worker {
    const begun = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' });
    begun.onerror = giveUp;
    begun.onmessage = ({ data }: MessageEvent<FromHashWorker>) => {
      if (data.type === 'took') return tooks.get(data.id)?.();
      ends.get(data.id)?.(data.sha256);
      ends.delete(data.id);
    };
    return begun;
  }
  function ask(message: ToHashWorker, given: Transferable[] = []): void {
    if (isOver) return;
    worker ??= begin();
    worker.postMessage(message, given);
  }
  const ended = (id: number) =>
    isOver ? Promise.resolve(null) : new Promise<string | null>((resolve) => ends.set(id, resolve));

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
          return isOver || waiting < partsWaiting ? undefined : new Promise((resolve) => (wake = resolve));
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
