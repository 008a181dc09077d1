import type * as v from 'valibot';
import { parseWith } from '../../protocol/codec.ts';

interface Followed<S extends v.GenericSchema> {
  relay: string;
  path: string;
  bearer: string;
  schema: S;
  heard(view: v.InferOutput<S>): void;
  /** The line is lost, or there again. */
  connected(isThere: boolean): void;
  /** The secret opens nothing any more. Nothing comes after that. */
  refused(): void;
  signal: AbortSignal;
}

/** The relay says something each 10 s. */
const deadAfterMs = 25_000;
const waits = [250, 500, 1_000, 2_000, 4_000];
/** Longer than any line of the relay's. */
const lineChars = 512 * 1024;

/** Follows one of the relay's feeds (feed.ts there) until the signal aborts, over lost lines and restarts. */
export async function followFeed<S extends v.GenericSchema>(feed: Followed<S>): Promise<void> {
  const { relay, path, bearer, schema, heard, connected, refused, signal } = feed;
  for (let tries = 0; !signal.aborted; tries += 1) {
    const line = new AbortController();
    const either = AbortSignal.any([signal, line.signal]);
    const alive = createWatchdog(() => line.abort());
    try {
      const response = await fetch(new URL(path, relay), {
        credentials: 'omit',
        cache: 'no-store',
        headers: { authorization: `Bearer ${bearer}` },
        signal: either,
      });
      if (response.status === 401) return refused();
      if (response.ok && response.body) {
        for await (const text of linesOf(response.body)) {
          alive.seen();
          tries = 0;
          connected(true);
          const parsed = text === '' ? null : parseWith(schema, text);
          if (parsed?.ok) heard(parsed.message);
        }
      }
    } catch {
      // Lost, or not there: again below.
    } finally {
      alive.stop();
      line.abort();
    }
    if (signal.aborted) return;
    connected(false);
    await sleep(waits[Math.min(tries, waits.length - 1)] ?? 0, signal);
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > lineChars) return;
      yield* lines;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function createWatchdog(bite: () => void) {
  let timer = setTimeout(bite, deadAfterMs);
  return {
    seen() {
      clearTimeout(timer);
      timer = setTimeout(bite, deadAfterMs);
    },
    stop: () => clearTimeout(timer),
  };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
