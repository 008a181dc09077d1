import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { type Fact, factSchema } from '../../../shared/session/facts.ts';

const storedSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ fact: v.pipe(v.string(), v.parseJson(), factSchema) }),
);

/** All facts of all sessions as a relay has them on disk, in their order: each as JSON with its number. */
export function storedFacts(data: string): string[] {
  const store = new DatabaseSync(join(data, 'beside.sqlite'), { readOnly: true });
  try {
    return store
      .prepare('SELECT session_id, seq, fact FROM fact ORDER BY rowid')
      .all()
      .map((row) => JSON.stringify(row));
  } finally {
    store.close();
  }
}

/** The same, read. */
export const factsOf = (data: string): Fact[] => storedFacts(data).map((row) => v.parse(storedSchema, row).fact);

/** How often something of that kind has happened. */
export const countFacts = (data: string, type: string): number =>
  storedFacts(data).filter((fact) => fact.includes(`\\"type\\":\\"${type}\\"`)).length;
