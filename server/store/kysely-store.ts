import { type Kysely, sql } from 'kysely';
import * as v from 'valibot';
import { entrySchema, roles } from '../../shared/session/facts.ts';
import { appendFacts } from './append.ts';
import { isConflict } from './is-conflict.ts';
import { createInvitations } from './invitations.ts';
import type { Schema } from './schema.ts';
import type { Seat, Store } from './store.ts';

const storedEntrySchema = v.pipe(
  v.object({ seq: v.number(), at: v.number(), by: v.string(), text: v.pipe(v.string(), v.parseJson()) }),
  v.transform(({ text, ...place }) => ({ ...place, fact: text })),
  entrySchema,
);
const roleSchema = v.picklist(roles);

/** The store on either database; the tables must be there (open-database.ts). */
export function createKyselyStore(db: Kysely<Schema>): Store {
  const seats = db.selectFrom('participant').select(['participant.session_id', 'participant.id', 'participant.role']);

  return {
    ...createInvitations(db),

    append: (append) => appendFacts(db, append),

    async entries(sessionId, after) {
      const rows = await db
        .selectFrom('fact')
        .select(['seq', 'at', 'by', 'fact'])
        .where('session_id', '=', sessionId)
        .where('seq', '>', after)
        .orderBy('seq')
        .execute();
      return rows.map(({ fact, ...row }) => v.parse(storedEntrySchema, { ...row, text: fact }));
    },

    ranCommand: (sessionId, command) =>
      db
        .selectFrom('command')
        .select(['by', 'seq'])
        .where('session_id', '=', sessionId)
        .where('command_id', '=', command)
        .executeTakeFirst(),

    async seatByToken(tokenHash) {
      return toSeat(await seats.where('token_hash', '=', tokenHash).executeTakeFirst());
    },

    async seatOfUser(sessionId, userId) {
      return toSeat(await seats.where('session_id', '=', sessionId).where('user_id', '=', userId).executeTakeFirst());
    },

    async userOf(participantId) {
      const row = await db
        .selectFrom('participant')
        .select('user_id')
        .where('id', '=', participantId)
        .executeTakeFirst();
      return row?.user_id ?? undefined;
    },

    async renewToken(participantId, tokenHash) {
      await db.updateTable('participant').set({ token_hash: tokenHash }).where('id', '=', participantId).execute();
    },

    async closeSeatsOf(userId, newHash) {
      const places = await db.selectFrom('participant').select('id').where('user_id', '=', userId).execute();
      for (const { id } of places) {
        await db.updateTable('participant').set({ token_hash: newHash() }).where('id', '=', id).execute();
        await db.deleteFrom('ticket').where('participant_id', '=', id).execute();
      }
    },

    async openSessionsOf(userId, atMost) {
      const rows = await db
        .selectFrom('session')
        .innerJoin('participant', 'participant.session_id', 'session.id')
        .select('session.id')
        .where('participant.user_id', '=', userId)
        .where('session.ended_at', 'is', null)
        .orderBy('session.started_at', 'desc')
        .limit(atMost)
        .execute();
      return rows.map((row) => row.id);
    },

    async putNumber({ hash, sessionId, expiresAt }) {
      try {
        await db.transaction().execute(async (transaction) => {
          await transaction.deleteFrom('session_number').where('session_id', '=', sessionId).execute();
          await transaction.deleteFrom('join_code').where('session_id', '=', sessionId).execute();
          await transaction
            .insertInto('session_number')
            .values({ number_hash: hash, session_id: sessionId, expires_at: expiresAt })
            .execute();
        });
        return true;
      } catch (error) {
        if (isConflict(error)) return false;
        throw error;
      }
    },

    async sessionByNumber(hash, now) {
      const row = await db
        .selectFrom('session_number')
        .select('session_id')
        .where('number_hash', '=', hash)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      if (row) return row.session_id;
      const linked = await db
        .selectFrom('join_code')
        .select('session_id')
        .where('code_hash', '=', hash)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return linked?.session_id;
    },

    async putTicket({ hash, participantId, expiresAt }) {
      await db
        .insertInto('ticket')
        .values({ ticket_hash: hash, participant_id: participantId, expires_at: expiresAt })
        .execute();
    },

    async takeTicket(hash, now) {
      const taken = await db
        .deleteFrom('ticket')
        .where('ticket_hash', '=', hash)
        .returning(['participant_id', 'expires_at'])
        .executeTakeFirst();
      if (!taken || taken.expires_at <= now) return undefined;
      return toSeat(await seats.where('id', '=', taken.participant_id).executeTakeFirst());
    },

    async putPasswordLink({ hash, userId, expiresAt }) {
      await db.deleteFrom('password_link').where('user_id', '=', userId).execute();
      await db
        .insertInto('password_link')
        .values({ link_hash: hash, user_id: userId, expires_at: expiresAt })
        .execute();
    },

    async takePasswordLink(hash, now) {
      const taken = await db
        .deleteFrom('password_link')
        .where('link_hash', '=', hash)
        .returning(['user_id', 'expires_at'])
        .executeTakeFirst();
      return taken && taken.expires_at > now ? taken.user_id : undefined;
    },

    async setting(name) {
      const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value;
    },

    async putSetting(name, value, now) {
      await db
        .insertInto('setting')
        .values({ name, value, changed_at: now })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, changed_at: now }))
        .execute();
    },

    async touch(sessionIds, now) {
      if (sessionIds.length === 0) return;
      await db.updateTable('session').set({ seen_at: now }).where('id', 'in', sessionIds).execute();
    },

    async idleSessions(before, atMost) {
      const rows = await db
        .selectFrom('session')
        .select('id')
        .where('ended_at', 'is', null)
        .where('seen_at', '<', before)
        .orderBy('seen_at')
        .limit(atMost)
        .execute();
      return rows.map((row) => row.id);
    },

    async prune(now) {
      await db.deleteFrom('ticket').where('expires_at', '<=', now).execute();
      await db.deleteFrom('session_number').where('expires_at', '<=', now).execute();
      await db.deleteFrom('join_code').where('expires_at', '<=', now).execute();
      await db.deleteFrom('host_invitation').where('expires_at', '<=', now).execute();
      await db.deleteFrom('password_link').where('expires_at', '<=', now).execute();
    },

    async check() {
      await sql`select 1`.execute(db);
    },

    close: () => db.destroy(),
  };
}

function toSeat(row: { session_id: string; id: string; role: string } | undefined): Seat | undefined {
  if (!row) return undefined;
  return { sessionId: row.session_id, participantId: row.id, role: v.parse(roleSchema, row.role) };
}
