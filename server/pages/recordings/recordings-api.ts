import * as v from 'valibot';
import { type ApiResult, callApi } from '../../../shared/browser/api/api-call.ts';
import type { RecordingSource } from '../../../shared/browser/playback/recording-source.ts';
import {
  type ExportKind,
  type LinkMade,
  linkMadeSchema,
  type NewLink,
  type PlaybackAccess,
  playbackAccessSchema,
  type RecordingLink,
  recordingLinksSchema,
  type RecordingList,
  recordingListSchema,
  type RecordingView,
  viewSchema,
} from '../../../shared/protocol/playback.ts';
import { chunkListSchema } from '../../../shared/recording/manifest.ts';

const nothing = v.object({});
const relay = location.origin;
/** A track is read through once before the first of it comes. */
const mediaWithinMs = 60_000;

/** Recordings as their page asks for them. `bearer`: null for who has only a link. */
export function createRecordingsApi(bearer: string | null) {
  const own = bearer === null ? {} : { bearer };
  const get = <S extends v.GenericSchema>(path: string, answer: S) =>
    callApi(relay, { ...own, method: 'GET', path, answer });
  const post = <S extends v.GenericSchema>(path: string, body: unknown, answer: S) =>
    callApi(relay, { ...own, method: 'POST', path, body, answer, withCookie: true });
  return {
    list: (query: URLSearchParams): Promise<ApiResult<RecordingList>> =>
      get(`/api/playback?${query}`, recordingListSchema),
    open: (recordingId: string): Promise<ApiResult<RecordingView>> =>
      post(`/api/playback/${encodeURIComponent(recordingId)}/views`, {}, viewSchema),
    openLink: (secret: string): Promise<ApiResult<RecordingView>> =>
      post('/api/playback-links/open', { secret }, viewSchema),
    links: (recordingId: string): Promise<ApiResult<RecordingLink[]>> =>
      get(`/api/playback/${recordingId}/links`, recordingLinksSchema),
    makeLink: (recordingId: string, link: NewLink): Promise<ApiResult<LinkMade>> =>
      post(`/api/playback/${recordingId}/links`, link, linkMadeSchema),
    revoke: (recordingId: string, linkId: string): Promise<ApiResult<object>> =>
      post(`/api/playback/${recordingId}/links/${linkId}/revoke`, {}, nothing),
    exported: (recordingId: string, kind: ExportKind): Promise<ApiResult<object>> =>
      post(`/api/playback/${recordingId}/exports`, { kind }, nothing),
    access: (): Promise<ApiResult<PlaybackAccess>> => get('/api/playback-access', playbackAccessSchema),
    setAccess: (body: PlaybackAccess): Promise<ApiResult<PlaybackAccess>> =>
      callApi(relay, { ...own, method: 'PUT', path: '/api/playback-access', body, answer: playbackAccessSchema }),
  };
}
export type RecordingsApi = ReturnType<typeof createRecordingsApi>;

/** Reads a recording from the relay; the cookie of the view opens it. `again`: begins another when that is over. */
export function relaySource(recordingId: string, again: () => Promise<boolean>): RecordingSource {
  const pathOf = (trackId: string, what: string) => `/api/playback/${recordingId}/tracks/${trackId}/${what}`;
  async function read(path: string, headers: Record<string, string> = {}, isAgain = false): Promise<Response> {
    const response = await fetch(path, {
      headers,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(mediaWithinMs),
    });
    if (response.status === 401 && !isAgain && (await again())) return read(path, headers, true);
    if (!response.ok) throw new Error(`${path} is not there: ${response.status}`);
    return response;
  }
  return {
    async chunks(trackId) {
      const answer: unknown = await (await read(pathOf(trackId, 'chunks'))).json();
      return v.parse(chunkListSchema, answer);
    },
    async bytes(trackId, from, to) {
      const response = await read(pathOf(trackId, 'bytes'), { range: `bytes=${from}-${to - 1}` });
      return new Uint8Array(await response.arrayBuffer());
    },
    async media(trackId) {
      // So that who comes back after an hour is let in, and what cannot be played is known at once.
      await read(pathOf(trackId, 'media'), { range: 'bytes=0-0' });
      return pathOf(trackId, 'media');
    },
  };
}
