import type { Kysely } from 'kysely';
import type { AuditQuery } from '../../shared/protocol/audit.ts';
import { type AuditRow, firstLink, type Link } from '../audit/audit-chain.ts';
import { isConflict } from './is-conflict.ts';
import type { Schema } from './schema.ts';

/** Who decided what. Rows are added and never changed; the oldest go in time. */
export interface AuditStore {
  head(): Promise<Link>;
  /** False: another row has this place; look again. */
  add(row: AuditRow): Promise<boolean>;
  /** Newest first. */
  find(query: AuditQuery, atMost: number): Promise<AuditRow[]>;
  /** In order. */
  rowsAfter(seq: number, atMost: number): Promise<AuditRow[]>;
  first(): Promise<Link | undefined>;
  /** The last of those before both; that the log was cut is no reason to cut it again. */
  lastBefore(at: number, seq: number): Promise<Link | undefined>;
  /** How many went. */
  dropUpTo(seq: number): Promise<number>;
}

export function createAuditStore(db: Kysely<Schema>): AuditStore {
  const columns = ['seq', 'at', 'by', 'by_name as byName', 'what', 'detail', 'hash'] as const;
  return {
    async head() {
      const row = await db
        .selectFrom('audit')
        .select(['seq', 'hash'])
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ?? firstLink;
    },
    async add({ byName, ...row }) {
      try {
        await db
          .insertInto('audit')
          .values({ ...row, by_name: byName })
          .execute();
        return true;
      } catch (error) {
        if (isConflict(error)) return false;
        throw error;
      }
    },
    find({ before, what, from, to }, atMost) {
      let query = db.selectFrom('audit').select(columns);
      if (before !== undefined) query = query.where('seq', '<', before);
      if (what !== undefined) query = query.where('what', '=', what);
      if (from !== undefined) query = query.where('at', '>=', from);
      if (to !== undefined) query = query.where('at', '<', to);
      return query.orderBy('seq', 'desc').limit(atMost).execute();
    },
    rowsAfter: (seq, atMost) =>
      db.selectFrom('audit').select(columns).where('seq', '>', seq).orderBy('seq').limit(atMost).execute(),
    first: () => db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq').limit(1).executeTakeFirst(),
    lastBefore: (at, seq) =>
      db
        .selectFrom('audit')
        .select(['seq', 'hash'])
        .where('at', '<', at)
        .where('seq', '<', seq)
        .where('what', '!=', 'audit.cut')
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst(),
    async dropUpTo(seq) {
      const { numDeletedRows } = await db.deleteFrom('audit').where('seq', '<=', seq).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
