import type { Desk, DeskHost } from './desk.ts';
import type { DeskEntry, DeskFact } from './desk-facts.ts';
import { foldRequest, type RequestFact } from './fold-request.ts';
import { paceOf } from './pace.ts';

/** The share that the newest session has in a queue's mean handling time. */
const newest = 0.2;

export const newDesk = (): Desk => ({
  seq: 0,
  waiting: new Map(),
  hosts: new Map(),
  pace: new Map(),
  accepted: new Map(),
  left: new Map(),
  lines: new Map(),
  sources: new Map(),
});

/** The one fold of a desk's facts, in place. What is old or out of place changes nothing but the sequence number. */
export function foldDesk(desk: Desk, { seq, at, fact }: DeskEntry): void {
  if (seq <= desk.seq) return;
  desk.seq = seq;
  if (isOfHost(fact)) foldHost(desk, at, fact);
  else foldRequest(desk, { seq, at }, fact);
}

type HostFact = Exclude<DeskFact, RequestFact>;
const isOfHost = (fact: DeskFact): fact is HostFact => !/^(request|offer)\./.test(fact.type);

function foldHost(desk: Desk, at: number, fact: HostFact): void {
  if (fact.type === 'host.changed') return changeHost(desk, at, fact);
  const host = desk.hosts.get(fact.hostId);
  if (!host) return;
  switch (fact.type) {
    case 'session.taken':
      if (!host.sessions.has(fact.sessionId)) host.sessions.set(fact.sessionId, { queueId: fact.queueId, since: at });
      return;
    case 'session.given-back':
      return giveBack(desk, host, at, fact);
    case 'wrap-up.ended':
      host.wrapUpUntil = 0;
  }
}

function changeHost(
  desk: Desk,
  at: number,
  { hostId, name, availability }: Extract<HostFact, { type: 'host.changed' }>,
): void {
  const known = desk.hosts.get(hostId);
  const host: DeskHost = known ?? {
    id: hostId,
    name,
    availability,
    sessions: new Map(),
    offers: new Set(),
    wrapUpUntil: 0,
    idleSince: at,
    offeredAt: 0,
    missed: 0,
    missedAt: 0,
  };
  // Who was away was not idle.
  if (host.availability !== 'available' && availability === 'available') host.idleSince = at;
  desk.hosts.set(hostId, Object.assign(host, { name, availability, missed: 0 }));
}

function giveBack(
  desk: Desk,
  host: DeskHost,
  at: number,
  { sessionId, wrapUpMs }: Extract<HostFact, { type: 'session.given-back' }>,
): void {
  const session = host.sessions.get(sessionId);
  if (!session) return;
  host.sessions.delete(sessionId);
  host.idleSince = at;
  if (wrapUpMs > 0) host.wrapUpUntil = Math.max(host.wrapUpUntil, at + wrapUpMs);
  if (session.queueId === null) return;
  const pace = paceOf(desk, session.queueId);
  const length = Math.max(0, at - session.since);
  pace.handlingMs = pace.handlingMs === null ? length : pace.handlingMs + newest * (length - pace.handlingMs);
}
