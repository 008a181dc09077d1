import { Hono } from 'hono';
import { newId } from '../../shared/protocol/new-id.ts';
import { noteBodySchema, ratingBodySchema, surveyBodySchema } from '../../shared/protocol/reports.ts';
import { performAction } from '../commands/perform-action.ts';
import type { Deps } from '../deps.ts';
import { createAttempts } from '../limits/attempts.ts';
import type { SiteReports } from '../reports/site-reports.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { participantOnly } from './access.ts';
import type { Env, Middleware, Routes } from './env.ts';
import { failureOf } from './failure-of.ts';
import { readBody } from './read-body.ts';
import { rateLimited, restError } from './rest-error.ts';

/** `/api/rating`, `/api/survey`, `/api/notes`: what is still said when the session is over. */
export function feedbackRoutes(deps: Deps, sessions: Sessions, reports: SiteReports): Routes {
  const participant = participantOnly(deps);
  const attempts = createAttempts(deps.limits.feedbackPerMinute, deps.now);
  /** Each looks through the whole session. */
  const seldom: Middleware = async (c, next) => {
    const wait = attempts.wait(c.var.seat.participantId);
    return wait > 0 ? rateLimited(c, wait) : next();
  };

  return new Hono<Env>()
    .post('/rating', participant, seldom, async (c) => {
      const body = await readBody(c, ratingBodySchema);
      if (!body) return restError(c, 'body.invalid');
      const problem = await reports.rate(c.var.seat, body);
      return problem ? restError(c, problem) : c.json({});
    })
    .post('/survey', participant, seldom, async (c) => {
      const body = await readBody(c, surveyBodySchema);
      if (!body) return restError(c, 'body.invalid');
      const problem = await reports.answerSurvey(c.var.seat, body);
      return problem ? restError(c, problem) : c.json({});
    })
    .post('/notes', participant, seldom, async (c) => {
      const body = await readBody(c, noteBodySchema);
      if (!body) return restError(c, 'body.invalid');
      const { sessionId, participantId } = c.var.seat;
      const { effects } = await sessions.run(sessionId, (context) =>
        performAction(context, participantId, { type: 'note.write', id: newId(), ...body }),
      );
      const failure = effects.some(({ type }) => type === 'refuse') ? 'note.refused' : failureOf(effects);
      return failure ? restError(c, failure) : c.json({});
    });
}
