import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import * as v from 'valibot';
import type { SessionId } from '../../shared/protocol/ids.ts';
import {
  chunkNumberSchema,
  chunkQuerySchema,
  type RecordingId,
  recordingIdSchema,
  trackBodySchema,
  trackIdSchema,
} from '../../shared/recording/manifest.ts';
import { recordingLimits } from '../../shared/recording/recording-limits.ts';
import { typeOf } from '../../shared/recording/track-kinds.ts';
import type { Audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import type { Recordings, Written } from '../recordings/recordings.ts';
import type { SiteRecordings } from '../recordings/site-recordings.ts';
import { hostOnly, participantOnly } from './access.ts';
import type { Env, Middleware, Routes } from './env.ts';
import { byteRange } from './byte-range.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

const placeSchema = v.object({ recordingId: recordingIdSchema, trackId: trackIdSchema });
const numberSchema = v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), chunkNumberSchema);

/** `/api/recordings`: the console that records puts its chunks in; hosts who led the session and admins read. */
export function recordingRoutes(deps: Deps, recordings: Recordings, site: SiteRecordings, audit: Audit): Routes {
  const { store, now } = deps;
  const participant = participantOnly(deps);
  const host = hostOnly(deps);

  const placeOf = (c: Context<Env>) => {
    const place = v.safeParse(placeSchema, c.req.param());
    return place.success ? place.output : null;
  };
  /** Who records is told, and with them all in the session. */
  async function answer(c: Context<Env>, sessionId: SessionId, recordingId: RecordingId, written: Written) {
    if (written.ok) return c.json({});
    if (written.code === 'unknown') return restError(c, 'not-found');
    await site.fail(sessionId, recordingId, written.code);
    return restError(c, `recording.${written.code}`);
  }
  /** To others there is none, whether there is or not. */
  const reader: Middleware = async (c, next) => {
    const id = v.safeParse(recordingIdSchema, c.req.param('recordingId'));
    const known = id.success ? await recordings.find(id.output) : undefined;
    if (!known) return restError(c, 'not-found');
    const { userId, isAdmin } = c.var.host;
    const seat = isAdmin ? undefined : await store.seatOfUser(known.sessionId, userId);
    if (!isAdmin && !(seat && (await site.hasLed(known.sessionId, seat.participantId)))) {
      return restError(c, 'not-found');
    }
    return next();
  };

  return new Hono<Env>()
    .put('/:recordingId/tracks/:trackId', participant, async (c) => {
      const place = placeOf(c);
      const body = await readBody(c, trackBodySchema);
      if (!place || !body) return restError(c, 'body.invalid');
      const { sessionId, participantId } = c.var.seat;
      const known = await site.known(sessionId, place.recordingId);
      if (!known?.writers.includes(participantId)) return restError(c, 'not-found');
      const written = await recordings.addTrack(place.recordingId, place.trackId, body, participantId);
      return answer(c, sessionId, place.recordingId, written);
    })
    .put('/:recordingId/tracks/:trackId/chunks/:n', participant, async (c) => {
      const place = placeOf(c);
      const n = v.safeParse(numberSchema, c.req.param('n'));
      const query = v.safeParse(chunkQuerySchema, c.req.query());
      if (!place || !n.success || !query.success) return restError(c, 'body.invalid');
      const { recordingId, trackId } = place;
      const { sessionId, participantId } = c.var.seat;
      const [known, track] = [await recordings.find(recordingId), await recordings.track(recordingId, trackId)];
      if (known?.sessionId !== sessionId || track?.by !== participantId) return restError(c, 'not-found');
      const { from, to } = query.output;
      // The console gives up on this one, and goes on.
      if (track.startsAt + from < known.startedAt - recordingLimits.slackMs) return restError(c, 'body.invalid');
      const endedAt = known.endedAt ?? Infinity;
      const isAfter = track.startsAt + from > endedAt + recordingLimits.slackMs;
      if (isAfter || now() > endedAt + recordingLimits.lateMs) return restError(c, 'recording.over');
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      return answer(c, sessionId, recordingId, await recordings.write({ ...place, n: n.output, from, to, bytes }));
    })
    .get('/:recordingId', host, reader, async (c) => {
      const manifest = await recordings.manifest(c.req.param('recordingId'));
      return manifest ? c.json(manifest) : restError(c, 'not-found');
    })
    .get('/:recordingId/tracks/:trackId/chunks', host, reader, async (c) => {
      const place = placeOf(c);
      return place ? c.json(await recordings.chunks(place.recordingId, place.trackId)) : restError(c, 'not-found');
    })
    .get('/:recordingId/tracks/:trackId', host, reader, async (c) => {
      const place = placeOf(c);
      const track = place && (await recordings.track(place.recordingId, place.trackId));
      if (!place || !track) return restError(c, 'not-found');
      const { recordingId, trackId } = place;
      const total = (await recordings.chunks(recordingId, trackId)).reduce((sum, [, bytes]) => sum + bytes, 0);
      const range = byteRange(c.req.header('range'), total);
      if (range === 'impossible') return c.body(null, 416, { 'content-range': `bytes */${total}` });
      await audit.note(c.var.actor, 'recording.viewed', { recordingId, trackId });
      const [from, to] = range ?? [0, total];
      c.header('content-type', typeOf[track.kind]);
      c.header('content-length', String(to - from));
      c.header('accept-ranges', 'bytes');
      if (range) c.header('content-range', `bytes ${from}-${to - 1}/${total}`);
      c.status(range ? 206 : 200);
      return stream(c, async (out) => {
        for await (const part of recordings.read(recordingId, trackId, from, to)) await out.write(part);
      });
    });
}
