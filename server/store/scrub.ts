import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** Tables that hold what people said. */
const personal = [
  'session',
  'fact',
  'command',
  'participant',
  'report',
  'desk_fact',
  'desk_snapshot',
  'request',
  'outcome',
  'webhook_delivery',
  'erasure',
  'audit',
] as const;

const checkpointed = (rows: readonly unknown[]): boolean => {
  const [row] = rows;
  return typeof row === 'object' && row !== null && 'busy' in row && row.busy === 0;
};

/**
 * Takes what was deleted off the disk, too. SQLite has overwritten it (`secure_delete`), and the write-ahead log is
 * emptied here. Postgres is told to vacuum: the rows are gone for every reader, and their room is used again; until
 * then their bytes lie in its files and in its own log. False: somebody was reading; ask again.
 */
export async function scrub({ kind, db }: Database): Promise<boolean> {
  if (kind === 'sqlite') return checkpointed((await sql`pragma wal_checkpoint(truncate)`.execute(db)).rows);
  await sql`vacuum ${sql.join(personal.map((table) => sql.table(table)))}`.execute(db);
  return true;
}
