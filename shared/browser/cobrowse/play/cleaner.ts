import type { FromCleaner, FromWorker, Ordered, ToCleaner } from '../sanitise/cleaning.ts';

export interface Cleaner {
  /** Takes the bytes of the batch away with it. */
  send(batch: Ordered): void;
  /** Style sheets that later batches name; they outlive a `drop`. */
  sheets(body: Uint8Array): void;
  /** In its turn: after what of that frame is under way. */
  left(frame: number): void;
  /** The last message is done with. */
  more(): void;
  /** Forgets all that is under way; what comes next must be a snapshot. */
  drop(): void;
}

/** Inflates, parses and sanitises in a worker of its own, where no page can make it hold up the host. */
export function createCleaner(on: { message(message: FromCleaner): void; dead(): void }): Cleaner {
  /** There before it is needed: starting takes longer than cleaning a small page. */
  let worker: Worker | null = start();
  /** How many drops the worker has not heard of yet: what it still sends is of what was dropped. */
  let dropping = 0;

  function start(): Worker {
    const own = new Worker(new URL('../sanitise/clean-worker.ts', import.meta.url), { type: 'module' });
    own.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'dropped') dropping -= 1;
      else if (dropping === 0) on.message(data);
    };
    own.onerror = () => {
      own.terminate();
      worker = null;
      dropping = 0;
      on.dead();
    };
    return own;
  }
  const post = (message: ToCleaner, given: Transferable[] = []) => (worker ??= start()).postMessage(message, given);
  post({ type: 'rehearse' });

  return {
    send: (ordered) => post({ type: 'batch', ...ordered }, [ordered.batch.events.buffer]),
    sheets: (body) => post({ type: 'sheets', body }, [body.buffer]),
    left: (frame) => post({ type: 'left', frame }),
    more: () => post({ type: 'more' }),
    drop() {
      if (!worker) return;
      dropping += 1;
      post({ type: 'drop' });
    },
  };
}
