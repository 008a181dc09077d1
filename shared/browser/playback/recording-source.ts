import type { ChunkEntry, TrackId } from '../../recording/manifest.ts';

/** Where a recording is read from: the relay, or the file that it was saved to. Rejects when it cannot be read. */
export interface RecordingSource {
  /** In order; a number that is left out is missing. */
  chunks(trackId: TrackId): Promise<readonly ChunkEntry[]>;
  /** Bytes of the chunks that there are, one after the other. */
  bytes(trackId: TrackId, from: number, to: number): Promise<Uint8Array>;
  /** An address that `<video>` can be moved about in. */
  media(trackId: TrackId): Promise<string>;
}
