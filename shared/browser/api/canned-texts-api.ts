import { type CannedTexts, cannedTextsSchema } from '../../queue/canned-text.ts';
import { type ApiResult, callApi } from './api-call.ts';

/** What the hosts of a session may say with one click. */
export const fetchCannedTexts = (relay: string, participantToken: string): Promise<ApiResult<CannedTexts>> =>
  callApi(relay, { method: 'GET', path: '/api/canned-texts', answer: cannedTextsSchema, bearer: participantToken });
