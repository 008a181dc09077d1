import { Hono } from 'hono';
import { inboundFaults } from '../../shared/queue/faults.ts';
import { inboundSchema } from '../../shared/queue/inbound.ts';
import { knownHosts } from '../auth/known-hosts.ts';
import type { Deps } from '../deps.ts';
import type { SiteInbound } from '../settings/site-inbound.ts';
import { adminOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

/** `/api/inbound`: for the admin. What does not fit together is refused. */
export function inboundRoute(deps: Deps, inbound: SiteInbound): Routes {
  return new Hono<Env>()
    .use(...adminOnly(deps))
    .get('/', async (c) => c.json(await inbound.read()))
    .put('/', async (c) => {
      const body = await readBody(c, inboundSchema);
      if (!body) return restError(c, 'body.invalid');
      const hostIds = new Set((await knownHosts(deps.auth)).map(({ hostId }) => hostId));
      if (inboundFaults(body, hostIds).length > 0) return restError(c, 'body.invalid');
      await inbound.set(body);
      deps.log.info({ userId: c.var.host.userId, isOn: body.isOn, queues: body.queues.length }, 'inbound set');
      return c.json(body);
    });
}
