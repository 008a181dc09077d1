import type { DeskHost, Waiting } from './desk.ts';
import type { DeskSituation } from './desk-action.ts';
import type { DeskFact } from './desk-facts.ts';
import { closedTo } from './enter.ts';
import { isAnotherMiss } from './fold-request.ts';
import type { HostId, QueueId } from './names.ts';
import { planOf } from './plan.ts';
import { withdrawAll } from './withdraw.ts';

/** A host who has not answered so often in a row is not there. */
const mostMissed = 2;

/** What time has brought, in the order in which it is to be folded. */
export function lapse(situation: DeskSituation): DeskFact[] {
  const { desk, now } = situation;
  const facts: DeskFact[] = [];
  for (const host of desk.hosts.values()) {
    if (host.wrapUpUntil > 0 && host.wrapUpUntil <= now) facts.push({ type: 'wrap-up.ended', hostId: host.id });
  }
  const unanswered: Waiting[] = [];
  for (const request of desk.waiting.values()) {
    if (isClosed(situation, request)) facts.push({ type: 'request.left', requestId: request.id, why: 'closed' });
    else if (request.offer && request.offer.until <= now) unanswered.push(request);
  }
  for (const { id, offer } of unanswered) {
    facts.push({ type: 'offer.ended', requestId: id, hostIds: [...(offer?.hostIds ?? [])], why: 'no-answer' });
  }
  for (const host of notThere(situation, unanswered)) facts.push(...sendAway(host, unanswered));
  return [...facts, ...escalations(situation)];
}

/** The queue is gone for good; the end of its hours throws nobody out. */
const isClosed = ({ inbound }: DeskSituation, { queueId }: Waiting): boolean =>
  !inbound.isOn || !planOf(inbound).queues.get(queueId)?.queue.isOn;

function notThere({ desk, now }: DeskSituation, unanswered: readonly Waiting[]): DeskHost[] {
  const missed = new Map<HostId, number>();
  const missedAt = new Map<HostId, number>();
  for (const { offer } of unanswered) {
    for (const id of offer?.hostIds ?? []) {
      const host = desk.hosts.get(id);
      if (!host || !offer || !isAnotherMiss({ missedAt: missedAt.get(id) ?? host.missedAt }, offer)) continue;
      missed.set(id, (missed.get(id) ?? host.missed) + 1);
      missedAt.set(id, now);
    }
  }
  return [...desk.hosts.values()].filter(({ id }) => (missed.get(id) ?? 0) >= mostMissed);
}

function sendAway(host: DeskHost, unanswered: readonly Waiting[]): DeskFact[] {
  const over = new Set(unanswered.map(({ id }) => id));
  return [
    { type: 'host.changed', hostId: host.id, name: host.name, availability: 'away' },
    ...withdrawAll(host).filter((fact) => fact.type !== 'offer.ended' || !over.has(fact.requestId)),
  ];
}

/** Into each queue at most once, so that nobody goes round in circles; not while it rings. */
function escalations(situation: DeskSituation): DeskFact[] {
  const { desk, inbound, now } = situation;
  const plan = planOf(inbound);
  const facts: DeskFact[] = [];
  const isOpen = new Map<QueueId, boolean>();
  for (const request of desk.waiting.values()) {
    const queue = plan.queues.get(request.queueId)?.queue;
    if (!inbound.isOn || !queue?.isOn || !queue.escalation) continue;
    const { afterMs, queueId } = queue.escalation;
    const rings = request.offer !== null && request.offer.until > now;
    if (rings || now < request.inQueueSince + afterMs || request.been.includes(queueId)) continue;
    const open = isOpen.get(queueId) ?? closedTo(situation, queueId) === null;
    isOpen.set(queueId, open);
    if (open) facts.push({ type: 'request.moved', requestId: request.id, queueId });
  }
  return facts;
}
