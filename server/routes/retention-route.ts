import { Hono } from 'hono';
import { retentionSchema } from '../../shared/protocol/retention.ts';
import { changedKeys } from '../../shared/queue/changes-between.ts';
import type { Audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import type { SiteRetention } from '../settings/site-retention.ts';
import { adminOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

/** `/api/retention`: for the admin. */
export function retentionRoute(deps: Deps, retention: SiteRetention, audit: Audit): Routes {
  return new Hono<Env>()
    .use(adminOnly(deps))
    .get('/', async (c) => c.json(await retention.read()))
    .put('/', async (c) => {
      const body = await readBody(c, retentionSchema);
      if (!body) return restError(c, 'body.invalid');
      const changed = changedKeys(await retention.read(), body);
      await audit.note(c.var.actor, 'retention.set', Object.fromEntries(changed.map((kind) => [kind, body[kind]])));
      await retention.set(body);
      return c.json(body);
    });
}
