import { Hono } from 'hono';
import { inboundFaults } from '../../shared/queue/faults.ts';
import { inboundSchema } from '../../shared/queue/inbound.ts';
import type { Audit } from '../audit/audit.ts';
import { inboundChanges } from '../audit/what-changed.ts';
import { knownHosts } from '../auth/known-hosts.ts';
import type { Deps } from '../deps.ts';
import type { ApiKeys } from '../keys/api-keys.ts';
import type { SiteInbound } from '../settings/site-inbound.ts';
import { adminOr } from './access.ts';
import type { Env, Routes } from './env.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

/** `/api/inbound`: for the admin and keys with the scope. What does not fit together is refused. */
export function inboundRoute(deps: Deps, inbound: SiteInbound, keys: ApiKeys, audit: Audit): Routes {
  return new Hono<Env>()
    .use(adminOr(deps, keys, 'inbound'))
    .get('/', async (c) => c.json(await inbound.read()))
    .put('/', async (c) => {
      const body = await readBody(c, inboundSchema);
      if (!body) return restError(c, 'body.invalid');
      const hostIds = new Set((await knownHosts(deps.auth)).map(({ hostId }) => hostId));
      if (inboundFaults(body, hostIds).length > 0) return restError(c, 'body.invalid');
      const before = await inbound.read();
      await audit.note(c.var.actor, 'inbound.set', inboundChanges(before, body));
      await inbound.set(body);
      deps.log.info({ by: c.var.actor.id, isOn: body.isOn, queues: body.queues.length }, 'inbound set');
      return c.json(body);
    });
}
