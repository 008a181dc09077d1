import { Hono } from 'hono';
import { brandingSchema } from '../../shared/protocol/branding.ts';
import { changedKeys } from '../../shared/queue/changes-between.ts';
import type { Audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import type { SiteBranding } from '../settings/site-branding.ts';
import { adminOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

/** `/api/branding`: for the admin. Everybody else gets it with `/api/site`. */
export function brandingRoute(deps: Deps, branding: SiteBranding, audit: Audit): Routes {
  return new Hono<Env>()
    .use(adminOnly(deps))
    .get('/', async (c) => c.json(await branding.read()))
    .put('/', async (c) => {
      const body = await readBody(c, brandingSchema);
      if (!body) return restError(c, 'body.invalid');
      const changed = changedKeys(await branding.read(), body);
      await audit.note(c.var.actor, 'branding.set', { changed, ...(changed.includes('name') && { name: body.name }) });
      await branding.set(body);
      deps.log.info({ userId: c.var.host.userId, name: body.name, hasLogo: body.logo !== null }, 'branding set');
      return c.json(body);
    });
}
