import {
  freshNumberSchema,
  type FreshNumber,
  type JoinBody,
  ownSessionsSchema,
  type OwnSessions,
  seatSchema,
  type Seat,
  siteSchema,
  type Site,
  startedSchema,
  type Started,
} from '../../protocol/rest.ts';
import { type ApiResult, callApi } from './api-call.ts';

/** Sessions over the relay's REST interface. */
export function createRelayApi(relay: string) {
  return {
    site: (): Promise<ApiResult<Site>> => callApi(relay, { method: 'GET', path: '/api/site', answer: siteSchema }),

    join: (body: JoinBody): Promise<ApiResult<Seat>> =>
      callApi(relay, { method: 'POST', path: '/api/join', answer: seatSchema, body }),

    startSession: (bearer: string): Promise<ApiResult<Started>> =>
      callApi(relay, { method: 'POST', path: '/api/sessions', answer: startedSchema, body: {}, bearer }),

    ownSessions: (bearer: string): Promise<ApiResult<OwnSessions>> =>
      callApi(relay, { method: 'GET', path: '/api/sessions', answer: ownSessionsSchema, bearer }),

    freshNumber: (bearer: string, sessionId: string): Promise<ApiResult<FreshNumber>> => {
      const path = `/api/sessions/${sessionId}/number`;
      return callApi(relay, { method: 'POST', path, answer: freshNumberSchema, body: {}, bearer });
    },

    /** A new seat for a host in an own session; an older seat of the same host stops working. */
    enterSession: (bearer: string, sessionId: string): Promise<ApiResult<Seat>> => {
      const path = `/api/sessions/${sessionId}/enter`;
      return callApi(relay, { method: 'POST', path, answer: seatSchema, body: {}, bearer });
    },
  };
}
