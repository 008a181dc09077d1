import * as v from 'valibot';
import { nameSchema, sessionIdSchema } from '../protocol/ids.ts';
import type { Desk, Waiting } from './desk.ts';
import { requestEnds, type RequestId } from './desk-facts.ts';
import { estimateWait, placeOf } from './estimate.ts';
import type { Inbound } from './inbound.ts';
import { queueIdSchema } from './names.ts';
import { openingNow } from './opening-now.ts';
import { planOf } from './plan.ts';
import { suits } from './serves.ts';

/** What a customer may see of its own request, and of nobody else's. */
export const waitingViewSchema = v.variant('phase', [
  v.strictObject({
    phase: v.literal('waiting'),
    queueId: queueIdSchema,
    queueName: v.string(),
    /** 1: next. Null: not shown in this queue. */
    place: v.nullable(v.number()),
    /** Null: not shown in this queue, or nothing is known. `toMs` null: more than `fromMs`. */
    estimate: v.nullable(v.strictObject({ fromMs: v.number(), toMs: v.nullable(v.number()) })),
    /** Who could take it is at work, though perhaps with somebody else. */
    isSomebodyThere: v.boolean(),
    /** False: the queue's hours are over; who waits in it already goes on waiting. */
    isOpen: v.boolean(),
    /** When it opens again, ms since 1970. Null: it is open, or not to open again. */
    opensAt: v.nullable(v.number()),
    /** Of the site, for while nobody is there or the hours are over. */
    nobodyText: v.string(),
    isOffered: v.boolean(),
  }),
  v.strictObject({ phase: v.literal('accepted'), sessionId: sessionIdSchema, host: nameSchema }),
  v.strictObject({ phase: v.literal('over'), why: v.picklist(requestEnds) }),
]);
export type WaitingView = v.InferOutput<typeof waitingViewSchema>;

export function waitingView(desk: Desk, inbound: Inbound, requestId: RequestId, now: number): WaitingView {
  const request = desk.waiting.get(requestId);
  const accepted = desk.accepted.get(requestId);
  if (request) {
    const { queueId, offer } = request;
    const queue = planOf(inbound).queues.get(queueId)?.queue;
    const state = openingNow(queue?.hours ?? null, now);
    return {
      phase: 'waiting',
      queueId,
      queueName: queue?.name ?? queueId,
      place: queue?.isPositionShown ? placeOf(desk, inbound, requestId) : null,
      estimate: queue?.isEstimateShown ? estimateWait(desk, inbound, requestId, now) : null,
      isSomebodyThere: isSomebodyThere(desk, inbound, request),
      isOpen: state.isOpen,
      opensAt: state.isOpen ? null : state.next,
      nobodyText: (state.isOpen ? queue?.nobodyText : queue?.closedText) ?? '',
      isOffered: offer !== null,
    };
  }
  if (accepted) {
    const { sessionId, hostId } = accepted;
    return { phase: 'accepted', sessionId, host: desk.hosts.get(hostId)?.name ?? hostId };
  }
  return { phase: 'over', why: desk.left.get(requestId) ?? 'gone' };
}

function isSomebodyThere(desk: Desk, inbound: Inbound, request: Waiting): boolean {
  const plan = planOf(inbound);
  for (const host of desk.hosts.values()) {
    if (host.availability === 'available' && suits(plan, host.id, request)) return true;
  }
  return false;
}
