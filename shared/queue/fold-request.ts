import type { Desk, Waiting } from './desk.ts';
import type { DeskFact } from './desk-facts.ts';
import { joinLine, leaveLine } from './lines.ts';
import type { HostId } from './names.ts';
import { paceOf } from './pace.ts';
import { redactDesk } from './redact.ts';

export type RequestFact = Extract<DeskFact, { type: `request.${string}` | `offer.${string}` }>;
type Of<T extends RequestFact['type']> = Extract<RequestFact, { type: T }>;

/** Of requests that are over, so many are remembered. */
const mostRemembered = 1_000;

export function foldRequest(desk: Desk, { seq, at }: { seq: number; at: number }, fact: RequestFact): void {
  if (fact.type === 'request.entered') return enter(desk, { seq, at }, fact);
  if (fact.type === 'request.erased') return redactDesk(desk, fact.requestId);
  const request = desk.waiting.get(fact.requestId);
  if (!request) return;
  switch (fact.type) {
    case 'request.offered':
      return offer(desk, request, at, fact);
    case 'offer.ended':
      return endOffer(desk, request, at, fact);
    case 'request.accepted':
      return accept(desk, request, at, fact);
    case 'request.moved':
      return move(desk, request, at, fact);
    case 'request.left':
      remove(desk, request);
      remember(desk.left, request.id, fact.why);
  }
}

function enter(desk: Desk, { seq, at }: { seq: number; at: number }, fact: Of<'request.entered'>): void {
  const { type: _type, requestId: id, ...entered } = fact;
  if (desk.waiting.has(id)) return;
  desk.accepted.delete(id);
  desk.left.delete(id);
  const { sessionId, queueId, source } = entered;
  // Who hands a session on is asked last.
  const holders = sessionId === null ? [] : [...desk.hosts.values()].filter((host) => host.sessions.has(sessionId));
  const request: Waiting = {
    ...entered,
    id,
    seq,
    inQueueSince: at,
    been: [queueId],
    offer: null,
    passedBy: holders.map((host) => host.id),
    passedAt: holders.length > 0 ? at : 0,
  };
  desk.waiting.set(id, request);
  joinLine(desk, request);
  desk.sources.set(source, (desk.sources.get(source) ?? 0) + 1);
}

/** One that is offered already is offered to more hosts. */
function offer(desk: Desk, request: Waiting, at: number, { hostIds, until }: Of<'request.offered'>): void {
  const known = hostIds.filter((id) => desk.hosts.has(id));
  if (known.length === 0) return;
  const before = request.offer?.hostIds ?? [];
  request.offer = {
    hostIds: [...new Set([...before, ...known])],
    since: request.offer?.since ?? at,
    until,
  };
  // Everybody has passed it: a new round.
  if (known.some((id) => request.passedBy.includes(id))) request.passedBy = [];
  for (const id of known) {
    const host = desk.hosts.get(id);
    if (!host) continue;
    host.offers.add(request.id);
    host.offeredAt = at;
  }
}

function endOffer(desk: Desk, request: Waiting, at: number, { hostIds, why }: Of<'offer.ended'>): void {
  const { offer: running } = request;
  if (!running) return;
  const ended = hostIds.filter((id) => running.hostIds.includes(id));
  withdraw(desk, request, ended);
  if (why === 'withdrawn' || ended.length === 0) return;
  request.passedBy = [...new Set([...request.passedBy, ...ended])];
  request.passedAt = at;
  for (const id of ended) {
    const host = desk.hosts.get(id);
    if (!host) continue;
    if (why === 'declined') host.missed = 0;
    else if (isAnotherMiss(host, running)) Object.assign(host, { missed: host.missed + 1, missedAt: at });
  }
}

/** Several that ring at once are missed once. */
export const isAnotherMiss = (host: { missedAt: number }, { since }: { since: number }): boolean =>
  since >= host.missedAt;

function withdraw(desk: Desk, request: Waiting, hostIds: readonly HostId[]): void {
  if (!request.offer) return;
  for (const id of hostIds) desk.hosts.get(id)?.offers.delete(request.id);
  const left = request.offer.hostIds.filter((id) => !hostIds.includes(id));
  request.offer = left.length === 0 ? null : { ...request.offer, hostIds: left };
}

function accept(desk: Desk, request: Waiting, at: number, { hostId, sessionId }: Of<'request.accepted'>): void {
  const host = desk.hosts.get(hostId);
  if (!host) return;
  remove(desk, request);
  remember(desk.accepted, request.id, { sessionId, hostId, hostName: host.name, at, request });
  host.sessions.set(sessionId, { queueId: request.queueId, since: at });
  host.missed = 0;
  // Sessions that are handed on come first: their wait says nothing to others.
  if (request.sessionId !== null) return;
  paceOf(desk, request.queueId).lastWaitMs = Math.max(0, at - request.since);
}

/** Who was asked for in one queue need not be there in the next. */
function move(desk: Desk, request: Waiting, at: number, { queueId }: Of<'request.moved'>): void {
  withdraw(desk, request, request.offer?.hostIds ?? []);
  leaveLine(desk, request);
  Object.assign(request, {
    queueId,
    hostId: null,
    inQueueSince: at,
    been: [...new Set([...request.been, queueId])],
    passedBy: [],
    passedAt: 0,
  } satisfies Partial<Waiting>);
  joinLine(desk, request);
}

function remove(desk: Desk, request: Waiting): void {
  withdraw(desk, request, request.offer?.hostIds ?? []);
  leaveLine(desk, request);
  desk.waiting.delete(request.id);
  const others = (desk.sources.get(request.source) ?? 0) - 1;
  if (others > 0) desk.sources.set(request.source, others);
  else desk.sources.delete(request.source);
}

function remember<T>(among: Map<string, T>, id: string, what: T): void {
  among.delete(id);
  among.set(id, what);
  for (const oldest of among.keys()) {
    if (among.size <= mostRemembered) return;
    among.delete(oldest);
  }
}
