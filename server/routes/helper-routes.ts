import { Hono } from 'hono';
import { hostLetter } from '../../shared/mail/host-letter.ts';
import { hostInvitationSchema, type OtherHosts } from '../../shared/protocol/invitation.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import type { Seat } from '../../shared/protocol/rest.ts';
import { knownHosts } from '../auth/known-hosts.ts';
import { comeToHelp } from '../commands/come-to-help.ts';
import { freshNumber } from '../commands/fresh-number.ts';
import type { Deps } from '../deps.ts';
import type { DeskRoom } from '../desk/desk-room.ts';
import type { PostOffice } from '../mail/post-office.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { createSessionLog } from '../sessions/session-log.ts';
import type { SiteBranding } from '../settings/site-branding.ts';
import { hostOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { failureOf } from './failure-of.ts';
import { hostName } from './host-name.ts';
import { ownSeat, sessionIdOf } from './own-seat.ts';
import { readBody } from './read-body.ts';
import { postError, restError } from './rest-error.ts';

/** `/api/hosts-list` */
export function otherHostsRoute(deps: Deps, room: DeskRoom): Routes {
  return new Hono<Env>().get('/', hostOnly(deps), async (c) => {
    await room.refresh();
    const hosts = await knownHosts(deps.auth);
    const others = hosts.filter(({ hostId, isActive }) => isActive && hostId !== c.var.host.userId);
    return c.json(
      others.map(({ hostId, name }) => {
        return { hostId, name: hostName(name), availability: room.desk.hosts.get(hostId)?.availability ?? null };
      }) satisfies OtherHosts,
    );
  });
}

/** `/api/sessions/:sessionId/hosts` and what an invited host answers. */
export function helperRoutes(deps: Deps, sessions: Sessions, post: PostOffice, branding: SiteBranding): Routes {
  const { store, limits, now } = deps;
  const host = hostOnly(deps);

  return new Hono<Env>()
    .post('/:sessionId/hosts', host, async (c) => {
      const body = await readBody(c, hostInvitationSchema);
      if (!body) return restError(c, 'body.invalid');
      const seat = await ownSeat(store, c);
      if (!seat) return restError(c, 'not-found');
      const { sessionId, participantId: by } = seat;
      const { effects } = await sessions.run(sessionId, (context) => freshNumber(context, by));
      const failure = failureOf(effects);
      if (failure) return restError(c, failure);
      const { who, mail } = body;
      const hosts = (await knownHosts(deps.auth)).filter(({ isActive }) => isActive);
      const invited = hosts.find(({ hostId, email }) =>
        'hostId' in who ? hostId === who.hostId : email === who.email.toLowerCase(),
      );
      if (!invited) return restError(c, 'host.not-found');
      const { hostId: userId, email } = invited;
      const known = await store.seatOfUser(sessionId, userId);
      const { state } = await factsOf(sessionId);
      const isHere = known && state.phase === 'open' && state.participants[known.participantId]?.phase === 'present';
      if (isHere) return restError(c, 'host.here');
      const participantId = known?.participantId ?? newId();
      const expiresAt = now() + limits.hostInvitationLifeMs;
      await store.putHostInvitation({ sessionId, userId, participantId, by, expiresAt });
      if (mail === null) return c.json({});
      const inviter = hostName(c.var.host.name);
      const posted = await post.send({
        by: c.var.host.userId,
        to: email,
        letter: async () => hostLetter(mail, { site: await branding.siteName(), by: inviter }),
      });
      return posted.ok ? c.json({}) : postError(c, posted);
    })
    .post('/:sessionId/help', host, async (c) => {
      const { userId, name } = c.var.host;
      const sessionId = sessionIdOf(c);
      const invitations = await store.hostInvitations(userId, now());
      const invitation = invitations.find((one) => one.sessionId === sessionId);
      if (!invitation) return restError(c, 'not-found');
      const { by } = invitation;
      const known = await store.seatOfUser(invitation.sessionId, userId);
      const participantId = known?.participantId ?? invitation.participantId;
      const participantToken = newSecret();
      const tokenHash = hashSecret(participantToken);
      const helper = { participantId, name: hostName(name), userId, tokenHash };
      const { effects } = await sessions.run(invitation.sessionId, (context) =>
        comeToHelp(context, { host: helper, isKnown: known !== undefined, by }),
      );
      const failure = failureOf(effects);
      if (failure) return restError(c, failure);
      await store.renewToken(participantId, tokenHash);
      await store.dropHostInvitation(invitation.sessionId, userId);
      return c.json({ sessionId: invitation.sessionId, participantId, participantToken } satisfies Seat);
    })
    .post('/:sessionId/decline', host, async (c) => {
      const sessionId = sessionIdOf(c);
      if (sessionId !== undefined) await store.dropHostInvitation(sessionId, c.var.host.userId);
      return c.json({});
    });

  async function factsOf(sessionId: string) {
    const log = createSessionLog(store, sessionId);
    await log.catchUp();
    return log;
  }
}
