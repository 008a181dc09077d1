import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Where the word stands in any file of the folder, or in its name, whatever its case: databases, their logs, blobs. */
export function filesWith(folder: string, word: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const has = (text: string) => text.toLowerCase().includes(word.toLowerCase());
  return files.filter((file) => has(file.slice(folder.length)) || has(readFileSync(file, 'latin1')));
}

/** The tables of a Postgres database that have the word in any column of any row. */
export async function tablesWith(url: string, word: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const text = `select 1 from "${name}" as one where one::text ilike $1 limit 1`;
      const { rowCount } = await client.query(text, [`%${word}%`]);
      if (rowCount) found.push(name);
    }
    return found.toSorted();
  } finally {
    await client.end();
  }
}
