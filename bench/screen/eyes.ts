import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { bytesPerPixel, type Framebuffer } from './framebuffer.ts';

/** Points in one row of a framebuffer, each of which is dark or light. */
export interface Eye {
  file: string;
  /** Of the row's first point, in bytes. */
  start: number;
  /** Of each point, from there. */
  points: readonly number[];
}

/** From then on it looked like this: one bit a point, the first one lowest. */
export interface Change {
  /** ms since 1970. */
  at: number;
  bits: number;
}

export interface Watch {
  /** What each eye saw. */
  end(): Promise<Change[][]>;
}

export function eyeAt({ file, start, bytesPerLine }: Framebuffer, y: number, xs: readonly number[]): Eye {
  const [first = 0] = xs;
  return {
    file,
    start: start + Math.round(y) * bytesPerLine + Math.round(first) * bytesPerPixel,
    points: xs.map((x) => (Math.round(x) - Math.round(first)) * bytesPerPixel),
  };
}

/** Looks twice a millisecond, in a thread of its own. */
export async function watch(eyes: readonly Eye[]): Promise<Watch> {
  const over = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./eye-worker.ts', import.meta.url), { workerData: { eyes, over } });
  await once(worker, 'message');
  return {
    async end() {
      const seen = once(worker, 'message') as Promise<[Change[][]]>;
      Atomics.store(over, 0, 1);
      return (await seen)[0];
    },
  };
}
