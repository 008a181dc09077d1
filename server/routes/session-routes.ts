import { Hono } from 'hono';
import type { SessionId } from '../../shared/protocol/ids.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import type { FreshNumber, Seat, Started } from '../../shared/protocol/rest.ts';
import { enterSession } from '../commands/enter-session.ts';
import { freshNumber } from '../commands/fresh-number.ts';
import { startSession } from '../commands/start-session.ts';
import type { Deps } from '../deps.ts';
import type { DeskRoom } from '../desk/desk-room.ts';
import { takeSession } from '../desk/take-session.ts';
import { hashSecret, hashSessionNumber, newSecret, newSessionNumber } from '../secrets.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { readRecordingRule } from '../settings/recording-policy.ts';
import type { SiteFiles } from '../settings/site-files.ts';
import type { SiteBranding } from '../settings/site-branding.ts';
import { hostOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { failureOf } from './failure-of.ts';
import { hostName } from './host-name.ts';
import { listSessions } from './list-sessions.ts';
import { ownSeat } from './own-seat.ts';
import { restError } from './rest-error.ts';

/** `/api/sessions`: what a signed-in host may do. */
export function sessionRoutes(
  deps: Deps & { files: SiteFiles },
  sessions: Sessions,
  room: DeskRoom,
  branding: SiteBranding,
): Routes {
  const { store, secret, limits, now } = deps;
  const host = hostOnly(deps);

  async function giveNumber(sessionId: SessionId): Promise<FreshNumber> {
    for (let tries = 0; tries < limits.appendAttempts; tries += 1) {
      const sessionNumber = newSessionNumber();
      const expiresAt = now() + limits.sessionNumberLifeMs;
      const hash = hashSessionNumber(secret, sessionNumber);
      if (await store.putNumber({ hash, sessionId, expiresAt })) return { sessionNumber, expiresAt };
    }
    throw new Error('No session number is free.');
  }

  return new Hono<Env>()
    .post('/', host, async (c) => {
      const sessionId = newId();
      const participantId = newId();
      const participantToken = newSecret();
      const { userId, name } = c.var.host;
      const lead = { participantId, userId, name: hostName(name), tokenHash: hashSecret(participantToken) };
      await room.refresh();
      const taken = await takeSession(room, { hostId: userId, name: lead.name, sessionId });
      if (!taken.ok) return restError(c, taken.code);
      const site = await branding.siteName();
      const recording = await readRecordingRule(store, { hostId: userId, queueId: null });
      const files = await deps.files.read();
      const { effects } = await sessions.run(sessionId, () =>
        startSession({ sessionId, site, files, host: lead, recording }),
      );
      const failure = failureOf(effects);
      if (failure) {
        await room.run({ type: 'give-back', sessionId, hostId: userId });
        return restError(c, failure);
      }
      const number = await giveNumber(sessionId);
      return c.json({ sessionId, participantId, participantToken, ...number } satisfies Started);
    })
    .get('/', host, async (c) => c.json(await listSessions(deps, c.var.host.userId)))
    .post('/:sessionId/number', host, async (c) => {
      const seat = await ownSeat(store, c);
      if (!seat) return restError(c, 'not-found');
      const { effects } = await sessions.run(seat.sessionId, (context) => freshNumber(context, seat.participantId));
      const failure = failureOf(effects);
      return failure ? restError(c, failure) : c.json(await giveNumber(seat.sessionId));
    })
    .post('/:sessionId/enter', host, async (c) => {
      const seat = await ownSeat(store, c);
      if (!seat) return restError(c, 'not-found');
      const { sessionId, participantId } = seat;
      const { effects } = await sessions.run(sessionId, (context) => enterSession(context, participantId));
      const failure = failureOf(effects);
      if (failure) return restError(c, failure);
      const participantToken = newSecret();
      await store.renewToken(participantId, hashSecret(participantToken));
      return c.json({ sessionId, participantId, participantToken } satisfies Seat);
    });
}
