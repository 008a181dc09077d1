import { Hono } from 'hono';
import { requestBodySchema, type Requested } from '../../shared/protocol/desk.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import { waitingView } from '../../shared/queue/waiting-view.ts';
import { performAction } from '../commands/perform-action.ts';
import type { Deps } from '../deps.ts';
import type { DeskRoom } from '../desk/desk-room.ts';
import { openAccepted } from '../desk/open-accepted.ts';
import type { Seen } from '../desk/seen.ts';
import { createAttempts } from '../limits/attempts.ts';
import { addressKey } from '../limits/client-address.ts';
import { hashSecret, hashSource, newSecret } from '../secrets.ts';
import type { ApiKeys } from '../keys/api-keys.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { anyoneOr, keyOnly, requesterOnly } from './access.ts';
import type { SiteFiles } from '../settings/site-files.ts';
import type { SiteBranding } from '../settings/site-branding.ts';
import type { Env, Routes } from './env.ts';
import { createFeedSlots } from './feed-slots.ts';
import { jsonFeed } from './feed.ts';
import { readBody } from './read-body.ts';
import { rateLimited, restError } from './rest-error.ts';

/** `/api/requests`: a customer asks for help and waits. */
export function requestRoutes(
  deps: Deps & { branding: SiteBranding; files: SiteFiles },
  sessions: Sessions,
  room: DeskRoom,
  seen: Seen,
  keys: ApiKeys,
): Routes {
  const { secret, limits, now, report } = deps;
  const attempts = createAttempts(limits.requestsPerMinute, now);
  const requester = requesterOnly(deps);
  const slots = createFeedSlots(limits.feedsPerRequest);

  return new Hono<Env>()
    .post('/', anyoneOr(keys, 'requests'), async (c) => {
      const body = await readBody(c, requestBodySchema);
      if (!body) return restError(c, 'body.invalid');
      const requestId = newId();
      // A key asks for many customers, and is counted as one already.
      const key = c.var.keyId === undefined ? addressKey(c.var.address) : `key/${requestId}`;
      const wait = c.var.keyId === undefined ? attempts.wait(key) : 0;
      if (wait > 0) return rateLimited(c, wait);
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
      return jsonFeed(c, {
        limits,
        begin(end) {
          const left = slots(requestId, end);
          const unseen = seen.looks(requestId);
          return () => {
            left();
            unseen();
          };
        },
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
      const { requestId } = c.var;
      const ruled = await room.run({ type: 'leave', requestId, why: 'cancelled' });
      const accepted = ruled.ok ? undefined : room.desk.accepted.get(requestId);
      // A host was faster: then it is the session that is left.
      if (accepted) {
        await openAccepted({ ...deps, sessions }, room.inbound, requestId, accepted);
        await sessions.run(accepted.sessionId, (context) =>
          performAction(context, requestId, { type: 'participant.leave', id: newId() }),
        );
      }
      return c.json({});
    })
    .post('/:requestId/leave', keyOnly(keys, 'requests'), async (c) => {
      const requestId = c.req.param('requestId');
      await room.refresh();
      // Hosts alone take back what they hand on.
      if (room.desk.waiting.get(requestId)?.sessionId !== null) return restError(c, 'not-found');
      const ruled = await room.run({ type: 'leave', requestId, why: 'cancelled' });
      return ruled.ok ? c.json({}) : restError(c, ruled.code);
    });
}
