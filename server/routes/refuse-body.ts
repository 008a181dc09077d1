import type { Context } from 'hono';
import type { Env } from './env.ts';
import { restError } from './rest-error.ts';

/** More than that nobody reads only to be polite. */
const readAtMostBytes = 1024 * 1024;

/**
 * To a body that is too large. The caller is still sending it, and a connection with a rest of it unread is cut off
 * half a second later, under whatever it is used for by then: so the rest is thrown away and the connection ends.
 */
export async function refuseBody(c: Context<Env>): Promise<Response> {
  const { body } = c.req.raw;
  if (body && !body.locked) await throwAway(body);
  c.header('connection', 'close');
  return restError(c, 'body.invalid');
}

async function throwAway(body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader();
  let read = 0;
  try {
    for (let part = await reader.read(); !part.done && read < readAtMostBytes; part = await reader.read())
      read += part.value.length;
  } catch {
    // The caller has gone meanwhile.
  }
}
