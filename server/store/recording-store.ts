import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { SessionId } from '../../shared/protocol/ids.ts';
import type { ChunkEntry, RecordingId, Track, TrackBody, TrackId } from '../../shared/recording/manifest.ts';
import { trackKinds } from '../../shared/recording/track-kinds.ts';
import type { KnownRecording, NewChunk, NewRecording } from '../recordings/recordings.ts';
import type { Schema } from './schema.ts';

export interface RecordingRow extends KnownRecording {
  site: string;
  isAutomatic: boolean;
  /** Sealed; null: it is being erased. */
  key: string | null;
  bytes: number;
}

/** What is known of recordings, beside their bytes. */
export interface RecordingStore {
  /** Once; again it changes nothing. */
  add(recording: NewRecording, key: string): Promise<void>;
  end(recordingId: RecordingId, at: number): Promise<void>;
  one(recordingId: RecordingId): Promise<RecordingRow | undefined>;
  ofSession(sessionId: SessionId): Promise<KnownRecording[]>;
  endedBefore(at: number, atMost: number, skip: number): Promise<KnownRecording[]>;
  /** That have not ended. */
  open(atMost: number): Promise<KnownRecording[]>;
  addTrack(recordingId: RecordingId, trackId: TrackId, track: TrackBody, by: string): Promise<void>;
  track(recordingId: RecordingId, trackId: TrackId): Promise<(TrackBody & { by: string }) | undefined>;
  tracks(recordingId: RecordingId): Promise<Track[]>;
  hasChunk(recordingId: RecordingId, trackId: TrackId, n: number): Promise<boolean>;
  /** False: its recording is being erased. */
  addChunk(chunk: Omit<NewChunk, 'bytes'>, bytes: number): Promise<boolean>;
  chunks(recordingId: RecordingId, trackId: TrackId): Promise<ChunkEntry[]>;
  dropKey(recordingId: RecordingId): Promise<void>;
  /** Its rows; how many chunks, and bytes in them, there were. */
  remove(recordingId: RecordingId): Promise<{ chunks: number; bytes: number }>;
}

class Erased extends Error {}

const known = [
  'id as recordingId',
  'session_id as sessionId',
  'started_at as startedAt',
  'ended_at as endedAt',
] as const;
const kindSchema = v.picklist(trackKinds);

