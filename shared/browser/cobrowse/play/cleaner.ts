import type { Broken, FromCleaner, ToCleaner } from '../sanitise/cleaning.ts';
import type { Batch } from './batch.ts';

export type Pieces = Extract<FromCleaner, { type: 'pieces' }>;

export interface Cleaner {
  send(batch: Batch, snapshot: boolean): void;
  /** The last pieces are done with. */
  more(): void;
  /** Forgets all that is under way; what comes next must be a snapshot. */
  drop(): void;
}

/** The sanitiser in a worker of its own, where no page can make it hold up the host. */
export function createCleaner(onPieces: (pieces: Pieces) => void, onBroken: (code: Broken) => void): Cleaner {
  let worker: Worker | null = null;

  function start(): Worker {
    const own = new Worker(new URL('../sanitise/clean-worker.ts', import.meta.url), { type: 'module' });
    own.onmessage = ({ data }: MessageEvent<FromCleaner>) => {
      // Something may still come of one that was dropped.
      if (own !== worker) return;
      if (data.type === 'pieces') onPieces(data);
      else onBroken(data.code);
    };
    own.onerror = () => {
      if (own === worker) onBroken('damaged');
    };
    return own;
  }
  const post = (message: ToCleaner) => (worker ??= start()).postMessage(message);

  return {
    send: (batch, snapshot) => post({ type: 'batch', batch, snapshot }),
    more: () => post({ type: 'more' }),
    drop() {
      worker?.terminate();
      worker = null;
    },
  };
}
