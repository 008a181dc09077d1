import { setImmediate as breathe } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { deskFactSchema } from '../../shared/queue/desk-facts.ts';
import type { Schema } from './schema.ts';

const atOnce = 1_000;
const enteredSchema = v.pipe(v.string(), v.parseJson(), deskFactSchema.options[0]);
export type EnteredFact = { seq: number; at: number; fact: v.InferOutput<typeof enteredSchema> };

/** Requests that the desk's facts still tell of, in order; others get their turn in between. */
export async function* enteredFacts(db: Kysely<Schema>): AsyncGenerator<EnteredFact> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('desk_fact')
      .selectAll()
      .where('seq', '>', after)
      .where('fact', 'like', '{"type":"request.entered"%')
      .orderBy('seq')
      .limit(atOnce)
      .execute();
    for (const { seq, at, fact } of rows) yield { seq, at, fact: v.parse(enteredSchema, fact) };
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = last.seq;
    await breathe();
  }
}
