import * as v from 'valibot';
import {
  queueFaceSchema,
  type QueueFace,
  queueNamesSchema,
  type QueueNames,
  requestedSchema,
  type Requested,
  type RequestBody,
} from '../../protocol/desk.ts';
import { type ApiResult, callApi } from './api-call.ts';

/** Asking for help over the relay's REST interface. */
export function createQueueApi(relay: string) {
  return {
    names: (): Promise<ApiResult<QueueNames>> =>
      callApi(relay, { method: 'GET', path: '/api/queues', answer: queueNamesSchema }),

    face: (queueId: string): Promise<ApiResult<QueueFace>> =>
      callApi(relay, { method: 'GET', path: `/api/queues/${encodeURIComponent(queueId)}`, answer: queueFaceSchema }),

    ask: (body: RequestBody): Promise<ApiResult<Requested>> =>
      callApi(relay, { method: 'POST', path: '/api/requests', answer: requestedSchema, body }),

    leave: (requestToken: string): Promise<ApiResult<object>> =>
      callApi(relay, {
        method: 'POST',
        path: '/api/requests/mine/leave',
        answer: v.object({}),
        body: {},
        bearer: requestToken,
      }),
  };
}
