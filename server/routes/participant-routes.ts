import { Hono } from 'hono';
import { newId } from '../../shared/protocol/new-id.ts';
import { performAction } from '../commands/perform-action.ts';
import { takeTicket } from '../commands/take-ticket.ts';
import type { Deps } from '../deps.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { participantOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { failureOf } from './failure-of.ts';
import { restError } from './rest-error.ts';

/** `/api/tickets` and `/api/leave`: what a participant may do besides its sockets. */
export function participantRoutes(deps: Deps, sessions: Sessions): Routes {
  const { store, limits, now } = deps;
  const participant = participantOnly(deps);

  return new Hono<Env>()
    .post('/tickets', participant, async (c) => {
      const { sessionId, participantId } = c.var.seat;
      const { effects } = await sessions.run(sessionId, (context) => takeTicket(context, participantId));
      const failure = failureOf(effects);
      if (failure) return restError(c, failure);
      const ticket = newSecret();
      await store.putTicket({ hash: hashSecret(ticket), participantId, expiresAt: now() + limits.ticketLifeMs });
      return c.json({ ticket });
    })
    .post('/leave', participant, async (c) => {
      const { sessionId, participantId } = c.var.seat;
      // Refused when there is nothing left to leave: the same to the one who goes.
      await sessions.run(sessionId, (context) =>
        performAction(context, participantId, { type: 'participant.leave', id: newId() }),
      );
      return c.json({});
    });
}
