import type { Kysely, Transaction } from 'kysely';
import * as v from 'valibot';
import { type DeskEntry, deskEntrySchema, type DeskFact, type RequestId } from '../../shared/queue/desk-facts.ts';
import { isConflict } from './is-conflict.ts';
import type { Schema } from './schema.ts';

/** All of it is written, or nothing. */
export interface DeskAppend {
  /** The last sequence number that the decision was based on. */
  after: number;
  at: number;
  facts: readonly DeskFact[];
  /** Hash of the secret of one who enters, by request. */
  tokens?: ReadonlyMap<RequestId, string>;
}

/** What the relay keeps of the site's desk. Any instance may call any of it at any time. */
export interface DeskStore {
  /** In order, at most `atMost`. */
  entries(after: number, atMost: number): Promise<DeskEntry[]>;
  /** Of the last fact before then; 0: there is none. */
  seqBefore(at: number): Promise<number>;
  /** Null: somebody was faster; look again and decide anew. */
  append(append: DeskAppend): Promise<DeskEntry[] | null>;
  snapshot(): Promise<{ seq: number; state: string } | undefined>;
  putSnapshot(seq: number, state: string): Promise<void>;
  requestByToken(tokenHash: string): Promise<RequestId | undefined>;
  tokenOf(requestId: RequestId): Promise<string | undefined>;
  /** Whoever asked is looking. */
  touchRequests(requestIds: readonly RequestId[], now: number): Promise<void>;
  /** Who waits, and has not been looking since `before`. */
  unseenRequests(before: number, atMost: number): Promise<RequestId[]>;
  /** Which of these sessions are there and have not ended. */
  openOf(sessionIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Forgets facts up to the snapshot's, and requests that were closed, before then; how many facts. */
  pruneDesk(before: number, atMost: number): Promise<number>;
}

const storedSchema = v.pipe(
  v.object({ seq: v.number(), at: v.number(), fact: v.pipe(v.string(), v.parseJson()) }),
  deskEntrySchema,
);
/** A statement takes some thirty thousand values at most. */
const rowsAtOnce = 500;

export function createDeskStore(db: Kysely<Schema>): DeskStore {
  return {
    async entries(after, atMost) {
      const rows = await db
        .selectFrom('desk_fact')
        .selectAll()
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(atMost)
        .execute();
      return rows.map((row) => v.parse(storedSchema, row));
    },

    async seqBefore(at) {
      const row = await db
        .selectFrom('desk_fact')
        .select((select) => select.fn.max('seq').as('seq'))
        .where('at', '<', at)
        .executeTakeFirst();
      return row?.seq ?? 0;
    },

    async append({ after, at, facts, tokens }) {
      const entries = facts.map((fact, index): DeskEntry => ({ seq: after + index + 1, at, fact }));
      try {
        await db.transaction().execute((transaction) => write(transaction, entries, tokens ?? new Map()));
        return entries;
      } catch (error) {
        if (isConflict(error)) return null;
        throw error;
      }
    },

    snapshot: () => db.selectFrom('desk_snapshot').select(['seq', 'state']).executeTakeFirst(),

    async putSnapshot(seq, state) {
      await db
        .insertInto('desk_snapshot')
        .values({ id: 1, seq, state })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({ seq, state }).where('desk_snapshot.seq', '<=', seq),
        )
        .execute();
    },

    async requestByToken(tokenHash) {
      const row = await db.selectFrom('request').select('id').where('token_hash', '=', tokenHash).executeTakeFirst();
      return row?.id;
    },

    async tokenOf(requestId) {
      const row = await db.selectFrom('request').select('token_hash').where('id', '=', requestId).executeTakeFirst();
      return row?.token_hash;
    },

    async touchRequests(requestIds, now) {
      for (let at = 0; at < requestIds.length; at += rowsAtOnce) {
        const some = requestIds.slice(at, at + rowsAtOnce);
        await db.updateTable('request').set({ seen_at: now }).where('id', 'in', some).execute();
      }
    },

    async unseenRequests(before, atMost) {
      const rows = await db
        .selectFrom('request')
        .select('id')
        .where('closed_at', 'is', null)
        .where('seen_at', '<', before)
        .orderBy('seen_at')
        .limit(atMost)
        .execute();
      return rows.map(({ id }) => id);
    },

    async openOf(sessionIds) {
      const open = new Set<string>();
      for (let at = 0; at < sessionIds.length; at += rowsAtOnce) {
        const rows = await db
          .selectFrom('session')
          .select('id')
          .where('id', 'in', sessionIds.slice(at, at + rowsAtOnce))
          .where('ended_at', 'is', null)
          .execute();
        for (const { id } of rows) open.add(id);
      }
      return open;
    },

    async pruneDesk(before, atMost) {
      await db.deleteFrom('request').where('closed_at', '<', before).execute();
      const kept = await db.selectFrom('desk_snapshot').select('seq').executeTakeFirst();
      const first = await db.selectFrom('desk_fact').select('seq').orderBy('seq').limit(1).executeTakeFirst();
      if (!kept || !first) return 0;
      const { numDeletedRows } = await db
        .deleteFrom('desk_fact')
        .where('seq', '<=', Math.min(kept.seq, first.seq + atMost))
        .where('at', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

async function write(
  db: Transaction<Schema>,
  entries: readonly DeskEntry[],
  tokens: ReadonlyMap<RequestId, string>,
): Promise<void> {
  for (let from = 0; from < entries.length; from += rowsAtOnce) {
    await db
      .insertInto('desk_fact')
      .values(
        entries.slice(from, from + rowsAtOnce).map(({ seq, at, fact }) => ({ seq, at, fact: JSON.stringify(fact) })),
      )
      .execute();
  }
  for (const { at, fact } of entries) {
    if (fact.type === 'request.entered') {
      const token = tokens.get(fact.requestId);
      if (token === undefined) continue;
      const times = { entered_at: at, seen_at: at, closed_at: null };
      await db
        .insertInto('request')
        .values({ id: fact.requestId, token_hash: token, queue_id: fact.queueId, ...times })
        .execute();
    } else if (fact.type === 'request.moved') {
      await db.updateTable('request').set({ queue_id: fact.queueId }).where('id', '=', fact.requestId).execute();
    } else if (fact.type === 'request.accepted' || fact.type === 'request.left') {
      await close(db, at, fact);
    }
  }
}

type Closing = Extract<DeskFact, { type: 'request.accepted' | 'request.left' }>;

async function close(db: Transaction<Schema>, at: number, fact: Closing): Promise<void> {
  const closed = await db
    .updateTable('request')
    .set({ closed_at: at })
    .where('id', '=', fact.requestId)
    .returning(['queue_id', 'entered_at'])
    .executeTakeFirst();
  // Where a queue was closed or taken away, nobody gave up.
  if (!closed?.queue_id || (fact.type === 'request.left' && fact.why === 'closed')) return;
  const host_id = fact.type === 'request.accepted' ? fact.hostId : null;
  const waited_ms = Math.max(0, at - closed.entered_at);
  await db
    .insertInto('outcome')
    .values({ request_id: fact.requestId, at, queue_id: closed.queue_id, host_id, waited_ms })
    .onConflict((conflict) => conflict.column('request_id').doNothing())
    .execute();
}
