import * as v from 'valibot';
import { restErrorSchema, ticketAnswerSchema } from '../../protocol/rest.ts';
import type { TicketResult } from './relay-client.ts';

const answerWithinMs = 10_000;

/** `POST /api/tickets` with the participant's token: one ticket opens one socket. Failures are values. */
export async function fetchTicket(relay: string, participantToken: string, signal: AbortSignal): Promise<TicketResult> {
  try {
    const response = await fetch(new URL('/api/tickets', relay), {
      method: 'POST',
      credentials: 'omit',
      headers: { authorization: `Bearer ${participantToken}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
    });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, ticket: v.parse(ticketAnswerSchema, answer).ticket };
    const { error } = v.parse(restErrorSchema, answer);
    return { ok: false, code: error === 'auth.required' || error === 'session.ended' ? error : 'unreachable' };
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}
