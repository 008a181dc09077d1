import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { RelayLimits } from '../limits/relay-limits.ts';
import type { Env } from './env.ts';

interface Told<T> {
  /** Calls when there may be something new. Returns how to stop. */
  follow(changed: () => void): () => void;
  view(): T | Promise<T>;
  /** Nothing more comes after this. */
  isLast?(view: T): boolean;
  report(error: unknown): void;
  /** Told at most so often, ms. */
  everyMs: number;
  limits: RelayLimits;
}

/**
 * An answer that goes on: one line of JSON now and whenever it is another, an empty line so that both sides know that
 * the line is alive. Unlike a socket it takes the bearer's header, and needs nothing else.
 */
export function jsonFeed<T>(c: Context<Env>, { follow, view, isLast, report, everyMs, limits }: Told<T>): Response {
  c.header('content-type', 'application/x-ndjson');
  c.header('x-accel-buffering', 'no');
  return stream(
    c,
    async (out) => {
      const over = new AbortController();
      const { signal } = over;
      let wake = Promise.withResolvers<void>();
      let said = '';
      let saidAt = 0;
      const unfollow = follow(() => wake.resolve());
      out.onAbort(() => {
        over.abort();
        wake.resolve();
      });
      const alive = setInterval(() => wake.resolve(), limits.deskAliveMs);
      try {
        while (!signal.aborted) {
          wake = Promise.withResolvers<void>();
          const now = await view();
          const text = JSON.stringify(now);
          if (text !== said) await out.write(`${text}\n`);
          else if (performance.now() - saidAt >= limits.deskAliveMs / 2) await out.write('\n');
          if (text !== said || performance.now() - saidAt >= limits.deskAliveMs / 2) saidAt = performance.now();
          said = text;
          if (isLast?.(now)) break;
          await wake.promise;
          await out.sleep(everyMs);
        }
      } finally {
        clearInterval(alive);
        unfollow();
      }
    },
    (error) => {
      report(error);
      return Promise.resolve();
    },
  );
}
