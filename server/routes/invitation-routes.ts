import { type Context, Hono } from 'hono';
import { joinLink } from '../../shared/mail/join-link.ts';
import { customerLetter } from '../../shared/mail/customer-letter.ts';
import type { SessionId } from '../../shared/protocol/ids.ts';
import { type JoinCode, mailInvitationSchema } from '../../shared/protocol/invitation.ts';
import { freshNumber } from '../commands/fresh-number.ts';
import type { Deps } from '../deps.ts';
import type { PostOffice } from '../mail/post-office.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { SiteBranding } from '../settings/site-branding.ts';
import { hostOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { failureOf } from './failure-of.ts';
import { hostName } from './host-name.ts';
import { ownSeat } from './own-seat.ts';
import { readBody } from './read-body.ts';
import { postError, restError } from './rest-error.ts';

/** `/api/sessions/:sessionId/invitation`: the lead invites the customer by a link. */
export function invitationRoutes(deps: Deps, sessions: Sessions, post: PostOffice, branding: SiteBranding): Routes {
  const { store, settings, limits, now } = deps;
  const host = hostOnly(deps);

  async function newCode(sessionId: SessionId): Promise<JoinCode> {
    const code = newSecret();
    const expiresAt = now() + limits.sessionNumberLifeMs;
    await store.putJoinCode({ hash: hashSecret(code), sessionId, expiresAt }, limits.joinCodesOfSession);
    return { code, expiresAt };
  }

  /** The session that this host leads, or why there is none. */
  async function led(c: Context<Env>) {
    const seat = await ownSeat(store, c);
    if (!seat) return { ok: false, code: 'not-found' } as const;
    const { effects } = await sessions.run(seat.sessionId, (context) => freshNumber(context, seat.participantId));
    const code = failureOf(effects);
    return code ? ({ ok: false, code } as const) : ({ ok: true, sessionId: seat.sessionId } as const);
  }

  return new Hono<Env>()
    .post('/:sessionId/invitation', host, async (c) => {
      const session = await led(c);
      return session.ok ? c.json(await newCode(session.sessionId)) : restError(c, session.code);
    })
    .post('/:sessionId/invitation/mail', host, async (c) => {
      const body = await readBody(c, mailInvitationSchema);
      if (!body) return restError(c, 'body.invalid');
      const session = await led(c);
      if (!session.ok) return restError(c, session.code);
      const { to, language, name } = body;
      const { userId: by, name: inviter } = c.var.host;
      const posted = await post.send({
        by,
        to,
        letter: async () => {
          const { code } = await newCode(session.sessionId);
          const link = joinLink(settings.publicOrigins[0], code, name);
          const site = await branding.siteName();
          return customerLetter(language, { site, host: hostName(inviter), name, link });
        },
      });
      return posted.ok ? c.json({}) : postError(c, posted);
    });
}
