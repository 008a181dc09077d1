import * as v from 'valibot';
import { type RecordingView, viewSchema } from '../../../protocol/playback.ts';
import { chunkListSchema, type TrackId } from '../../../recording/manifest.ts';
import { offlineMarks } from '../../../recording/offline-format.ts';
import { typeOf } from '../../../recording/track-kinds.ts';
import { fromBase64 } from '../../cobrowse/assets/base64.ts';
import type { RecordingSource } from '../recording-source.ts';

/** What was put into this page. Null: it is cut off, or holds nothing. */
export function offlineView(doc: Document): RecordingView | null {
  const text = doc.querySelector(`script[data-${offlineMarks.view}]`)?.textContent ?? '';
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), viewSchema), text);
  return parsed.success ? parsed.output : null;
}

/** Reads a recording from the page that it was saved in. */
export function offlineSource(doc: Document, { manifest }: RecordingView): RecordingSource {
  const blobs = new Map<TrackId, Blob>();

  function blobOf(trackId: TrackId): Blob {
    const known = blobs.get(trackId);
    if (known) return known;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (const block of doc.querySelectorAll(`script[data-${offlineMarks.bytes}="${trackId}"]`)) {
      const bytes = fromBase64(block.textContent);
      if (!bytes) throw new Error('a piece of the recording is damaged');
      parts.push(bytes);
      // A copy is enough.
      block.remove();
    }
    const kind = manifest.tracks.find((track) => track.trackId === trackId)?.kind ?? 'page';
    const blob = new Blob(parts, { type: typeOf[kind] });
    blobs.set(trackId, blob);
    return blob;
  }
  return {
    async chunks(trackId) {
      const text = doc.querySelector(`script[data-${offlineMarks.chunks}="${trackId}"]`)?.textContent ?? '';
      return v.parse(v.pipe(v.string(), v.parseJson(), chunkListSchema), text);
    },
    bytes: async (trackId, from, to) => new Uint8Array(await blobOf(trackId).slice(from, to).arrayBuffer()),
    media: async (trackId) => URL.createObjectURL(blobOf(trackId)),
  };
}
