import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { recordingIdSchema, type Track, trackIdSchema } from '../../shared/recording/manifest.ts';
import { isPageKind, typeOf } from '../../shared/recording/track-kinds.ts';
import type { Deps } from '../deps.ts';
import type { ExportNotes } from '../playback/export-notes.ts';
import type { OfflineFile } from '../playback/offline-file.ts';
import type { Playback } from '../playback/playback.ts';
import type { SeekableTracks } from '../playback/seekable-tracks.ts';
import type { Recordings } from '../recordings/recordings.ts';
import { sendBytes, streamOf } from './send-bytes.ts';
import type { Env, Routes } from './env.ts';
import { viewRight } from './playback-routes.ts';
import { restError } from './rest-error.ts';

interface Parts {
  recordings: Recordings;
  playback: Playback;
  tracks: SeekableTracks;
  offline: OfflineFile;
  exports: ExportNotes;
}

/** `/api/playback/:recordingId/…`: what there is to read of a recording, for whoever has begun a view of it. */
export function recordedRoutes(
  { store, report }: Pick<Deps, 'store' | 'report'>,
  { recordings, playback, tracks, offline, exports }: Parts,
): Routes {
  /** What is wrong, or the track. */
  async function trackOf(c: Context<Env>) {
    const ids = v.safeParse(v.object({ recordingId: recordingIdSchema, trackId: trackIdSchema }), c.req.param());
    if (!ids.success) return restError(c, 'auth.required');
    const { recordingId, trackId } = ids.output;
    const right = await viewRight(playback, c, recordingId);
    if (!right) return restError(c, 'auth.required');
    const manifest = await recordings.manifest(recordingId);
    const track = manifest?.tracks.find((one) => one.trackId === trackId);
    return track ? { recordingId, track, right } : restError(c, 'not-found');
  }
  /** What is only for who sees it by right: what is wrong, or the recording. */
  async function ownOf(c: Context<Env>) {
    const id = v.safeParse(recordingIdSchema, c.req.param('recordingId'));
    const right = id.success ? await viewRight(playback, c, id.output) : null;
    if (!id.success || !right) return restError(c, 'auth.required');
    return right.linkId === null ? { recordingId: id.output, right } : restError(c, 'not-found');
  }
  const nameOf = ({ kind, startsAt }: Track) =>
    `beside-${kind}-${new Date(startsAt).toISOString().replace(/[:.]/g, '-')}`;

  return new Hono<Env>()
    .get('/:recordingId/tracks/:trackId/chunks', async (c) => {
      const found = await trackOf(c);
      if (found instanceof Response) return found;
      return c.json(await recordings.chunks(found.recordingId, found.track.trackId));
    })
    .get('/:recordingId/tracks/:trackId/bytes', async (c) => {
      const found = await trackOf(c);
      if (found instanceof Response) return found;
      const { recordingId, track } = found;
      const read = (from: number, to: number) => recordings.read(recordingId, track.trackId, from, to);
      return sendBytes(c, { type: 'application/octet-stream', length: track.bytes, read });
    })
    .get('/:recordingId/tracks/:trackId/media', async (c) => {
      const found = await trackOf(c);
      if (found instanceof Response) return found;
      const { recordingId, track, right } = found;
      const isSaved = c.req.query('save') !== undefined;
      if (isPageKind(track.kind) || (isSaved && right.linkId !== null)) return restError(c, 'not-found');
      const file = await tracks.file(recordingId, track.trackId);
      if (!file) return restError(c, 'not-found');
      if (isSaved) await exports.note(right, 'webm');
      const read = (from: number, to: number) => tracks.read(recordingId, track.trackId, file, from, to);
      const saveAs = isSaved ? { saveAs: `${nameOf(track)}.webm` } : {};
      return sendBytes(c, { type: typeOf[track.kind], length: file.length, read, ...saveAs });
    })
    .get('/:recordingId/facts', async (c) => {
      const own = await ownOf(c);
      if (own instanceof Response) return own;
      const known = await recordings.find(own.recordingId);
      if (!known) return restError(c, 'not-found');
      await exports.note(own.right, 'json');
      return c.json(await store.entries(known.sessionId, 0));
    })
    .get('/:recordingId/file', async (c) => {
      const own = await ownOf(c);
      if (own instanceof Response) return own;
      const parts = await offline.of(own.recordingId);
      if (!parts) return restError(c, 'not-found');
      await exports.note(own.right, 'html');
      const name = `beside-recording-${own.recordingId}.html`;
      return c.body(streamOf(reported(parts)), 200, {
        'content-type': 'text/html; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      });
    });

  /** A stream that breaks off ends for who reads it; here one hears why. */
  async function* reported(parts: AsyncGenerator<Uint8Array, void>): AsyncGenerator<Uint8Array, void> {
    try {
      yield* parts;
    } catch (error) {
      report(error);
      throw error;
    }
  }
}
