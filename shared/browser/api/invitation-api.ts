import * as v from 'valibot';
import {
  type HostInvitation,
  type JoinCode,
  joinCodeAnswerSchema,
  type MailInvitation,
  type OtherHosts,
  otherHostsSchema,
} from '../../protocol/invitation.ts';
import { type Seat, seatSchema } from '../../protocol/rest.ts';
import { type ApiResult, callApi } from './api-call.ts';

const nothing = v.object({});
/** The site's mail server may take its time. */
const mailWithinMs = 40_000;

/** Inviting into a session, and answering an invitation, over the relay's REST interface. */
export function createInvitationApi(relay: string, bearer: string, sessionId: string) {
  const post = <S extends v.GenericSchema>(what: string, answer: S, body: unknown = {}, withinMs?: number) => {
    const path = `/api/sessions/${sessionId}/${what}`;
    return callApi(relay, { method: 'POST', path, answer, body, bearer, ...(withinMs ? { withinMs } : {}) });
  };

  return {
    newCode: (): Promise<ApiResult<JoinCode>> => post('invitation', joinCodeAnswerSchema),
    mail: (body: MailInvitation): Promise<ApiResult<object>> => post('invitation/mail', nothing, body, mailWithinMs),
    otherHosts: (): Promise<ApiResult<OtherHosts>> =>
      callApi(relay, { method: 'GET', path: '/api/hosts-list', answer: otherHostsSchema, bearer }),
    inviteHost: (body: HostInvitation): Promise<ApiResult<object>> => post('hosts', nothing, body, mailWithinMs),
    help: (): Promise<ApiResult<Seat>> => post('help', seatSchema),
    decline: (): Promise<ApiResult<object>> => post('decline', nothing),
  };
}
