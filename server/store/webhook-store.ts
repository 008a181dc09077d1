import type { Kysely, Selectable } from 'kysely';
import * as v from 'valibot';
import { type Delivery, deliverySchema, type Webhook, webhookSchema } from '../../shared/protocol/webhooks.ts';
import { isConflict } from './is-conflict.ts';
import type { Schema } from './schema.ts';

/** A word on its way to one webhook. */
export interface NewDelivery {
  id: string;
  webhookId: string;
  /** Those of one subject go one after another, in the order of their places. */
  subject: string;
  place: number;
  event: string;
  body: string;
  at: number;
}
export interface DueDelivery {
  id: string;
  body: string;
  tries: number;
  madeAt: number;
}
export type Tried = Pick<Delivery, 'state' | 'dueAt' | 'tries' | 'status' | 'problem' | 'doneAt'>;

/** Webhooks and what is on its way to them. Any instance may call any of it at any time. */
export interface WebhookStore {
  all(): Promise<Webhook[]>;
  put(webhook: Webhook): Promise<void>;
  /** With all that was on its way. */
  remove(webhookId: string): Promise<boolean>;
  /** Up to where the desk's facts have been looked through. */
  cursor(): Promise<number | undefined>;
  /** All of it is written, or nothing. False: another instance was faster. */
  enqueue(from: number | undefined, to: number, deliveries: readonly NewDelivery[]): Promise<boolean>;
  /** Due, claimed by nobody, and the first of their subject. */
  due(webhookId: string, now: number, atMost: number): Promise<DueDelivery[]>;
  /** Exactly one of several who ask at once has it, until then. */
  claim(deliveryId: string, now: number, until: number): Promise<boolean>;
  tried(deliveryId: string, tried: Tried): Promise<void>;
  /** False: there is none, or it is on its way already. */
  again(deliveryId: string, now: number): Promise<boolean>;
  deliveries(atMost: number): Promise<Delivery[]>;
  /** Forgets what was over before then; how many. */
  prune(before: number, atMost: number): Promise<number>;
}

const eventsText = v.pipe(v.string(), v.parseJson(), webhookSchema.entries.events);
const cursorId = 1;

const toDelivery = (row: Selectable<Schema['webhook_delivery']>): Delivery =>
  v.parse(deliverySchema, {
    deliveryId: row.id,
    webhookId: row.webhook_id,
    event: row.event,
    madeAt: row.made_at,
    state: row.state,
    dueAt: row.due_at,
    tries: row.tries,
    status: row.status,
    problem: row.problem,
    doneAt: row.done_at,
  });

export function createWebhookStore(db: Kysely<Schema>): WebhookStore {
  return {
    async all() {
      const rows = await db.selectFrom('webhook').selectAll().orderBy('made_at').orderBy('id').execute();
      return rows.map(({ id, url, events, is_on, made_at }) => ({
        webhookId: id,
        url,
        events: v.parse(eventsText, events),
        isOn: is_on === 1,
        madeAt: made_at,
      }));
    },

    async put({ webhookId, url, events, isOn, madeAt }) {
      const set = { url, events: JSON.stringify(events), is_on: isOn ? 1 : 0 };
      await db
        .insertInto('webhook')
        .values({ id: webhookId, made_at: madeAt, ...set })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(set))
        .execute();
    },

    async remove(webhookId) {
      const { numDeletedRows } = await db.deleteFrom('webhook').where('id', '=', webhookId).executeTakeFirst();
      await db.deleteFrom('webhook_delivery').where('webhook_id', '=', webhookId).execute();
      return numDeletedRows === 1n;
    },

    async cursor() {
      const row = await db.selectFrom('webhook_cursor').select('seq').where('id', '=', cursorId).executeTakeFirst();
      return row?.seq;
    },

    async enqueue(from, to, deliveries) {
      try {
        return await db.transaction().execute(async (transaction) => {
          if (from === undefined) {
            await transaction.insertInto('webhook_cursor').values({ id: cursorId, seq: to }).execute();
          } else {
            const { numUpdatedRows } = await transaction
              .updateTable('webhook_cursor')
              .set({ seq: to })
              .where('id', '=', cursorId)
              .where('seq', '=', from)
              .executeTakeFirst();
            if (numUpdatedRows !== 1n) return false;
          }
          for (const { id, webhookId, subject, place, event, body, at } of deliveries) {
            await transaction
              .insertInto('webhook_delivery')
              .values({
                id,
                webhook_id: webhookId,
                subject,
                place,
                event,
                body,
                made_at: at,
                state: 'waiting',
                due_at: at,
                claimed_until: 0,
                tries: 0,
                status: null,
                problem: null,
                done_at: null,
              })
              .onConflict((conflict) => conflict.column('id').doNothing())
              .execute();
          }
          return true;
        });
      } catch (error) {
        if (isConflict(error)) return false;
        throw error;
      }
    },

    due: (webhookId, now, atMost) =>
      db
        .selectFrom('webhook_delivery as one')
        .select(['one.id', 'one.body', 'one.tries', 'one.made_at as madeAt'])
        .where('one.webhook_id', '=', webhookId)
        .where('one.state', '=', 'waiting')
        .where('one.due_at', '<=', now)
        .where('one.claimed_until', '<=', now)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('webhook_delivery as before')
                .select('before.id')
                .whereRef('before.webhook_id', '=', 'one.webhook_id')
                .whereRef('before.subject', '=', 'one.subject')
                .whereRef('before.place', '<', 'one.place')
                .where('before.state', '=', 'waiting'),
            ),
          ),
        )
        .orderBy('one.due_at')
        .orderBy('one.place')
        .limit(atMost)
        .execute(),

    async claim(deliveryId, now, until) {
      const { numUpdatedRows } = await db
        .updateTable('webhook_delivery')
        .set({ claimed_until: until })
        .where('id', '=', deliveryId)
        .where('state', '=', 'waiting')
        // What was due when it was looked for may have been tried since then.
        .where('due_at', '<=', now)
        .where('claimed_until', '<=', now)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async tried(deliveryId, { state, dueAt, tries, status, problem, doneAt }) {
      await db
        .updateTable('webhook_delivery')
        .set({ state, due_at: dueAt, tries, status, problem, done_at: doneAt, claimed_until: 0 })
        .where('id', '=', deliveryId)
        .execute();
    },

    async again(deliveryId, now) {
      const { numUpdatedRows } = await db
        .updateTable('webhook_delivery')
        .set({ state: 'waiting', due_at: now, tries: 0, done_at: null, claimed_until: 0 })
        .where('id', '=', deliveryId)
        .where('state', '!=', 'waiting')
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async deliveries(atMost) {
      const rows = await db
        .selectFrom('webhook_delivery')
        .selectAll()
        .orderBy('place', 'desc')
        .orderBy('id')
        .limit(atMost)
        .execute();
      return rows.map(toDelivery);
    },

    async prune(before, atMost) {
      const old = db
        .selectFrom('webhook_delivery')
        .select('id')
        .where('state', '!=', 'waiting')
        .where('done_at', '<', before)
        .limit(atMost);
      const { numDeletedRows } = await db.deleteFrom('webhook_delivery').where('id', 'in', old).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
