import type { FromCleaner, Ordered, ToCleaner } from '../sanitise/cleaning.ts';

export interface Cleaner {
  send(batch: Ordered): void;
  /** In its turn: after what of that frame is under way. */
  left(frame: number): void;
  /** The last message is done with. */
  more(): void;
  /** Forgets all that is under way; what comes next must be a snapshot. */
  drop(): void;
}

/** The sanitiser in a worker of its own, where no page can make it hold up the host. */
export function createCleaner(on: { message(message: FromCleaner): void; dead(): void }): Cleaner {
  /** There before it is needed: starting takes longer than cleaning a small page. */
  let worker = start();
  let isFresh = true;

  function start(): Worker {
    const own = new Worker(new URL('../sanitise/clean-worker.ts', import.meta.url), { type: 'module' });
    own.onmessage = ({ data }: MessageEvent<FromCleaner>) => {
      // Something may still come of one that was dropped.
      if (own === worker) on.message(data);
    };
    own.onerror = () => {
      if (own === worker) on.dead();
    };
    return own;
  }
  const rehearse: ToCleaner = { type: 'rehearse' };
  worker.postMessage(rehearse);

  function post(message: ToCleaner) {
    isFresh = false;
    worker.postMessage(message);
  }

  return {
    send: (ordered) => post({ type: 'batch', ...ordered }),
    left: (frame) => post({ type: 'left', frame }),
    more: () => post({ type: 'more' }),
    drop() {
      if (isFresh) return;
      worker.terminate();
      worker = start();
      isFresh = true;
    },
  };
}
