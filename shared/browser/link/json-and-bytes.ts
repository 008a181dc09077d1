import type * as v from 'valibot';
import { parseWith } from '../../protocol/codec.ts';
import { concat } from './concat.ts';

const nothing = new Uint8Array(0);
const lineFeed = 10;

/** A line of JSON, and bytes behind it. */
export const encodeWithBytes = (head: object, body: Uint8Array = nothing): Uint8Array =>
  concat(new TextEncoder().encode(`${JSON.stringify(head)}\n`), body);

/** `body` is a view on `message`; null: it is none. */
export function decodeWithBytes<S extends v.GenericSchema>(
  schema: S,
  message: Uint8Array,
): { head: v.InferOutput<S>; body: Uint8Array } | null {
  const end = message.indexOf(lineFeed);
  if (end < 0) return null;
  const head = parseWith(schema, new TextDecoder().decode(message.subarray(0, end)));
  return head.ok ? { head: head.message, body: message.subarray(end + 1) } : null;
}
