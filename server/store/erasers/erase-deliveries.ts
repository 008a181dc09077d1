import type { Kysely } from 'kysely';
import type { Eraser } from '../../erasure/eraser.ts';
import type { Schema } from '../schema.ts';

/** What was sent to webhooks, or is on its way to them. */
export const eraseDeliveries = (db: Kysely<Schema>): Eraser => ({
  kind: 'deliveries',
  async read({ sessionIds, requestIds }) {
    const subjects = [...sessionIds, ...requestIds];
    if (subjects.length === 0) return [];
    const rows = await db
      .selectFrom('webhook_delivery')
      .select(['id', 'event', 'body', 'made_at', 'state'])
      .where('subject', 'in', subjects)
      .orderBy('place')
      .execute();
    return rows.map(({ body, ...row }) => ({ ...row, body: JSON.parse(body) as unknown }));
  },
  async erase({ sessionIds, requestIds }) {
    const subjects = [...sessionIds, ...requestIds];
    if (subjects.length === 0) return 0;
    const { numDeletedRows } = await db
      .deleteFrom('webhook_delivery')
      .where('subject', 'in', subjects)
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
});
