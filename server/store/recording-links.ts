import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { linkAudiences, type RecordingLink } from '../../shared/protocol/playback.ts';
import type { RecordingId } from '../../shared/recording/manifest.ts';
import type { Schema } from './schema.ts';

export interface StoredLink extends RecordingLink {
  recordingId: RecordingId;
}

/** Links to moments of recordings. Hashes only, never a secret. */
export interface RecordingLinks {
  add(link: StoredLink & { madeBy: string }, secretHash: string): Promise<void>;
  /** That still open it, newest first. */
  of(recordingId: RecordingId, now: number): Promise<RecordingLink[]>;
  bySecret(secretHash: string, now: number): Promise<StoredLink | undefined>;
  isOpen(linkId: string, now: number): Promise<boolean>;
  /** False: there is none, or it opens nothing any more. */
  revoke(recordingId: RecordingId, linkId: string, now: number): Promise<boolean>;
  /** All that open it, or did. */
  drop(recordingId: RecordingId): Promise<void>;
  prune(now: number): Promise<void>;
}

const columns = [
  'id as linkId',
  'recording_id as recordingId',
  'audience',
  'at_ms as at',
  'made_by_name as madeByName',
  'made_at as madeAt',
  'expires_at as expiresAt',
] as const;
const audienceSchema = v.picklist(linkAudiences);

export function createRecordingLinks(db: Kysely<Schema>): RecordingLinks {
  const open = (now: number) => db.selectFrom('recording_link').select(columns).where('expires_at', '>', now);
  const known = <T extends { audience: string }>(row: T) => ({
    ...row,
    audience: v.parse(audienceSchema, row.audience),
  });
  return {
    async add({ linkId, recordingId, audience, at, madeBy, madeByName, madeAt, expiresAt }, secretHash) {
      await db
        .insertInto('recording_link')
        .values({
          id: linkId,
          recording_id: recordingId,
          audience,
          at_ms: at,
          made_by: madeBy,
          made_by_name: madeByName,
          made_at: madeAt,
          expires_at: expiresAt,
          secret_hash: secretHash,
        })
        .execute();
    },
    of: async (recordingId, now) =>
      (await open(now).where('recording_id', '=', recordingId).orderBy('made_at', 'desc').execute()).map(known),
    async bySecret(secretHash, now) {
      const row = await open(now).where('secret_hash', '=', secretHash).executeTakeFirst();
      return row && known(row);
    },
    isOpen: async (linkId, now) => (await open(now).where('id', '=', linkId).executeTakeFirst()) !== undefined,
    async revoke(recordingId, linkId, now) {
      const { numDeletedRows } = await db
        .deleteFrom('recording_link')
        .where('recording_id', '=', recordingId)
        .where('id', '=', linkId)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
    async drop(recordingId) {
      await db.deleteFrom('recording_link').where('recording_id', '=', recordingId).execute();
    },
    async prune(now) {
      await db.deleteFrom('recording_link').where('expires_at', '<=', now).execute();
    },
  };
}
