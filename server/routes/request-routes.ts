import { Hono } from 'hono';
import { requestBodySchema, type Requested } from '../../shared/protocol/desk.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import { waitingView } from '../../shared/queue/waiting-view.ts';
import type { Deps } from '../deps.ts';
import type { DeskRoom } from '../desk/desk-room.ts';
import { openAccepted } from '../desk/open-accepted.ts';
import type { Seen } from '../desk/seen.ts';
import { createAttempts } from '../limits/attempts.ts';
import { addressKey } from '../limits/client-address.ts';
import { hashSecret, hashSource, newSecret } from '../secrets.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { requesterOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { jsonFeed } from './feed.ts';
import { readBody } from './read-body.ts';
import { rateLimited, restError } from './rest-error.ts';

/** `/api/requests`: a customer asks for help and waits. */
export function requestRoutes(deps: Deps, sessions: Sessions, room: DeskRoom, seen: Seen): Routes {
  const { secret, limits, now, report } = deps;
  const attempts = createAttempts(limits.requestsPerMinute, now);
  const requester = requesterOnly(deps);

  return new Hono<Env>()
    .post('/', async (c) => {
      const body = await readBody(c, requestBodySchema);
      if (!body) return restError(c, 'body.invalid');
      const key = addressKey(c.var.address);
      const wait = attempts.wait(key);
      if (wait > 0) return rateLimited(c, wait);
      const requestId = newId();
      const requestToken = newSecret();
      const ruled = await room.run(
        { type: 'enter', requestId, ...body, source: hashSource(secret, key) },
        { requestId, hash: hashSecret(requestToken) },
      );
      return ruled.ok ? c.json({ requestId, requestToken } satisfies Requested) : restError(c, ruled.code);
    })
    .get('/mine', requester, async (c) => {
      const { requestId } = c.var;
      await room.refresh();
      const unseen = seen.looks(requestId);
      const { signal } = c.req.raw;
      signal.addEventListener('abort', unseen);
      return jsonFeed(c, {
        limits,
        report,
        everyMs: limits.waitingTellMs,
        follow: room.follow,
        async view() {
          const accepted = room.desk.accepted.get(requestId);
          // Before the word of it: with the word the customer goes in.
          if (accepted) await openAccepted({ ...deps, sessions }, room.inbound, requestId, accepted);
          return waitingView(room.desk, room.inbound, requestId, now());
        },
        isLast: ({ phase }) => phase !== 'waiting',
      });
    })
    .post('/mine/leave', requester, async (c) => {
      await room.run({ type: 'leave', requestId: c.var.requestId, why: 'cancelled' });
      return c.json({});
    });
}
