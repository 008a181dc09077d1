import { setImmediate as breathe } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { SessionId } from '../../../shared/protocol/ids.ts';
import type { Eraser } from '../../erasure/eraser.ts';
import type { Schema } from '../schema.ts';

/** What happened in sessions, who had a place in them, and what let people in. */
export const eraseSessions = (db: Kysely<Schema>): Eraser => ({
  kind: 'facts',
  async read({ sessionIds }) {
    if (sessionIds.length === 0) return [];
    const rows = await db
      .selectFrom('fact')
      .selectAll()
      .where('session_id', 'in', sessionIds)
      .orderBy('session_id')
      .orderBy('seq')
      .execute();
    return rows.map(({ fact, ...row }) => ({ ...row, fact: JSON.parse(fact) as unknown }));
  },
  async erase({ sessionIds }) {
    let gone = 0;
    for (const sessionId of sessionIds) {
      await breathe();
      gone += await db.transaction().execute((transaction) => eraseOne(transaction, sessionId));
    }
    return gone;
  },
});

async function eraseOne(db: Transaction<Schema>, sessionId: SessionId): Promise<number> {
  const seats = db.selectFrom('participant').select('id').where('session_id', '=', sessionId);
  await db.deleteFrom('ticket').where('participant_id', 'in', seats).execute();
  // Put back meanwhile by an instance that has looked for what was missing.
  await db.deleteFrom('report').where('session_id', '=', sessionId).execute();
  for (const table of ['participant', 'command', 'session_number', 'join_code', 'host_invitation'] as const) {
    await db.deleteFrom(table).where('session_id', '=', sessionId).execute();
  }
  const { numDeletedRows } = await db.deleteFrom('fact').where('session_id', '=', sessionId).executeTakeFirst();
  await db.deleteFrom('session').where('id', '=', sessionId).execute();
  return Number(numDeletedRows);
}
