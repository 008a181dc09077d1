import { Hono } from 'hono';
import { passwordLetter } from '../../shared/mail/password-letter.ts';
import { type HostAdded, hostChangeSchema, newHostSchema } from '../../shared/protocol/hosts.ts';
import type { Audit } from '../audit/audit.ts';
import { addHost } from '../auth/add-host.ts';
import { changeHost } from '../auth/change-host.ts';
import { knownHosts } from '../auth/known-hosts.ts';
import type { Deps } from '../deps.ts';
import { putOut } from '../desk/put-out.ts';
import type { ApiKeys } from '../keys/api-keys.ts';
import type { PostOffice } from '../mail/post-office.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { SiteBranding } from '../settings/site-branding.ts';
import { adminOnly, adminOr } from './access.ts';
import type { Env, Routes } from './env.ts';
import { hostName } from './host-name.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

interface HostsDeps extends Deps {
  post: PostOffice;
  keys: ApiKeys;
  audit: Audit;
  branding: SiteBranding;
  sessions: Sessions;
}

/** `/api/hosts`: for the admin and keys with the scope. A key neither makes an admin nor changes roles. */
export function hostsRoute({ post, keys, audit, branding, sessions, ...deps }: HostsDeps): Routes {
  const { auth, log } = deps;
  return new Hono<Env>()
    .get('/', adminOr(deps, keys, 'hosts'), async (c) => c.json(await knownHosts(auth)))
    .post('/', adminOr(deps, keys, 'hosts'), async (c) => {
      const body = await readBody(c, newHostSchema);
      if (!body) return restError(c, 'body.invalid');
      const { actor, keyId } = c.var;
      // A link for one who exists would be a way into that account.
      if (keyId !== undefined && (body.isAdmin || (await isTaken(body.email)))) return restError(c, 'scope.missing');
      const { userId: hostId, link } = await addHost(deps, { email: body.email, name: body.name, admin: body.isAdmin });
      await audit.note(actor, 'host.added', { hostId, name: body.name, isAdmin: body.isAdmin });
      log.info({ by: actor.id, hostId, isAdmin: body.isAdmin }, 'host added');
      const { email: to, name, mail } = body;
      const letter = async () =>
        passwordLetter(mail ?? 'en', { site: await branding.siteName(), name: hostName(name), link });
      const posted = mail === null ? null : await post.send({ by: actor.id, to, letter });
      const added: HostAdded = posted?.ok
        ? { hostId, link: null, mail: 'sent' }
        : { hostId, link, mail: posted ? 'failed' : 'none' };
      return c.json(added, 201);
    })
    .put('/:hostId', adminOnly(deps), async (c) => {
      const { hostId } = c.req.param();
      const body = await readBody(c, hostChangeSchema);
      // Nobody locks out oneself; so there is always an admin.
      if (!body || hostId === c.var.host.userId) return restError(c, 'body.invalid');
      if (!(await isKnown(hostId))) return restError(c, 'not-found');
      await audit.note(c.var.actor, 'host.changed', { hostId, ...body });
      await changeHost(auth, hostId, body, c.req.raw.headers);
      if (!body.isActive) await putOut(deps, sessions, hostId);
      log.info({ userId: c.var.host.userId, hostId, ...body }, 'host changed');
      return c.json(body);
    });

  async function isTaken(email: string): Promise<boolean> {
    const { internalAdapter } = await auth.$context;
    return (await internalAdapter.findUserByEmail(email.toLowerCase())) !== null;
  }
  async function isKnown(hostId: string): Promise<boolean> {
    const { internalAdapter } = await auth.$context;
    return (await internalAdapter.findUserById(hostId)) !== null;
  }
}
