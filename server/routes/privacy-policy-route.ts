import { Hono } from 'hono';
import { privacyPolicySchema } from '../../shared/protocol/privacy-policy.ts';
import type { Audit } from '../audit/audit.ts';
import { policyChanges } from '../audit/what-changed.ts';
import type { Deps } from '../deps.ts';
import type { SitePolicy } from '../settings/site-policy.ts';
import { adminOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

/** `/api/privacy-policy`: for the admin. Participants get the policy over their control sockets. */
export function privacyPolicyRoute(deps: Deps, policy: SitePolicy, audit: Audit): Routes {
  return new Hono<Env>()
    .use(adminOnly(deps))
    .get('/', async (c) => c.json(await policy.read()))
    .put('/', async (c) => {
      const body = await readBody(c, privacyPolicySchema);
      if (!body) return restError(c, 'body.invalid');
      const before = await policy.read();
      await audit.note(c.var.actor, 'privacy.set', policyChanges(before, body));
      await policy.set(body);
      deps.log.info({ userId: c.var.host.userId, level: body.level }, 'privacy policy set');
      return c.json(body);
    });
}
