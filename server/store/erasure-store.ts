import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Subject } from '../../shared/protocol/held.ts';
import { sessionIdSchema } from '../../shared/protocol/ids.ts';
import { requestIdSchema } from '../../shared/queue/desk-facts.ts';
import type { Actor } from '../audit/audit.ts';
import type { Schema } from './schema.ts';

/** What somebody has decided to erase. */
export interface Erasure {
  id: string;
  at: number;
  by: Actor;
  subject: Subject;
}

/** Erasures that are not done yet: an instance may die in the middle of one. */
export interface ErasureStore {
  /** Claimed until then by whoever puts it. */
  put(erasure: Erasure, claimedUntil: number): Promise<void>;
  /** Those that nobody is at work on. */
  pending(now: number): Promise<Erasure[]>;
  /** Exactly one of several who ask at once has it, until then. */
  claim(id: string, now: number, until: number): Promise<boolean>;
  /** Nothing is left of it here; the audit log has the proof. */
  done(id: string): Promise<void>;
}

const subjectText = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ sessionIds: v.array(sessionIdSchema), requestIds: v.array(requestIdSchema) }),
);

export function createErasureStore(db: Kysely<Schema>): ErasureStore {
  return {
    async put({ id, at, by, subject }, claimedUntil) {
      await db
        .insertInto('erasure')
        .values({
          id,
          at,
          by: by.id,
          by_name: by.name,
          subject: JSON.stringify(subject),
          claimed_until: claimedUntil,
        })
        .execute();
    },
    async pending(now) {
      const rows = await db.selectFrom('erasure').selectAll().where('claimed_until', '<=', now).orderBy('at').execute();
      return rows.map(({ id, at, by, by_name, subject }) => {
        return { id, at, by: { id: by, name: by_name }, subject: v.parse(subjectText, subject) };
      });
    },
    async claim(id, now, until) {
      const { numUpdatedRows } = await db
        .updateTable('erasure')
        .set({ claimed_until: until })
        .where('id', '=', id)
        .where('claimed_until', '<=', now)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async done(id) {
      await db.deleteFrom('erasure').where('id', '=', id).execute();
    },
  };
}
