import * as v from 'valibot';
import { restErrorSchema, type RestErrorCode } from '../../protocol/rest.ts';
import type { Unsent } from './unsent.ts';

/** - `later`: nobody has answered, or not yet for good. - `refused`: it will never be taken. */
export type Put = { ok: true } | { ok: false; why: 'later' } | { ok: false; why: 'refused'; code: RestErrorCode };

const answerWithinMs = 30_000;
const serverError = 500;
/** Comes as a 5xx, and is an answer for good. */
const insufficientStorage = 507;
const tooManyRequests = 429;

/** Puts one piece at the relay. */
export async function putUnsent(relay: string, token: string, item: Unsent): Promise<Put> {
  const track = `/api/recordings/${item.recordingId}/tracks/${item.trackId}`;
  const path = item.kind === 'track' ? track : `${track}/chunks/${item.n}?from=${item.from}&to=${item.to}`;
  try {
    const response = await fetch(new URL(path, relay), {
      method: 'PUT',
      credentials: 'omit',
      signal: AbortSignal.timeout(answerWithinMs),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      body: item.kind === 'track' ? JSON.stringify(item.track) : item.bytes,
    });
    if (response.ok) return { ok: true };
    const { status } = response;
    if (status === tooManyRequests || (status >= serverError && status !== insufficientStorage)) {
      return { ok: false, why: 'later' };
    }
    return { ok: false, why: 'refused', code: v.parse(restErrorSchema, await response.json()).error };
  } catch {
    return { ok: false, why: 'later' };
  }
}
