import type { RecordingId, TrackId } from '../../shared/recording/manifest.ts';
import { createWebmScanner, WebmTooManyPieces } from '../../shared/recording/webm/scan-webm.ts';
import { piecesOf, type SeekableWebm, seekableWebm } from '../../shared/recording/webm/seekable-webm.ts';
import type { Recordings } from '../recordings/recordings.ts';

export interface SeekableTracks {
  /** Null: there is nothing in it to play, or it is in more pieces than a recorder makes. */
  file(recordingId: RecordingId, trackId: TrackId): Promise<SeekableWebm | null>;
  /** Bytes `from` to before `to` of that file. */
  read(
    recordingId: RecordingId,
    trackId: TrackId,
    file: SeekableWebm,
    from: number,
    to: number,
  ): AsyncGenerator<Uint8Array, void>;
}

const keptAtMost = 64;

/**
 * Screens and calls as files that can be moved about in. What is recorded says nothing of where what is in it, so it is
 * read through once; of that only an index is kept, and a track that has grown since is read anew.
 */
export function createSeekableTracks(recordings: Pick<Recordings, 'chunks' | 'readChunk' | 'read'>): SeekableTracks {
  const known = new Map<string, Promise<SeekableWebm | null>>();

  async function scan(recordingId: RecordingId, trackId: TrackId): Promise<SeekableWebm | null> {
    const scanner = createWebmScanner();
    let next = 0;
    for (const [n, length] of await recordings.chunks(recordingId, trackId)) {
      if (n !== next) scanner.gap();
      next = n + 1;
      const bytes = await recordings.readChunk(recordingId, trackId, n);
      try {
        if (bytes) scanner.push(bytes);
        else scanner.gap(length);
      } catch (error) {
        if (error instanceof WebmTooManyPieces) return null;
        throw error;
      }
    }
    return seekableWebm(scanner.index());
  }

  return {
    async file(recordingId, trackId) {
      const chunks = await recordings.chunks(recordingId, trackId);
      const key = `${recordingId} ${trackId} ${chunks.length}`;
      const found = known.get(key) ?? scan(recordingId, trackId);
      known.delete(key);
      known.set(key, found);
      found.catch(() => known.delete(key));
      for (const oldest of known.keys()) if (known.size > keptAtMost) known.delete(oldest);
      return found;
    },
    async *read(recordingId, trackId, file, from, to) {
      for (const piece of piecesOf(file, from, to)) {
        if ('head' in piece) yield piece.head;
        else yield* recordings.read(recordingId, trackId, piece.from, piece.to);
      }
    },
  };
}
