import { Hono } from 'hono';
import { passwordLetter } from '../../shared/mail/password-letter.ts';
import { type HostAdded, hostChangeSchema, newHostSchema } from '../../shared/protocol/hosts.ts';
import { addHost } from '../auth/add-host.ts';
import { changeHost } from '../auth/change-host.ts';
import { knownHosts } from '../auth/known-hosts.ts';
import type { Deps } from '../deps.ts';
import type { PostOffice } from '../mail/post-office.ts';
import { adminOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { hostName } from './host-name.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

/** `/api/hosts`: for the admin. */
export function hostsRoute(deps: Deps, post: PostOffice): Routes {
  const { auth, log, settings } = deps;
  return new Hono<Env>()
    .use(...adminOnly(deps))
    .get('/', async (c) => c.json(await knownHosts(auth)))
    .post('/', async (c) => {
      const body = await readBody(c, newHostSchema);
      if (!body) return restError(c, 'body.invalid');
      const { userId: hostId, link } = await addHost(deps, { email: body.email, name: body.name, admin: body.isAdmin });
      log.info({ userId: c.var.host.userId, hostId, isAdmin: body.isAdmin }, 'host added');
      const { email: to, name, mail } = body;
      const letter = () => passwordLetter(mail ?? 'en', { site: settings.siteName, name: hostName(name), link });
      const posted = mail === null ? null : await post.send({ by: c.var.host.userId, to, letter });
      const added: HostAdded = posted?.ok
        ? { hostId, link: null, mail: 'sent' }
        : { hostId, link, mail: posted ? 'failed' : 'none' };
      return c.json(added, 201);
    })
    .put('/:hostId', async (c) => {
      const { hostId } = c.req.param();
      const body = await readBody(c, hostChangeSchema);
      // Nobody locks out oneself; so there is always an admin.
      if (!body || hostId === c.var.host.userId) return restError(c, 'body.invalid');
      if (!(await isKnown(hostId))) return restError(c, 'not-found');
      await changeHost(auth, hostId, body, c.req.raw.headers);
      log.info({ userId: c.var.host.userId, hostId, ...body }, 'host changed');
      return c.json(body);
    });

  async function isKnown(hostId: string): Promise<boolean> {
    const { internalAdapter } = await auth.$context;
    return (await internalAdapter.findUserById(hostId)) !== null;
  }
}
