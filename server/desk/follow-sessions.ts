import type { ParticipantId, SessionId } from '../../shared/protocol/ids.ts';
import type { Entry } from '../../shared/session/facts.ts';
import type { Deps } from '../deps.ts';
import { storedState } from '../sessions/stored-state.ts';
import type { DeskRoom } from './desk-room.ts';
import { knowHost } from './take-session.ts';

/** Tells the desk which host is through with a session, and who has it now. */
export function followSessions({ store, report }: Pick<Deps, 'store' | 'report'>, room: DeskRoom) {
  const holders = (sessionId: SessionId) =>
    [...room.desk.hosts.values()].filter(({ sessions }) => sessions.has(sessionId)).map(({ id }) => id);

  async function giveBack(sessionId: SessionId, but?: string): Promise<void> {
    for (const hostId of holders(sessionId)) {
      if (hostId !== but) await room.run({ type: 'give-back', sessionId, hostId });
    }
  }
  /** Nobody is to take what is over, or has gone to somebody else. */
  async function withdraw(sessionId: SessionId): Promise<void> {
    await room.refresh();
    const handed = [...room.desk.waiting.values()].filter((request) => request.sessionId === sessionId);
    const requestIds = handed.map(({ id }) => id);
    if (requestIds.length > 0) await room.run({ type: 'leave-many', requestIds, why: 'closed' });
  }
  async function over(sessionId: SessionId): Promise<void> {
    await withdraw(sessionId);
    await giveBack(sessionId);
  }
  async function nameOf(sessionId: SessionId, participantId: ParticipantId): Promise<string> {
    const state = await storedState(store, sessionId);
    return state.phase === 'none' ? '' : (state.participants[participantId]?.name ?? '');
  }
  async function takenBy(sessionId: SessionId, participantId: ParticipantId): Promise<void> {
    await withdraw(sessionId);
    const hostId = await store.userOf(participantId);
    if (hostId === undefined) return;
    if (holders(sessionId).some((holder) => holder !== hostId)) {
      await knowHost(room, { hostId, name: await nameOf(sessionId, participantId) });
      await room.run({ type: 'take-session', sessionId, hostId, queueId: null });
      await giveBack(sessionId, hostId);
    }
  }

  return {
    appended(sessionId: SessionId, entries: readonly Entry[]): void {
      for (const { fact } of entries) {
        if (fact.type === 'session.ended') over(sessionId).catch(report);
        else if (fact.type === 'lead.handed-over') takenBy(sessionId, fact.to).catch(report);
        else if (fact.type === 'participant.admitted' && fact.role === 'lead') {
          takenBy(sessionId, fact.participantId).catch(report);
        }
      }
    },
    over,
  };
}
