import { Hono } from 'hono';
import * as v from 'valibot';
import { auditQuerySchema } from '../../shared/protocol/audit.ts';
import type { Audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { adminOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { restError } from './rest-error.ts';

/** `/api/audit`: for the admin. */
export function auditRoute(deps: Deps, audit: Audit): Routes {
  return new Hono<Env>().use(adminOnly(deps)).get('/', async (c) => {
    const query = v.safeParse(auditQuerySchema, c.req.query());
    return query.success ? c.json(await audit.page(query.output)) : restError(c, 'body.invalid');
  });
}
