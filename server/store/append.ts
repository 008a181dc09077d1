import type { Kysely, Transaction } from 'kysely';
import type { Entry } from '../../shared/session/facts.ts';
import { isConflict } from './is-conflict.ts';
import type { Schema } from './schema.ts';
import type { Append, Appended } from './store.ts';

class NumberGone extends Error {}

/**
 * Writes first and reads nothing, so the transaction is as short as it can be. Two that build on the
 * same fact meet at the key (session, seq), and one of them is told to look again.
 */
export async function appendFacts(db: Kysely<Schema>, append: Append): Promise<Appended> {
  const entries = append.facts.map((fact, index): Entry => {
    return { seq: append.after + index + 1, at: append.at, by: append.by, fact };
  });
  try {
    await db.transaction().execute((transaction) => write(transaction, append, entries));
    return { ok: true, entries };
  } catch (error) {
    if (error instanceof NumberGone) return { ok: false, code: 'number.gone' };
    if (isConflict(error)) return { ok: false, code: 'conflict' };
    throw error;
  }
}

async function write(db: Transaction<Schema>, append: Append, entries: readonly Entry[]): Promise<void> {
  const { sessionId, at, by, command, seats = [], spend } = append;
  if (append.after === 0) {
    await db.insertInto('session').values({ id: sessionId, started_at: at, ended_at: null, seen_at: at }).execute();
  }
  if (entries.length > 0) {
    await db
      .insertInto('fact')
      .values(
        entries.map((entry) => {
          return { session_id: sessionId, seq: entry.seq, at, by, fact: JSON.stringify(entry.fact) };
        }),
      )
      .execute();
  }
  if (command !== undefined) {
    const seq = append.after + entries.length;
    await db.insertInto('command').values({ session_id: sessionId, command_id: command, by, seq }).execute();
  }
  if (spend !== undefined) {
    // A number, or the code of a link: one of the two has this hash.
    const numbers = await db
      .deleteFrom('session_number')
      .where('number_hash', '=', spend)
      .where('session_id', '=', sessionId)
      .where('expires_at', '>', at)
      .executeTakeFirst();
    const codes = await db
      .deleteFrom('join_code')
      .where('code_hash', '=', spend)
      .where('session_id', '=', sessionId)
      .where('expires_at', '>', at)
      .executeTakeFirst();
    if (numbers.numDeletedRows + codes.numDeletedRows !== 1n) throw new NumberGone();
  }
  if (seats.length > 0) {
    await db
      .insertInto('participant')
      .values(
        seats.map(({ participantId, tokenHash, role, userId }) => {
          return { id: participantId, session_id: sessionId, token_hash: tokenHash, role, user_id: userId };
        }),
      )
      .execute();
  }
  if (entries.some(({ fact }) => fact.type === 'session.ended')) {
    await db.updateTable('session').set({ ended_at: at }).where('id', '=', sessionId).execute();
    await db.deleteFrom('session_number').where('session_id', '=', sessionId).execute();
    await db.deleteFrom('join_code').where('session_id', '=', sessionId).execute();
  }
}
