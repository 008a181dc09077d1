import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** Any number that nobody else on the database locks. */
const lock = 8_787_001;

/** Runs the task while no other instance on the same Postgres does. The embedded store has one instance. */
export async function oneAtATime(database: Database, task: () => Promise<void>): Promise<void> {
  if (database.kind === 'sqlite') return task();
  await database.db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${lock})`.execute(connection);
    try {
      await task();
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(connection);
    }
  });
}
