import type { Kysely } from 'kysely';
import { redactFact } from '../../../shared/queue/redact.ts';
import type { Eraser } from '../../erasure/eraser.ts';
import type { Schema } from '../schema.ts';
import { enteredFacts } from '../entered-facts.ts';

/** What was said when help was asked for. The facts stay in their places without it, so that the desk can be folded. */
export const eraseRequests = (db: Kysely<Schema>): Eraser => ({
  kind: 'requests',
  async read({ requestIds }) {
    const wanted = new Set(requestIds);
    const found: unknown[] = [];
    if (wanted.size === 0) return found;
    for await (const entry of enteredFacts(db)) if (wanted.has(entry.fact.requestId)) found.push(entry);
    return found;
  },
  async erase({ requestIds }) {
    const wanted = new Set(requestIds);
    if (wanted.size === 0) return 0;
    let gone = 0;
    for await (const { seq, fact } of enteredFacts(db)) {
      if (!wanted.has(fact.requestId)) continue;
      const redacted = redactFact(fact);
      if (JSON.stringify(redacted) === JSON.stringify(fact)) continue;
      await db
        .updateTable('desk_fact')
        .set({ fact: JSON.stringify(redacted) })
        .where('seq', '=', seq)
        .execute();
      gone += 1;
    }
    await db.deleteFrom('request').where('id', 'in', requestIds).execute();
    await db.deleteFrom('outcome').where('request_id', 'in', requestIds).execute();
    return gone;
  },
});
