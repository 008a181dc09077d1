import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { RelayLimits } from '../limits/relay-limits.ts';
import type { Env } from './env.ts';

interface Told<T> {
  /** Whoever reads it is there now. Returns how to go; called once, however the feed ends. */
  begin(end: () => void): () => void;
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
 * the line is alive. Unlike a socket it takes the bearer's header, and needs nothing else. Whoever is let in no more,
 * a revoked key or a host who was signed out, reads on for a few seconds at most.
 */
export function jsonFeed<T>(
  c: Context<Env>,
  { begin, follow, view, isLast, report, everyMs, limits }: Told<T>,
): Response {
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
      let checkedAt = performance.now();
      const mayRead = async () => {
        if (performance.now() - checkedAt < limits.feedCheckMs) return true;
        checkedAt = performance.now();
        return (await c.var.mayStill?.()) ?? true;
      };
      const end = () => {
        over.abort();
        wake.resolve();
      };
      // The request's own signal does not tell of one that went before we listened; this does.
      out.onAbort(end);
      const goes = begin(end);
      const unfollow = follow(() => wake.resolve());
      const alive = setInterval(() => wake.resolve(), limits.deskAliveMs);
      const life = setTimeout(end, limits.feedLifeMs);
      try {
        while (!signal.aborted) {
          wake = Promise.withResolvers<void>();
          if (!(await mayRead())) break;
          const now = await view();
          const text = JSON.stringify(now);
          const isDue = performance.now() - saidAt >= limits.deskAliveMs / 2;
          if (text !== said || isDue) {
            await out.write(text === said ? '\n' : `${text}\n`);
            saidAt = performance.now();
            said = text;
          }
          if (isLast?.(now)) break;
          await wake.promise;
          await out.sleep(everyMs);
        }
      } finally {
        clearInterval(alive);
        clearTimeout(life);
        unfollow();
        goes();
      }
    },
    (error) => {
      report(error);
      return Promise.resolve();
    },
  );
}
