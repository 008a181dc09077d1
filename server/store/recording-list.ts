import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { RecordingRow } from '../../shared/protocol/playback.ts';
import type { Schema } from './schema.ts';

export interface RecordingListQuery {
  /** Sessions in which this host has a place. */
  userId: string;
  /** And those of these queues; null: all there are. */
  queues: readonly string[] | null;
  /** That began before. */
  before?: number | undefined;
  sessionId?: string | undefined;
}

/** What recordings are found by: their own rows, and those of the reports. */
export interface RecordingList {
  find(query: RecordingListQuery, atMost: number): Promise<RecordingRow[]>;
}

const namesSchema = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

export function createRecordingList(db: Kysely<Schema>): RecordingList {
  return {
    async find({ userId, queues, before, sessionId }, atMost) {
      let query = db
        .selectFrom('recording')
        .leftJoin('report', 'report.session_id', 'recording.session_id')
        .select([
          'recording.id as recordingId',
          'recording.session_id as sessionId',
          'recording.started_at as startedAt',
          'recording.ended_at as endedAt',
          'recording.bytes as bytes',
          'report.customer as customer',
          'report.hosts as hosts',
          'report.queue as queue',
        ])
        // One without a key is being erased.
        .where('recording.key', 'is not', null);
      if (before !== undefined) query = query.where('recording.started_at', '<', before);
      if (sessionId !== undefined) query = query.where('recording.session_id', '=', sessionId);
      if (queues !== null) {
        query = query.where((where) =>
          where.or([
            where.exists(
              where
                .selectFrom('participant')
                .select('participant.id')
                .whereRef('participant.session_id', '=', 'recording.session_id')
                .where('participant.user_id', '=', userId),
            ),
            ...(queues.length > 0 ? [where('report.queue', 'in', [...queues])] : []),
          ]),
        );
      }
      const rows = await query.orderBy('recording.started_at', 'desc').limit(atMost).execute();
      return rows.map(({ hosts, ...row }) => ({ ...row, hosts: hosts === null ? [] : v.parse(namesSchema, hosts) }));
    },
  };
}
