import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Subject } from '../../../shared/protocol/held.ts';
import type { Eraser } from '../../erasure/eraser.ts';
import type { Schema } from '../schema.ts';

type Rows = ExpressionBuilder<Schema, 'webhook_delivery'>;

/** About the sessions and requests, also where the desk has forgotten which request led to a session. */
const about =
  ({ sessionIds, requestIds }: Subject) =>
  ({ or, eb, selectFrom }: Rows) =>
    or([
      // A list of a database has something in it.
      eb('subject', 'in', [...sessionIds, ...requestIds, '']),
      eb(
        'subject',
        'in',
        // Who asked has the same id in the session.
        selectFrom('participant')
          .select('id')
          .where('session_id', 'in', [...sessionIds, '']),
      ),
    ]);

/** What was sent to webhooks, or is on its way to them. Before the sessions: their seats are looked at. */
export const eraseDeliveries = (db: Kysely<Schema>): Eraser => ({
  kind: 'deliveries',
  async read(subject) {
    const rows = await db
      .selectFrom('webhook_delivery')
      .select(['id', 'event', 'body', 'made_at', 'state'])
      .where(about(subject))
      .orderBy('place')
      .execute();
    return rows.map(({ body, ...row }) => ({ ...row, body: JSON.parse(body) as unknown }));
  },
  async erase(subject) {
    const { numDeletedRows } = await db.deleteFrom('webhook_delivery').where(about(subject)).executeTakeFirst();
    return Number(numDeletedRows);
  },
});
