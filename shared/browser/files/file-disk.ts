import { createHasher } from '../hash/create-hasher.ts';
import { removeStale } from './file-space.ts';
import type { FromFileWorker, ToFileWorker } from './file-work.ts';
import { createPieceMemory } from './piece-memory.ts';

/** The window's side of its worker for files. */
export interface FileDisk {
  ask(message: Exclude<ToFileWorker, { type: 'write' }>): void;
  /** Copies the bytes. */
  write(fileId: string, at: number, bytes: Uint8Array): void;
  listen(handler: (message: FromFileWorker) => void): void;
  /** SHA-256 of a file of one's own, in hex; null: it cannot be read. */
  hash(file: Blob): Promise<string | null>;
}

const lockPrefix = 'beside-files ';
/** What a window that is gone has left behind is kept so long: its person may come back. */
const keptMs = 60 * 60_000;

/**
 * Starts nothing before there is something to do. Own files are hashed in a worker of its own: a large one would hold
 * up what is being fetched.
 */
export function createFileDisk(sessionId: string, signal: AbortSignal): FileDisk {
  const handlers: ((message: FromFileWorker) => void)[] = [];
  const memory = createPieceMemory();
  let keeper: Worker | null = null;
  signal.addEventListener('abort', () => keeper?.terminate());

  function keep(): Worker {
    void holdPlace(sessionId, signal);
    const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromFileWorker>) => {
      if (data.type === 'written') memory.takeBack(data.memories);
      for (const handler of handlers) handler(data);
    };
    return worker;
  }

  return {
    ask: (message) => (keeper ??= keep()).postMessage(message),
    write(fileId, at, bytes) {
      const own = memory.copy(bytes);
      const message: ToFileWorker = { type: 'write', fileId, at, bytes: own };
      (keeper ??= keep()).postMessage(message, [own.buffer]);
    },
    listen: (handler) => void handlers.push(handler),
    hash: createHasher(signal).file,
  };
}

/** While this window lives no other takes its files for left behind. */
async function holdPlace(sessionId: string, signal: AbortSignal): Promise<void> {
  const held = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => held.resolve());
  void navigator.locks.request(`${lockPrefix}${sessionId}`, { mode: 'shared' }, () => held.promise);
  const { held: locks = [] } = await navigator.locks.query();
  const names = new Set(locks.map(({ name }) => name));
  // Where the browser keeps nothing there is nothing to look through.
  await removeStale(Date.now() - keptMs, (one) => one === sessionId || names.has(`${lockPrefix}${one}`)).catch(
    () => undefined,
  );
}
