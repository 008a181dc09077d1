import type { Context } from 'hono';
import { byteRange } from './byte-range.ts';
import type { Env } from './env.ts';

interface Served {
  type: string;
  length: number;
  read: (from: number, to: number) => AsyncGenerator<Uint8Array, void>;
  /** Saved under this name; left out: shown. */
  saveAs?: string;
}

/** Bytes, or the part of them that is asked for, one piece after the other. */
export function sendBytes(c: Context<Env>, { type, length, read, saveAs }: Served): Response {
  const range = byteRange(c.req.header('range'), length);
  if (range === 'impossible') return c.body(null, 416, { 'content-range': `bytes */${length}` });
  const [from, to] = range ?? [0, length];
  const headers: Record<string, string> = {
    'content-type': type,
    'content-length': String(to - from),
    'accept-ranges': 'bytes',
    ...(range && { 'content-range': `bytes ${from}-${to - 1}/${length}` }),
    ...(saveAs && { 'content-disposition': `attachment; filename="${saveAs}"` }),
  };
  return c.body(streamOf(read(from, to)), range ? 206 : 200, headers);
}

/** Reads on only as it is taken. */
export function streamOf(parts: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value.slice());
    },
    cancel: () => void parts.return(),
  });
}
