import * as v from 'valibot';
import { acceptedSchema, handedOnSchema, type HandOnBody, type Targets, targetsSchema } from '../../protocol/desk.ts';
import type { Availability } from '../../queue/desk-facts.ts';
import { type ApiResult, callApi } from './api-call.ts';

const nothing = v.object({});

/** What a host does about requests, over the relay's REST interface. */
export function createDeskApi(relay: string, bearer: string) {
  const post = <S extends v.GenericSchema>(path: string, answer: S, body: unknown = {}) =>
    callApi(relay, { method: 'POST', path: `/api/desk/${path}`, answer, body, bearer });

  return {
    setAvailability: (availability: Availability): Promise<ApiResult<object>> =>
      callApi(relay, {
        method: 'PUT',
        path: '/api/desk/availability',
        answer: nothing,
        body: { availability },
        bearer,
      }),
    endWrapUp: (): Promise<ApiResult<object>> => post('wrap-up/end', nothing),
    accept: (requestId: string): Promise<ApiResult<{ sessionId: string }>> =>
      post(`requests/${requestId}/accept`, acceptedSchema),
    decline: (requestId: string): Promise<ApiResult<object>> => post(`requests/${requestId}/decline`, nothing),
    targets: (): Promise<ApiResult<Targets>> =>
      callApi(relay, { method: 'GET', path: '/api/desk/targets', answer: targetsSchema, bearer }),
    handOn: (body: HandOnBody): Promise<ApiResult<{ requestId: string }>> => post('hand-on', handedOnSchema, body),
    cancelHandOn: (requestId: string): Promise<ApiResult<object>> => post(`requests/${requestId}/cancel`, nothing),
  };
}
