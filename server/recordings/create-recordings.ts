import { emptyChunk } from '../../shared/recording/format.ts';
import type { ChunkEntry, RecordingId, TrackId } from '../../shared/recording/manifest.ts';
import { recordingLimits } from '../../shared/recording/recording-limits.ts';
import type { Blobs } from '../blobs/blobs.ts';
import type { RecordingRow, RecordingStore } from '../store/recording-store.ts';
import { readAhead } from './read-ahead.ts';
import type { Recordings } from './recordings.ts';
import { newKey, seal, siteKey, unseal, unwrapKey, wrapKey } from './seal.ts';

interface Deps {
  recordingStore: RecordingStore;
  blobs: Blobs;
  /** The relay's own. */
  secret: string;
}

const folderOf = (recordingId: RecordingId) => `recordings/${recordingId}`;

/** A chunk's name in the blobs, and the place that it is sealed for. */
const placeOf = (recordingId: RecordingId, trackId: TrackId, n: number) => `${folderOf(recordingId)}/${trackId}/${n}`;

export function createRecordings({ recordingStore: store, blobs, secret }: Deps): Recordings {
  const site = siteKey(secret);
  const keyOf = ({ recordingId, key }: RecordingRow) => (key === null ? null : unwrapKey(site, recordingId, key));

  async function open(row: RecordingRow | undefined, trackId: TrackId, n: number): Promise<Uint8Array | undefined> {
    const key = row && keyOf(row);
    if (!row || !key) return undefined;
    const place = placeOf(row.recordingId, trackId, n);
    const sealed = await blobs.get(place);
    if (!sealed) return undefined;
    try {
      return unseal(key, place, sealed);
    } catch {
      // Somebody or something has changed it: it is as lost as one that is not there.
      return undefined;
    }
  }

  return {
    begin: (recording) => store.add(recording, wrapKey(site, recording.recordingId, newKey())),
    end: store.end,
    async addTrack(recordingId, trackId, track, by) {
      const row = await store.one(recordingId);
      if (!row?.key) return { ok: false, code: 'unknown' };
      if (await store.track(recordingId, trackId)) return { ok: true };
      const tracks = await store.tracks(recordingId);
      if (tracks.length >= recordingLimits.tracks) return { ok: false, code: 'too-much' };
      await store.addTrack(recordingId, trackId, track, by);
      return { ok: true };
    },
    track: store.track,
    async write(chunk) {
      const { recordingId, trackId, n, bytes } = chunk;
      const row = await store.one(recordingId);
      const key = row && keyOf(row);
      if (!row || !key) return { ok: false, code: 'unknown' };
      if (await store.hasChunk(recordingId, trackId, n)) return { ok: true };
      if (row.bytes + bytes.length > recordingLimits.bytes) return { ok: false, code: 'too-much' };
      const place = placeOf(recordingId, trackId, n);
      // The bytes first: a row says that they are there, and what has no row is written over when it comes again.
      const put = await blobs.put(place, seal(key, place, bytes));
      if (!put.ok) return put;
      if (await store.addChunk(chunk, bytes.length)) return { ok: true };
      await blobs.remove(place);
      return { ok: false, code: 'unknown' };
    },

    find: store.one,
    ofSession: store.ofSession,
    endedBefore: store.endedBefore,
    open: store.open,
    async manifest(recordingId) {
      const row = await store.one(recordingId);
      if (!row) return undefined;
      const { sessionId, site: name, startedAt, endedAt, isAutomatic } = row;
      const tracks = await store.tracks(recordingId);
      return { recordingId, sessionId, site: name, startedAt, endedAt, isAutomatic, tracks };
    },
    chunks: store.chunks,
    readChunk: async (recordingId, trackId, n) => open(await store.one(recordingId), trackId, n),
    async *read(recordingId, trackId, from, to) {
      const row = await store.one(recordingId);
      const parts = partsOf(await store.chunks(recordingId, trackId), from, to);
      for await (const [{ bytes, begins }, content] of readAhead(parts, ({ n }) => open(row, trackId, n))) {
        // All of it has been erased since.
        if (!content && !(await store.one(recordingId))?.key) return;
        // What follows keeps its place.
        yield (content ?? emptyChunk(bytes)).subarray(Math.max(0, from - begins), Math.min(bytes, to - begins));
      }
    },
    async erase(recordingId) {
      await store.dropKey(recordingId);
      await blobs.removeAll(folderOf(recordingId));
      return store.remove(recordingId);
    },
  };
}

/** The chunks that have some of it. */
function* partsOf(chunks: readonly ChunkEntry[], from: number, to: number) {
  let at = 0;
  for (const [n, bytes] of chunks) {
    const begins = at;
    at += bytes;
    if (at > from && begins < to) yield { n, bytes, begins };
  }
}
