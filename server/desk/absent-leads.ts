import type { RequestId } from '../../shared/queue/desk-facts.ts';
import type { Accepted } from '../../shared/queue/desk.ts';
import type { Deps } from '../deps.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { DeskRoom } from './desk-room.ts';
import { handOn } from './hand-on.ts';

interface Watched {
  /** By this instance's eyes; null: nobody waits in the session for its host just now. */
  absentSince: number | null;
  /** The request that offers the session to others. */
  passedOn: RequestId | null;
}

/**
 * A host who took a request and never came, since the browser died for example: the customer would sit alone. So the
 * session is offered to others of its queue, until the host comes after all. One who was there once is another matter:
 * lost lines come back. Called again and again, on each instance.
 */
export function createAbsentLeads(deps: Pick<Deps, 'store' | 'now' | 'limits'>, room: DeskRoom, sessions: Sessions) {
  const { now, limits } = deps;
  const watched = new Map<RequestId, Watched>();
  const came = new Set<RequestId>();

  async function look(requestId: RequestId, { sessionId, hostId, request }: Accepted): Promise<void> {
    const live = await sessions.heldHere(sessionId);
    if (!live || live.log.state.phase !== 'open' || !room.desk.hosts.get(hostId)?.sessions.has(sessionId)) return;
    const online = new Set(live.online());
    const present = Object.values(live.log.state.participants).filter(({ phase }) => phase === 'present');
    const { absentSince, passedOn } = watched.get(requestId) ?? { absentSince: null, passedOn: null };
    if (present.some(({ id, role }) => role === 'lead' && live.wasOnline(id))) {
      came.add(requestId);
      if (passedOn) await room.run({ type: 'leave', requestId: passedOn, why: 'cancelled' });
    } else if (present.some(({ id, role }) => role === 'customer' && online.has(id))) {
      const since = absentSince ?? now();
      watched.set(requestId, { absentSince: since, passedOn });
      if (passedOn || now() - since < limits.leadAbsentMs) return;
      const handed = await handOn(deps, room, hostId, { sessionId, to: { queueId: request.queueId }, note: '' });
      if (handed.ok) watched.set(requestId, { absentSince: since, passedOn: handed.requestId });
    } else watched.set(requestId, { absentSince: null, passedOn });
  }

  return async function tend(): Promise<void> {
    const { accepted } = room.desk;
    for (const [requestId, one] of [...accepted]) if (!came.has(requestId)) await look(requestId, one);
    for (const requestId of [...watched.keys(), ...came]) {
      if (accepted.has(requestId)) continue;
      watched.delete(requestId);
      came.delete(requestId);
    }
  };
}
