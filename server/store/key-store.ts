import type { Kysely, Selectable } from 'kysely';
import * as v from 'valibot';
import { type ApiKey, apiKeySchema } from '../../shared/protocol/api-keys.ts';
import type { Schema } from './schema.ts';

/** API keys of the site. Hashes only, never a secret. */
export interface KeyStore {
  add(key: ApiKey, secretHash: string): Promise<void>;
  all(): Promise<ApiKey[]>;
  /** One that has not been revoked. */
  bySecret(secretHash: string): Promise<ApiKey | undefined>;
  used(keyId: string, now: number): Promise<void>;
  /** False: there is none, or it has been revoked already. */
  revoke(keyId: string, now: number): Promise<boolean>;
}

const scopesText = v.pipe(v.string(), v.parseJson(), apiKeySchema.entries.scopes);

const toKey = (row: Selectable<Schema['api_key']>): ApiKey => ({
  keyId: row.id,
  name: row.name,
  scopes: v.parse(scopesText, row.scopes),
  madeBy: row.made_by,
  madeAt: row.made_at,
  usedAt: row.used_at,
  revokedAt: row.revoked_at,
});

export function createKeyStore(db: Kysely<Schema>): KeyStore {
  return {
    async add({ keyId, name, scopes, madeBy, madeAt }, secretHash) {
      await db
        .insertInto('api_key')
        .values({
          id: keyId,
          name,
          secret_hash: secretHash,
          scopes: JSON.stringify(scopes),
          made_by: madeBy,
          made_at: madeAt,
          used_at: null,
          revoked_at: null,
        })
        .execute();
    },
    async all() {
      return (await db.selectFrom('api_key').selectAll().orderBy('made_at', 'desc').execute()).map(toKey);
    },
    async bySecret(secretHash) {
      const row = await db
        .selectFrom('api_key')
        .selectAll()
        .where('secret_hash', '=', secretHash)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return row && toKey(row);
    },
    async used(keyId, now) {
      await db.updateTable('api_key').set({ used_at: now }).where('id', '=', keyId).execute();
    },
    async revoke(keyId, now) {
      const { numUpdatedRows } = await db
        .updateTable('api_key')
        .set({ revoked_at: now })
        .where('id', '=', keyId)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
