import * as v from 'valibot';
import { commandIdSchema, nameSchema, participantIdSchema, sessionIdSchema } from '../protocol/ids.ts';
import { recordingLimits } from './recording-limits.ts';
import { trackKinds } from './track-kinds.ts';

/** The id of the `recording.start` that began it. */
export const recordingIdSchema = commandIdSchema;
export type RecordingId = v.InferOutput<typeof recordingIdSchema>;
/** Made by the console that records, 16 random bytes: after a reload there is nothing to count on from. */
export const trackIdSchema = commandIdSchema;
export type TrackId = v.InferOutput<typeof trackIdSchema>;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Relay's time, ms since 1970: the same clock as that of the session's facts. */
const time = count;
export const chunkNumberSchema = v.pipe(count, v.maxValue(recordingLimits.chunksPerTrack - 1));

/**
 * `PUT /api/recordings/:id/tracks/:track`, before the first chunk of it; again it changes nothing.
 *
 * A track is one piece without a break: a pause, a reload of the console and another lead each begin others. So what
 * was recorded between two moments is whatever tracks lie between them, and where there is none nothing was.
 */
export const trackBodySchema = v.strictObject({
  kind: v.picklist(trackKinds),
  startsAt: time,
  /** Whose it is: of a screen or a page its owner. Null: of all. */
  of: v.nullable(participantIdSchema),
});
export type TrackBody = v.InferOutput<typeof trackBodySchema>;

const timeInTrack = v.pipe(v.string(), v.toNumber(), count, v.maxValue(recordingLimits.trackMs));

/**
 * `PUT /api/recordings/:id/tracks/:track/chunks/:n?from=&to=` with the bytes as body. `from` and `to`: what is in it,
 * ms since the track began. Numbered from 0; the same number again changes nothing and is answered as the first time.
 */
export const chunkQuerySchema = v.pipe(
  v.strictObject({ from: timeInTrack, to: timeInTrack }),
  v.check(({ from, to }) => from <= to && to - from <= recordingLimits.chunkSpanMs),
);

/** One chunk as `GET …/tracks/:track/chunks` lists them, in order: its number, its bytes, from when to when. */
export const chunkEntrySchema = v.tuple([chunkNumberSchema, count, count, count]);
export type ChunkEntry = v.InferOutput<typeof chunkEntrySchema>;
export const chunkListSchema = v.pipe(v.array(chunkEntrySchema), v.maxLength(recordingLimits.chunksPerTrack));

export const trackSchema = v.strictObject({
  trackId: trackIdSchema,
  ...trackBodySchema.entries,
  /** Of the last chunk's end. */
  endsAt: time,
  chunks: count,
  /** What `GET …/tracks/:track` gives: all chunks that there are, one after the other. */
  bytes: count,
  /** No number below the last is missing. */
  isWhole: v.boolean(),
});
export type Track = v.InferOutput<typeof trackSchema>;

/** What a recording has. Pauses, consent, chat, control and notes are facts of the session, on the same clock. */
export const manifestSchema = v.strictObject({
  recordingId: recordingIdSchema,
  sessionId: sessionIdSchema,
  site: nameSchema,
  startedAt: time,
  /** Null: it goes on. */
  endedAt: v.nullable(time),
  isAutomatic: v.boolean(),
  tracks: v.pipe(v.array(trackSchema), v.maxLength(recordingLimits.tracks)),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;
