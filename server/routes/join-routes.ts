import { Hono } from 'hono';
import { newId } from '../../shared/protocol/new-id.ts';
import { type JoinBody, joinBodySchema, type RestErrorCode, type Seat } from '../../shared/protocol/rest.ts';
import { joinSession } from '../commands/join-session.ts';
import type { Deps } from '../deps.ts';
import { createAttempts } from '../limits/attempts.ts';
import { createBreaker } from '../limits/breaker.ts';
import { addressKey } from '../limits/client-address.ts';
import { inSteps } from '../limits/in-steps.ts';
import type { joinOutcomes } from '../metrics.ts';
import { hashSecret, hashSessionNumber, newSecret } from '../secrets.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Env, Routes } from './env.ts';
import { failureOf } from './failure-of.ts';
import { readBody } from './read-body.ts';
import { rateLimited, restError } from './rest-error.ts';

type Joined = { ok: true; seat: Seat } | { ok: false; code: RestErrorCode };

/** `/api/join`: a customer with a session number, or the code of a link, knocks. Nine digits can be guessed, so guessing is made slow and dumb. */
export function joinRoutes(deps: Deps, sessions: Sessions): Routes {
  const { store, secret, limits, now, metrics } = deps;
  const attempts = createAttempts(limits.joinsPerMinute, now);
  const breaker = createBreaker(limits.missesPerMinute, limits.breakerOpenMs, now);
  const count = (outcome: (typeof joinOutcomes)[number]) => metrics.joins.inc({ outcome });

  async function join(body: JoinBody): Promise<Joined> {
    const { name } = body;
    const numberHash = 'code' in body ? hashSecret(body.code) : hashSessionNumber(secret, body.sessionNumber);
    const participantToken = newSecret();
    const participantId = newId();
    const tokenHash = hashSecret(participantToken);
    const sessionId = await store.sessionByNumber(numberHash, now());
    if (sessionId === undefined) return { ok: false, code: 'number.unknown' };
    const { effects } = await sessions.run(sessionId, (context) =>
      joinSession(context, { participantId, name, tokenHash, numberHash }),
    );
    const code = failureOf(effects);
    return code ? { ok: false, code } : { ok: true, seat: { sessionId, participantId, participantToken } };
  }

  return new Hono<Env>().post('/', async (c) => {
    const body = await readBody(c, joinBodySchema);
    if (!body) return restError(c, 'body.invalid');
    const wait = breaker.wait() || attempts.wait(addressKey(c.var.address));
    if (wait > 0) {
      count('limited');
      return rateLimited(c, wait);
    }
    const joined = await inSteps(limits.joinFloorMs, () => join(body));
    if (joined.ok) {
      count('knocked');
      return c.json(joined.seat);
    }
    count(joined.code === 'session.full' ? 'full' : 'unknown');
    if (joined.code === 'number.unknown') breaker.miss();
    return restError(c, joined.code);
  });
}