export function createRecordingStore(db: Kysely<Schema>): RecordingStore {
  const recordings = () => db.selectFrom('recording').select(known);
  return {
    async add({ recordingId, sessionId, site, startedAt, isAutomatic }, key) {
      await db
        .insertInto('recording')
        .values({
          id: recordingId,
          session_id: sessionId,
          site,
          started_at: startedAt,
          ended_at: null,
          is_automatic: Number(isAutomatic),
          key,
          bytes: 0,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
    async end(recordingId, at) {
      await db
        .updateTable('recording')
        .set({ ended_at: at })
        .where('id', '=', recordingId)
        .where('ended_at', 'is', null)
        .execute();
    },
    async one(recordingId) {
      const row = await recordings()
        .select(['site', 'is_automatic', 'key', 'bytes'])
        .where('id', '=', recordingId)
        .executeTakeFirst();
      if (!row) return undefined;
      const { is_automatic, ...rest } = row;
      return { ...rest, isAutomatic: is_automatic === 1 };
    },
    ofSession: (sessionId) => recordings().where('session_id', '=', sessionId).orderBy('started_at').execute(),
    endedBefore: (at, atMost, skip) =>
      recordings().where('ended_at', '<', at).orderBy('ended_at').orderBy('id').limit(atMost).offset(skip).execute(),
    open: (atMost) => recordings().where('ended_at', 'is', null).limit(atMost).execute(),

    async addTrack(recordingId, trackId, { kind, startsAt, of }, by) {
      await db
        .insertInto('recording_track')
        .values({ recording_id: recordingId, id: trackId, kind, starts_at: startsAt, of, by })
        .onConflict((conflict) => conflict.columns(['recording_id', 'id']).doNothing())
        .execute();
    },
    async track(recordingId, trackId) {
      const row = await db
        .selectFrom('recording_track')
        .select(['kind', 'starts_at', 'of', 'by'])
        .where('recording_id', '=', recordingId)
        .where('id', '=', trackId)
        .executeTakeFirst();
      return row && { kind: v.parse(kindSchema, row.kind), startsAt: row.starts_at, of: row.of, by: row.by };
    },
    async tracks(recordingId) {
      const rows = await db
        .selectFrom('recording_track')
        .leftJoin('recording_chunk', (join) =>
          join
            .onRef('recording_chunk.recording_id', '=', 'recording_track.recording_id')
            .onRef('recording_chunk.track_id', '=', 'recording_track.id'),
        )
        .select(({ fn }) => [
          'recording_track.id',
          'recording_track.kind',
          'recording_track.starts_at',
          'recording_track.of',
          fn.count<number | string>('recording_chunk.n').as('chunks'),
          fn.sum<number | string | null>('recording_chunk.bytes').as('bytes'),
          fn.max('recording_chunk.to_ms').as('to_ms'),
          fn.max('recording_chunk.n').as('last'),
        ])
        .where('recording_track.recording_id', '=', recordingId)
        .groupBy(['recording_track.id', 'recording_track.kind', 'recording_track.starts_at', 'recording_track.of'])
        .orderBy('recording_track.starts_at')
        .execute();
      return rows.map((row) => ({
        trackId: row.id,
        kind: v.parse(kindSchema, row.kind),
        startsAt: row.starts_at,
        of: row.of,
        endsAt: row.starts_at + (row.to_ms ?? 0),
        chunks: Number(row.chunks),
        bytes: Number(row.bytes ?? 0),
        isWhole: Number(row.chunks) === (row.last ?? -1) + 1,
      }));
    },

    async hasChunk(recordingId, trackId, n) {
      const row = await db
        .selectFrom('recording_chunk')
        .select('n')
        .where('recording_id', '=', recordingId)
        .where('track_id', '=', trackId)
        .where('n', '=', n)
        .executeTakeFirst();
      return row !== undefined;
    },
    async addChunk({ recordingId, trackId, n, from, to }, bytes) {
      try {
        await db.transaction().execute(async (transaction) => {
          const { numInsertedOrUpdatedRows } = await transaction
            .insertInto('recording_chunk')
            .values({ recording_id: recordingId, track_id: trackId, n, from_ms: from, to_ms: to, bytes })
            .onConflict((conflict) => conflict.columns(['recording_id', 'track_id', 'n']).doNothing())
            .executeTakeFirst();
          const { numUpdatedRows } = await transaction
            .updateTable('recording')
            .set(({ eb }) => ({ bytes: eb('bytes', '+', numInsertedOrUpdatedRows === 1n ? bytes : 0) }))
            .where('id', '=', recordingId)
            .where('key', 'is not', null)
            .executeTakeFirst();
          if (numUpdatedRows === 0n) throw new Erased();
        });
        return true;
      } catch (error) {
        if (error instanceof Erased) return false;
        throw error;
      }
    },
    async chunks(recordingId, trackId) {
      const rows = await db
        .selectFrom('recording_chunk')
        .select(['n', 'bytes', 'from_ms', 'to_ms'])
        .where('recording_id', '=', recordingId)
        .where('track_id', '=', trackId)
        .orderBy('n')
        .execute();
      return rows.map(({ n, bytes, from_ms, to_ms }): ChunkEntry => [n, bytes, from_ms, to_ms]);
    },

    async dropKey(recordingId) {
      await db.updateTable('recording').set({ key: null }).where('id', '=', recordingId).execute();
    },
    remove: (recordingId) =>
      db.transaction().execute(async (transaction) => {
        const { chunks, bytes } = await transaction
          .selectFrom('recording_chunk')
          .select(({ fn }) => [
            fn.countAll<number | string>().as('chunks'),
            fn.sum<number | string | null>('bytes').as('bytes'),
          ])
          .where('recording_id', '=', recordingId)
          .executeTakeFirstOrThrow();
        await transaction.deleteFrom('recording_chunk').where('recording_id', '=', recordingId).execute();
        await transaction.deleteFrom('recording_track').where('recording_id', '=', recordingId).execute();
        await transaction.deleteFrom('recording').where('id', '=', recordingId).execute();
        return { chunks: Number(chunks), bytes: Number(bytes ?? 0) };
      }),
  };
}
