import { newId } from '../../protocol/new-id.ts';
import type { RecordingId, TrackId } from '../../recording/manifest.ts';
import { recordingLimits } from '../../recording/recording-limits.ts';
import type { TrackKind } from '../../recording/track-kinds.ts';
import { concat } from '../link/concat.ts';
import type { Unsent } from './unsent.ts';

/** One track that is being recorded. */
export interface Chunker {
  readonly trackId: TrackId;
  /** ms since it began. */
  now(): number;
  /** One piece, which is not cut; `from` and `to` are when it is of. */
  add(bytes: Uint8Array, from: number, to: number): void;
  /** What has been added so far is a chunk. */
  flush(): void;
  /** And nothing comes after it. */
  end(): void;
}

export interface ChunkerDeps {
  recordingId: RecordingId;
  kind: TrackKind;
  of: string | null;
  /** Relay's time, ms since 1970. */
  relayNow: () => number;
  put(item: Unsent): void;
}

/** Gathers what comes within a second into one numbered chunk. Where nothing comes there is no chunk. */
export function createChunker({ recordingId, kind, of, relayNow, put }: ChunkerDeps): Chunker {
  const trackId = newId();
  const startsAt = Math.round(relayNow());
  // Our own clock may be set; this one only goes forward.
  const began = performance.now();
  const now = () => Math.round(performance.now() - began);
  const ofTrack = { recordingId, trackId };
  let parts: Uint8Array[] = [];
  let [length, first, last, n] = [0, 0, 0, 0];
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (parts.length === 0) return;
    const bytes = concat(...parts);
    put({ ...ofTrack, kind: 'chunk', n, from: first, to: Math.max(first, last), bytes });
    parts = [];
    length = 0;
    n += 1;
  }

  put({ ...ofTrack, kind: 'track', track: { kind, startsAt, of } });
  return {
    trackId,
    now,
    add(bytes, from, to) {
      if (isOver) return;
      if (length + bytes.length > recordingLimits.chunkBytes) flush();
      if (parts.length === 0) first = from;
      parts.push(bytes);
      length += bytes.length;
      last = to;
      timer ??= setTimeout(flush, recordingLimits.chunkMs);
    },
    flush,
    end() {
      flush();
      isOver = true;
    },
  };
}
