import { type Context, Hono } from 'hono';
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
import type { Deps } from '../deps.ts';
import type { Recordings, Written } from '../recordings/recordings.ts';
import type { SiteRecordings } from '../recordings/site-recordings.ts';
import { participantOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

const placeSchema = v.object({ recordingId: recordingIdSchema, trackId: trackIdSchema });
const numberSchema = v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), chunkNumberSchema);

/** `/api/recordings`: the console that records puts its chunks in. They are read by a view (`/api/playback`). */
export function recordingRoutes(deps: Deps, recordings: Recordings, site: SiteRecordings): Routes {
  const { now } = deps;
  const participant = participantOnly(deps);

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
    });
}
