import { Hono } from 'hono';
import { keyPrefix, newApiKeySchema } from '../../shared/protocol/api-keys.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import type { Audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { adminOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

/** `/api/keys`: for the admin. A key makes no keys. */
export function keysRoute(deps: Deps, audit: Audit): Routes {
  const { keyStore, limits, now } = deps;
  return new Hono<Env>()
    .use(adminOnly(deps))
    .get('/', async (c) => c.json(await keyStore.all()))
    .post('/', async (c) => {
      const body = await readBody(c, newApiKeySchema);
      const known = await keyStore.all();
      if (!body || known.filter(({ revokedAt }) => revokedAt === null).length >= limits.apiKeysAtMost) {
        return restError(c, 'body.invalid');
      }
      const { actor } = c.var;
      const keyId = newId();
      const secret = keyPrefix + newSecret();
      const key = { keyId, ...body, madeBy: actor.name, madeAt: now(), usedAt: null, revokedAt: null };
      await audit.note(actor, 'api-key.made', { keyId, name: body.name, scopes: body.scopes });
      await keyStore.add(key, hashSecret(secret));
      return c.json({ keyId, secret }, 201);
    })
    .post('/:keyId/revoke', async (c) => {
      const { keyId } = c.req.param();
      const key = (await keyStore.all()).find((one) => one.keyId === keyId);
      if (!key || !(await keyStore.revoke(keyId, now()))) return restError(c, 'not-found');
      await audit.note(c.var.actor, 'api-key.revoked', { keyId, name: key.name });
      return c.json({});
    });
}
