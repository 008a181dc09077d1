import * as v from 'valibot';
import { type RecordingView, viewSchema } from '../../shared/protocol/playback.ts';
import { call } from './relay-client.ts';

/** The cookie that an answer leaves, as a browser would send it. */
export const cookieOf = (answer: Response): string => /^[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';

export interface Viewed extends RecordingView {
  /** What lies under its path: `tracks/…/bytes`. */
  read(path: string, headers?: Record<string, string>): Promise<Response>;
}

/** Begins a view of a recording, by right. */
export async function viewRecording(url: string, bearer: string, recordingId: string): Promise<Viewed> {
  const where = `/api/playback/${recordingId}`;
  const answer = await call(url, 'POST', `${where}/views`, { token: bearer, body: {} });
  if (answer.status !== 200) throw new Error(`no view of it: ${answer.status}`);
  const cookie = cookieOf(answer);
  const view = v.parse(viewSchema, await answer.json());
  return {
    ...view,
    read: (path, headers = {}) => fetch(`${url}${where}/${path}`, { headers: { ...headers, cookie } }),
  };
}

export async function readTrack({ read }: Pick<Viewed, 'read'>, trackId: string): Promise<Uint8Array> {
  return new Uint8Array(await (await read(`tracks/${trackId}/bytes`)).arrayBuffer());
}
