import type { ParticipantId, SessionId } from '../../shared/protocol/ids.ts';
import type { ChunkEntry, Manifest, RecordingId, TrackBody, TrackId } from '../../shared/recording/manifest.ts';

export interface KnownRecording {
  recordingId: RecordingId;
  sessionId: SessionId;
  /** Relay's time, ms since 1970. */
  startedAt: number;
  /** Null: it goes on. */
  endedAt: number | null;
}

export interface NewRecording {
  recordingId: RecordingId;
  sessionId: SessionId;
  /** The site's name at that time. */
  site: string;
  startedAt: number;
  isAutomatic: boolean;
}

export interface NewChunk {
  recordingId: RecordingId;
  trackId: TrackId;
  n: number;
  /** ms since the track began. */
  from: number;
  to: number;
  bytes: Uint8Array;
}

/** - `disk-full`: no room for it. - `too-much`: beyond what a recording may have. - `unknown`: no such recording or track. */
export type Written = { ok: true } | { ok: false; code: 'disk-full' | 'too-much' | 'unknown' };

/** What was recorded in sessions: rows in the store, bytes sealed with a key of each recording in the blobs. */
export interface Recordings {
  /** Once; again it changes nothing. */
  begin(recording: NewRecording): Promise<void>;
  end(recordingId: RecordingId, at: number): Promise<void>;
  addTrack(recordingId: RecordingId, trackId: TrackId, track: TrackBody, by: ParticipantId): Promise<Written>;
  /** `by`: who records it, and alone adds to it. */
  track(recordingId: RecordingId, trackId: TrackId): Promise<(TrackBody & { by: ParticipantId }) | undefined>;
  /** Kept when it is answered. A number that is there already stays as it is. */
  write(chunk: NewChunk): Promise<Written>;

  find(recordingId: RecordingId): Promise<KnownRecording | undefined>;
  /** Oldest first. */
  ofSession(sessionId: SessionId): Promise<KnownRecording[]>;
  /** Those that ended before, the oldest first, without so many of the oldest: for whoever erases by age. */
  endedBefore(at: number, atMost: number, skip: number): Promise<KnownRecording[]>;
  /** Those that have not ended. */
  open(atMost: number): Promise<KnownRecording[]>;
  manifest(recordingId: RecordingId): Promise<Manifest | undefined>;
  /** In order. */
  chunks(recordingId: RecordingId, trackId: TrackId): Promise<ChunkEntry[]>;
  /** Opened. Undefined: there is none, or it cannot be opened, for somebody has changed it. */
  readChunk(recordingId: RecordingId, trackId: TrackId, n: number): Promise<Uint8Array | undefined>;
  /** Bytes `from` to before `to` of all chunks in a row, opened one by one as they are read; of one that is lost as many that say nothing. */
  read(recordingId: RecordingId, trackId: TrackId, from: number, to: number): AsyncGenerator<Uint8Array, void>;
  /**
   * The key first, so that what is left somewhere (a copy, a log of the disk) can be opened by nobody; then the bytes,
   * then the rows. Again after it was cut off, it goes on.
   */
  erase(recordingId: RecordingId): Promise<{ chunks: number; bytes: number }>;
}
