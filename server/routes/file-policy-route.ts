import { Hono } from 'hono';
import { filePolicySchema } from '../../shared/protocol/file-policy.ts';
import { changedKeys } from '../../shared/queue/changes-between.ts';
import type { Audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import type { SiteFiles } from '../settings/site-files.ts';
import { adminOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

/** `/api/file-policy`: for the admin. Participants learn of it with the first fact of their session. */
export function filePolicyRoute(deps: Deps, files: SiteFiles, audit: Audit): Routes {
  return new Hono<Env>()
    .use(adminOnly(deps))
    .get('/', async (c) => c.json(await files.read()))
    .put('/', async (c) => {
      const body = await readBody(c, filePolicySchema);
      if (!body) return restError(c, 'body.invalid');
      const { from, mostMebibytes, dangerous } = body;
      const changed = changedKeys(await files.read(), body);
      await audit.note(c.var.actor, 'files.set', { changed, from, mostMebibytes, dangerous });
      await files.set(body);
      deps.log.info({ userId: c.var.host.userId, from, mostMebibytes, dangerous }, 'file policy set');
      return c.json(body);
    });
}
