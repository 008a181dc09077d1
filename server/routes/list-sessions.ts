import type { SessionId } from '../../shared/protocol/ids.ts';
import type { OwnSessions } from '../../shared/protocol/rest.ts';
import type { OpenSession } from '../../shared/session/state.ts';
import type { Deps } from '../deps.ts';
import { createSessionLog } from '../sessions/session-log.ts';

/** The open sessions that concern a host: those that they are asked to help in, then those that they are in. */
export async function listSessions(
  { store, limits, now }: Pick<Deps, 'store' | 'limits' | 'now'>,
  userId: string,
): Promise<OwnSessions> {
  const list: OwnSessions = [];
  for (const { sessionId, by } of await store.hostInvitations(userId, now())) {
    const state = await openState(sessionId);
    // Who has gone has invited nobody any more.
    const inviter = state?.participants[by];
    if (state && inviter?.phase === 'present') list.push({ ...facts(state), invitedBy: inviter.name });
  }
  for (const sessionId of await store.openSessionsOf(userId, limits.ownSessionsListed)) {
    const state = await openState(sessionId);
    const seat = await store.seatOfUser(sessionId, userId);
    // Who has left, or was removed, keeps the seat and not the place.
    const isIn = seat !== undefined && state?.participants[seat.participantId]?.phase === 'present';
    if (isIn) list.push({ ...facts(state), invitedBy: null });
  }
  return list;

  async function openState(sessionId: SessionId): Promise<OpenSession | null> {
    const log = createSessionLog(store, sessionId);
    await log.catchUp();
    return log.state.phase === 'open' ? log.state : null;
  }
}

function facts({ id: sessionId, startedAt, participants }: OpenSession) {
  const customers = Object.values(participants).filter(({ role }) => role === 'customer');
  const customer = customers.find(({ phase }) => phase === 'present')?.name ?? null;
  const waiting = customers.filter(({ phase }) => phase === 'lobby').length;
  return { sessionId, startedAt, customer, waiting };
}
