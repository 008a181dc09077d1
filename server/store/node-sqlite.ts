import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Dialect, SqliteDialect } from 'kysely';

/** Kysely's SQLite dialect on Node's own SQLite. */
export function nodeSqliteDialect(file: string): Dialect {
  // NORMAL loses nothing when the process is killed; FULL would stall every socket at each commit.
  const database = new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: true });
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on');
  tidyOnce(database);
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (text) => {
        const statement = database.prepare(text);
        return {
          reader: statement.columns().length > 0,
          all: (values) => statement.all(...values.map(toSqlite)),
          run: (values) => statement.run(...values.map(toSqlite)),
          iterate: (values) => statement.iterate(...values.map(toSqlite)),
        };
      },
    },
  });
}

/** What was deleted before `secure_delete` was on lies in free pages until the file is written anew. */
function tidyOnce(database: DatabaseSync): void {
  const { user_version: version } = database.prepare('pragma user_version').get() ?? {};
  if (version !== 0) return;
  database.exec('vacuum; pragma user_version = 1');
}

function toSqlite(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot store a ${typeof value}.`);
}
