import type { Kysely } from 'kysely';
import type { Eraser } from '../../erasure/eraser.ts';
import type { Schema } from '../schema.ts';

/** The index over sessions that are over, with rating and survey. */
export const eraseReports = (db: Kysely<Schema>): Eraser => ({
  kind: 'reports',
  async read({ sessionIds }) {
    if (sessionIds.length === 0) return [];
    return db.selectFrom('report').selectAll().where('session_id', 'in', sessionIds).execute();
  },
  async erase({ sessionIds }) {
    if (sessionIds.length === 0) return 0;
    const { numDeletedRows } = await db.deleteFrom('report').where('session_id', 'in', sessionIds).executeTakeFirst();
    return Number(numDeletedRows);
  },
});
