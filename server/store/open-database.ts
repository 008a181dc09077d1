import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrations.ts';
import { nodeSqliteDialect } from './node-sqlite.ts';
import type { Schema } from './schema.ts';

export interface Database {
  kind: 'sqlite' | 'postgres';
  db: Kysely<Schema>;
}

const int8 = 20;

/** Opens the embedded store in `folder`, or Postgres when a URL is given, and brings its tables up to date. */
export async function openDatabase(folder: string, postgresUrl: string | undefined): Promise<Database> {
  const database = postgresUrl ? postgres(postgresUrl) : sqlite(folder);
  await migrate(database.db);
  return database;
}

function sqlite(folder: string): Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { kind: 'sqlite', db: new Kysely<Schema>({ dialect: nodeSqliteDialect(join(folder, 'beside.sqlite')) }) };
}

function postgres(connectionString: string): Database {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    types: {
      // bigint comes as text by default; ours are times in ms, safe as numbers.
      getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return { kind: 'postgres', db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }) };
}
