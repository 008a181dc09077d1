import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

/** One list for both databases, run in the order of the names. A released one is never changed. */
const migrations: Record<string, Migration> = {
  '001-sessions': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('session')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('started_at', 'bigint', (column) => column.notNull())
        .addColumn('ended_at', 'bigint')
        .addColumn('seen_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('session_by_seen').on('session').columns(['ended_at', 'seen_at']).execute();
      await db.schema
        .createTable('fact')
        .addColumn('session_id', 'text', (column) => column.notNull().references('session.id'))
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('by', 'text', (column) => column.notNull())
        .addColumn('fact', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('fact_in_its_place', ['session_id', 'seq'])
        .execute();
      await db.schema
        .createTable('command')
        .addColumn('session_id', 'text', (column) => column.notNull().references('session.id'))
        .addColumn('command_id', 'text', (column) => column.notNull())
        .addColumn('by', 'text', (column) => column.notNull())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('command_once', ['session_id', 'command_id'])
        .execute();
      await db.schema
        .createTable('participant')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('session_id', 'text', (column) => column.notNull().references('session.id'))
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('user_id', 'text')
        .execute();
      await db.schema.createIndex('participant_by_user').on('participant').column('user_id').execute();
    },
  },
  '002-secrets': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('session_number')
        .addColumn('number_hash', 'text', (column) => column.primaryKey())
        .addColumn('session_id', 'text', (column) => column.notNull().unique().references('session.id'))
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('ticket')
        .addColumn('ticket_hash', 'text', (column) => column.primaryKey())
        .addColumn('participant_id', 'text', (column) => column.notNull().references('participant.id'))
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('password_link')
        .addColumn('link_hash', 'text', (column) => column.primaryKey())
        .addColumn('user_id', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .execute();
    },
  },
  '003-settings': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('setting')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('changed_at', 'bigint', (column) => column.notNull())
        .execute();
    },
  },
  '004-desk': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('desk_fact')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('fact', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('desk_snapshot')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('request')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('entered_at', 'bigint', (column) => column.notNull())
        .addColumn('seen_at', 'bigint', (column) => column.notNull())
        .addColumn('closed_at', 'bigint')
        .execute();
      await db.schema.createIndex('request_by_seen').on('request').columns(['closed_at', 'seen_at']).execute();
    },
  },
  '005-site-admin': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('audit')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('by', 'text', (column) => column.notNull())
        .addColumn('by_name', 'text', (column) => column.notNull())
        .addColumn('what', 'text', (column) => column.notNull())
        .addColumn('detail', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('api_key')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
        .addColumn('scopes', 'text', (column) => column.notNull())
        .addColumn('made_by', 'text', (column) => column.notNull())
        .addColumn('made_at', 'bigint', (column) => column.notNull())
        .addColumn('used_at', 'bigint')
        .addColumn('revoked_at', 'bigint')
        .execute();
      await db.schema
        .createTable('webhook')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('events', 'text', (column) => column.notNull())
        .addColumn('is_on', 'integer', (column) => column.notNull())
        .addColumn('made_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('webhook_delivery')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('webhook_id', 'text', (column) => column.notNull())
        .addColumn('place', 'integer', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('event', 'text', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .addColumn('made_at', 'bigint', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('due_at', 'bigint', (column) => column.notNull())
        .addColumn('claimed_until', 'bigint', (column) => column.notNull())
        .addColumn('tries', 'integer', (column) => column.notNull())
        .addColumn('status', 'integer')
        .addColumn('problem', 'text')
        .addColumn('done_at', 'bigint')
        .execute();
      await db.schema.createIndex('delivery_by_due').on('webhook_delivery').columns(['state', 'due_at']).execute();
      await db.schema
        .createIndex('delivery_by_subject')
        .on('webhook_delivery')
        .columns(['webhook_id', 'subject', 'place'])
        .execute();
      await db.schema
        .createTable('webhook_cursor')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .execute();
    },
  },
  '006-reports': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('report')
        .addColumn('session_id', 'text', (column) => column.primaryKey().references('session.id'))
        .addColumn('started_at', 'bigint', (column) => column.notNull())
        .addColumn('ended_at', 'bigint', (column) => column.notNull())
        .addColumn('ended_reason', 'text', (column) => column.notNull())
        .addColumn('customer', 'text')
        .addColumn('hosts', 'text', (column) => column.notNull())
        .addColumn('queue', 'text')
        .addColumn('waited_ms', 'bigint')
        .addColumn('handling_ms', 'bigint', (column) => column.notNull())
        .addColumn('search', 'text', (column) => column.notNull())
        .addColumn('host_search', 'text', (column) => column.notNull())
        .addColumn('queue_search', 'text', (column) => column.notNull())
        .addColumn('rating', 'integer')
        .addColumn('rating_reasons', 'text')
        .addColumn('rated_at', 'bigint')
        .addColumn('survey', 'integer')
        .addColumn('survey_comment', 'text')
        .addColumn('surveyed_at', 'bigint')
        .execute();
      await db.schema.createIndex('report_by_end').on('report').columns(['ended_at', 'session_id']).execute();
      await db.schema.createIndex('participant_by_session').on('participant').column('session_id').execute();
    },
  },
  '007-invitations': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('join_code')
        .addColumn('code_hash', 'text', (column) => column.primaryKey())
        .addColumn('session_id', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('join_code_by_session').on('join_code').column('session_id').execute();
      await db.schema
        .createTable('host_invitation')
        .addColumn('session_id', 'text', (column) => column.notNull())
        .addColumn('user_id', 'text', (column) => column.notNull())
        .addColumn('participant_id', 'text', (column) => column.notNull())
        .addColumn('invited_by', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('invited_once', ['session_id', 'user_id'])
        .execute();
      await db.schema.createIndex('host_invitation_by_user').on('host_invitation').column('user_id').execute();
    },
  },
  '008-recordings': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('recording')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('session_id', 'text', (column) => column.notNull())
        .addColumn('site', 'text', (column) => column.notNull())
        .addColumn('started_at', 'bigint', (column) => column.notNull())
        .addColumn('ended_at', 'bigint')
        .addColumn('is_automatic', 'integer', (column) => column.notNull())
        .addColumn('key', 'text')
        .addColumn('bytes', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('recording_by_session').on('recording').column('session_id').execute();
      await db.schema.createIndex('recording_by_end').on('recording').column('ended_at').execute();
      await db.schema
        .createTable('recording_track')
        .addColumn('recording_id', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('starts_at', 'bigint', (column) => column.notNull())
        .addColumn('of', 'text')
        .addColumn('by', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('track_once', ['recording_id', 'id'])
        .execute();
      await db.schema
        .createTable('recording_chunk')
        .addColumn('recording_id', 'text', (column) => column.notNull())
        .addColumn('track_id', 'text', (column) => column.notNull())
        .addColumn('n', 'integer', (column) => column.notNull())
        .addColumn('from_ms', 'integer', (column) => column.notNull())
        .addColumn('to_ms', 'integer', (column) => column.notNull())
        .addColumn('bytes', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('chunk_once', ['recording_id', 'track_id', 'n'])
        .execute();
    },
  },
  '009-retention': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('session')
        .addColumn('pictures_gone', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
      await db.schema.alterTable('report').addColumn('lead_id', 'text').execute();
      await db.schema.alterTable('report').addColumn('transfers', 'integer').execute();
      await db.schema.alterTable('request').addColumn('queue_id', 'text').execute();
      await db.schema
        .createTable('outcome')
        .addColumn('request_id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('queue_id', 'text', (column) => column.notNull())
        .addColumn('host_id', 'text')
        .addColumn('waited_ms', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('outcome_by_time').on('outcome').column('at').execute();
      await db.schema
        .createTable('erasure')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('by', 'text', (column) => column.notNull())
        .addColumn('by_name', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('claimed_until', 'bigint', (column) => column.notNull())
        .execute();
    },
  },
  '012-recording-links': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('recording_link')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('recording_id', 'text', (column) => column.notNull())
        .addColumn('audience', 'text', (column) => column.notNull())
        .addColumn('at_ms', 'integer', (column) => column.notNull())
        .addColumn('made_by', 'text', (column) => column.notNull())
        .addColumn('made_by_name', 'text', (column) => column.notNull())
        .addColumn('made_at', 'bigint', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
        .execute();
      await db.schema.createIndex('recording_link_by_recording').on('recording_link').column('recording_id').execute();
    },
  },
};

/** Brings the tables up to date. Throws what went wrong. */
export async function migrate<DB>(db: Kysely<DB>): Promise<void> {
  await sql`select 1`.execute(db);
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error('The tables could not be brought up to date.', { cause: error });
}
