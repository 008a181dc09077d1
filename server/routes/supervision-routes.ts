import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { goalSchema } from '../../shared/report/goal.ts';
import { dayBegan, periodsOf } from '../../shared/report/periods.ts';
import { reportQuerySchema, supervisionQuerySchema } from '../../shared/report/query.ts';
import { supervise, type Supervision } from '../../shared/report/supervision.ts';
import type { Audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import type { DeskRoom } from '../desk/desk-room.ts';
import type { ApiKeys } from '../keys/api-keys.ts';
import { createCustomerNames } from '../report/customer-names.ts';
import { createDeskFigures } from '../report/desk-figures.ts';
import type { SiteGoal } from '../settings/site-goal.ts';
import { adminOnly, adminOr } from './access.ts';
import type { Env, Routes } from './env.ts';
import { createFeedSlots } from './feed-slots.ts';
import { jsonFeed } from './feed.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

/** `/api/supervision`: what the desk does, for the admin and keys that read. */
export function supervisionRoutes(deps: Deps, room: DeskRoom, goal: SiteGoal, keys: ApiKeys, audit: Audit): Routes {
  const { now, report, limits } = deps;
  const figures = createDeskFigures(deps, goal);
  const names = createCustomerNames(deps);
  const slots = createFeedSlots(limits.feedsPerHost);
  const reader = adminOr(deps, keys, 'read');

  const timeZoneOf = (c: Context<Env>) => {
    const query = v.safeParse(supervisionQuerySchema, c.req.query());
    return query.success ? query.output.timeZone : null;
  };
  async function view(timeZone: string): Promise<Supervision> {
    const done = await figures.current();
    const { desk, inbound } = room;
    const asked = new Set([...desk.accepted.values()].map(({ sessionId }) => sessionId));
    const running = [...desk.hosts.values()].flatMap(({ sessions }) => [...sessions.keys()]);
    await names.learn(new Set(running.filter((sessionId) => !asked.has(sessionId))));
    const at = now();
    return supervise({ desk, inbound, report: done, customerOf: names.of, dayBegan: dayBegan(timeZone, at), now: at });
  }

  return new Hono<Env>()
    .get('/', reader, async (c) => {
      const timeZone = timeZoneOf(c);
      if (timeZone === null) return restError(c, 'body.invalid');
      await room.refresh();
      return jsonFeed(c, {
        limits,
        begin: (end) => slots(c.var.actor.id, end),
        everyMs: limits.supervisionTellMs,
        report,
        follow(changed) {
          const unfollow = [room.follow(changed), goal.follow(changed)];
          return () => {
            for (const stop of unfollow) stop();
          };
        },
        view: () => view(timeZone),
      });
    })
    .get('/now', reader, async (c) => {
      const timeZone = timeZoneOf(c);
      if (timeZone === null) return restError(c, 'body.invalid');
      await room.refresh();
      return c.json(await view(timeZone));
    })
    .get('/report', reader, async (c) => {
      const query = v.safeParse(reportQuerySchema, c.req.query());
      if (!query.success) return restError(c, 'body.invalid');
      const { timeZone, queueId = null } = query.output;
      return c.json(periodsOf(await figures.current(), queueId, timeZone, now()));
    })
    .get('/goal', reader, async (c) => c.json(await goal.read()))
    .put('/goal', adminOnly(deps), async (c) => {
      const body = await readBody(c, goalSchema);
      if (!body) return restError(c, 'body.invalid');
      await audit.note(c.var.actor, 'goal.set', body);
      await goal.set(body);
      return c.json(body);
    });
}
