import * as v from 'valibot';
import { restErrorSchema, type RestErrorCode } from '../../protocol/rest.ts';

export type ApiErrorCode = RestErrorCode | 'unreachable';
export type ApiResult<T> = { ok: true; value: T } | { ok: false; code: ApiErrorCode; retryAfterSeconds: number };

const answerWithinMs = 10_000;

export interface ApiCall<S extends v.GenericSchema> {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  answer: S;
  body?: unknown;
  bearer?: string | undefined;
  /** Of the relay's own origin: what it answers may leave a cookie, which later calls carry. */
  withCookie?: boolean;
  /** ms; left out: ten seconds */
  withinMs?: number;
}

/** One call of the relay's REST interface (rest.ts). A failure is a value; `unreachable` when no proper answer came. */
export async function callApi<S extends v.GenericSchema>(
  relay: string,
  { method, path, answer, body, bearer, withCookie = false, withinMs = answerWithinMs }: ApiCall<S>,
): Promise<ApiResult<v.InferOutput<S>>> {
  try {
    const response = await fetch(new URL(path, relay), {
      method,
      credentials: withCookie ? 'same-origin' : 'omit',
      signal: AbortSignal.timeout(withinMs),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answered: unknown = await response.json();
    if (response.ok) return { ok: true, value: v.parse(answer, answered) };
    const { error, retryAfter } = v.parse(restErrorSchema, answered);
    return { ok: false, code: error, retryAfterSeconds: retryAfter ?? 0 };
  } catch {
    return { ok: false, code: 'unreachable', retryAfterSeconds: 0 };
  }
}
