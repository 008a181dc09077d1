import type { Context } from 'hono';
import type * as v from 'valibot';
import { parseWith } from '../../shared/protocol/codec.ts';
import type { Env } from './env.ts';

/** The checked JSON body, or null when it is not what the schema wants. */
export async function readBody<S extends v.GenericSchema>(
  c: Context<Env>,
  schema: S,
): Promise<v.InferOutput<S> | null> {
  const parsed = parseWith(schema, await c.req.text());
  return parsed.ok ? parsed.message : null;
}
