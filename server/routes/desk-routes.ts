import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import {
  type acceptedSchema,
  availabilityBodySchema,
  handOnBodySchema,
  type handedOnSchema,
  type Targets,
} from '../../shared/protocol/desk.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import type { DeskAction } from '../../shared/queue/desk-action.ts';
import { requestIdSchema } from '../../shared/queue/desk-facts.ts';
import { hostDesk } from '../../shared/queue/host-desk.ts';
import type { Deps } from '../deps.ts';
import type { DeskRoom } from '../desk/desk-room.ts';
import { handOn } from '../desk/hand-on.ts';
import { openAccepted } from '../desk/open-accepted.ts';
import type { PresentHosts } from '../desk/present-hosts.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { hostOnly } from './access.ts';
import type { SiteFiles } from '../settings/site-files.ts';
import type { SiteBranding } from '../settings/site-branding.ts';
import type { Env, Routes } from './env.ts';
import { createFeedSlots } from './feed-slots.ts';
import { jsonFeed } from './feed.ts';
import { hostName } from './host-name.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

/** `/api/desk`: what a host does about requests. */
export function deskRoutes(
  deps: Deps & { files: SiteFiles },
  sessions: Sessions,
  room: DeskRoom,
  present: PresentHosts,
  branding: SiteBranding,
): Routes {
  const { limits, now, report } = deps;
  const slots = createFeedSlots(limits.feedsPerHost);

  const requestIdOf = (c: Context<Env>) => {
    const parsed = v.safeParse(requestIdSchema, c.req.param('requestId'));
    return parsed.success ? parsed.output : null;
  };
  async function perform(c: Context<Env>, action: DeskAction): Promise<Response> {
    const ruled = await room.run(action);
    return ruled.ok ? c.json({}) : restError(c, ruled.code);
  }

  return new Hono<Env>()
    .use(hostOnly(deps))
    .get('/', async (c) => {
      const { userId } = c.var.host;
      await room.refresh();
      return jsonFeed(c, {
        limits,
        begin(end) {
          const left = slots(userId, end);
          const goes = present.comes(userId);
          return () => {
            left();
            goes();
          };
        },
        report,
        everyMs: limits.deskTellMs,
        follow: room.follow,
        view: () => hostDesk(room.desk, room.inbound, userId, now()),
      });
    })
    .put('/availability', async (c) => {
      const body = await readBody(c, availabilityBodySchema);
      if (!body) return restError(c, 'body.invalid');
      const { userId: hostId, name } = c.var.host;
      return perform(c, { type: 'set-availability', hostId, name: hostName(name), ...body });
    })
    .post('/wrap-up/end', (c) => perform(c, { type: 'end-wrap-up', hostId: c.var.host.userId }))
    .post('/requests/:requestId/accept', async (c) => {
      const requestId = requestIdOf(c);
      if (!requestId) return restError(c, 'not-found');
      const { userId: hostId } = c.var.host;
      const ruled = await room.run({ type: 'accept', requestId, hostId, sessionId: newId() });
      if (!ruled.ok) return restError(c, ruled.code);
      const accepted = room.desk.accepted.get(requestId);
      if (!accepted) return restError(c, 'internal');
      const failure = await openAccepted({ ...deps, branding, sessions }, room.inbound, requestId, accepted);
      if (failure) return restError(c, failure);
      return c.json({ sessionId: accepted.sessionId } satisfies v.InferOutput<typeof acceptedSchema>);
    })
    .post('/requests/:requestId/decline', (c) => {
      const requestId = requestIdOf(c);
      if (!requestId) return Promise.resolve(restError(c, 'not-found'));
      return perform(c, { type: 'decline', requestId, hostId: c.var.host.userId });
    })
    .get('/targets', async (c) => {
      await room.refresh();
      return c.json(targets(room, c.var.host.userId));
    })
    .post('/hand-on', async (c) => {
      const body = await readBody(c, handOnBodySchema);
      if (!body) return restError(c, 'body.invalid');
      const handed = await handOn(deps, room, c.var.host.userId, body);
      if (!handed.ok) return restError(c, handed.code);
      return c.json({ requestId: handed.requestId } satisfies v.InferOutput<typeof handedOnSchema>);
    })
    .post('/requests/:requestId/cancel', async (c) => {
      await room.refresh();
      const requestId = requestIdOf(c);
      const waiting = requestId ? room.desk.waiting.get(requestId) : undefined;
      const { sessionId } = waiting ?? {};
      // Only what one has handed on oneself.
      if (!requestId || !sessionId || !room.desk.hosts.get(c.var.host.userId)?.sessions.has(sessionId)) {
        return restError(c, 'not-found');
      }
      return perform(c, { type: 'leave', requestId, why: 'cancelled' });
    });
}

function targets({ desk, inbound }: DeskRoom, me: string): Targets {
  const waitingIn = new Map<string, number>();
  for (const { queueId } of desk.waiting.values()) waitingIn.set(queueId, (waitingIn.get(queueId) ?? 0) + 1);
  const queues = inbound.isOn ? inbound.queues.filter(({ isOn }) => isOn) : [];
  const hosts = inbound.isOn ? [...desk.hosts.values()].filter(({ id }) => id !== me) : [];
  return {
    queues: queues.map(({ id, name }) => ({ queueId: id, name, waiting: waitingIn.get(id) ?? 0 })),
    hosts: hosts.map(({ id, name, availability }) => ({ hostId: id, name, availability })),
  };
}
