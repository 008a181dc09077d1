import * as v from 'valibot';
import {
  freshNumberSchema,
  type FreshNumber,
  ownSessionsSchema,
  type OwnSessions,
  restErrorSchema,
  type RestErrorCode,
  seatSchema,
  type Seat,
  siteSchema,
  type Site,
  startedSchema,
  type Started,
} from '../../protocol/rest.ts';

export type ApiErrorCode = RestErrorCode | 'unreachable';
export type ApiResult<T> = { ok: true; value: T } | { ok: false; code: ApiErrorCode; retryAfterSeconds: number };

const answerWithinMs = 10_000;

interface Call<S extends v.GenericSchema> {
  method: 'GET' | 'POST';
  path: string;
  answer: S;
  body?: unknown;
  bearer?: string;
}

/** The relay's REST interface (rest.ts). A failure is a value; `unreachable` when no proper answer came. */
export function createRelayApi(relay: string) {
  async function call<S extends v.GenericSchema>(asked: Call<S>): Promise<ApiResult<v.InferOutput<S>>> {
    try {
      const response = await fetch(new URL(asked.path, relay), {
        method: asked.method,
        credentials: 'omit',
        signal: AbortSignal.timeout(answerWithinMs),
        headers: {
          ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(asked.bearer ? { authorization: `Bearer ${asked.bearer}` } : {}),
        },
        ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
      });
      const answer: unknown = await response.json();
      if (response.ok) return { ok: true, value: v.parse(asked.answer, answer) };
      const { error, retryAfter } = v.parse(restErrorSchema, answer);
      return { ok: false, code: error, retryAfterSeconds: retryAfter ?? 0 };
    } catch {
      return { ok: false, code: 'unreachable', retryAfterSeconds: 0 };
    }
  }

  return {
    site: (): Promise<ApiResult<Site>> => call({ method: 'GET', path: '/api/site', answer: siteSchema }),

    join: (sessionNumber: string, name: string): Promise<ApiResult<Seat>> =>
      call({ method: 'POST', path: '/api/join', answer: seatSchema, body: { sessionNumber, name } }),

    startSession: (bearer: string): Promise<ApiResult<Started>> =>
      call({ method: 'POST', path: '/api/sessions', answer: startedSchema, body: {}, bearer }),

    ownSessions: (bearer: string): Promise<ApiResult<OwnSessions>> =>
      call({ method: 'GET', path: '/api/sessions', answer: ownSessionsSchema, bearer }),

    freshNumber: (bearer: string, sessionId: string): Promise<ApiResult<FreshNumber>> =>
      call({ method: 'POST', path: `/api/sessions/${sessionId}/number`, answer: freshNumberSchema, body: {}, bearer }),

    /** A new seat for a host in an own session; an older seat of the same host stops working. */
    enterSession: (bearer: string, sessionId: string): Promise<ApiResult<Seat>> =>
      call({ method: 'POST', path: `/api/sessions/${sessionId}/enter`, answer: seatSchema, body: {}, bearer }),
  };
}
