import type { Desk, DeskHost } from './desk.ts';
import type { DeskFact, RequestId } from './desk-facts.ts';
import type { Plan } from './plan.ts';
import { offersOf } from './slots.ts';

const withdrawn = (requestId: RequestId, host: DeskHost): DeskFact => ({
  type: 'offer.ended',
  requestId,
  hostIds: [host.id],
  why: 'withdrawn',
});

export const withdrawAll = (host: DeskHost): DeskFact[] => [...host.offers].map((id) => withdrawn(id, host));

/** What a host cannot take any more once it has a session more; `accepted` is the offer that became it. */
export function withdrawOver(desk: Desk, plan: Plan, host: DeskHost, accepted?: RequestId): DeskFact[] {
  const room = plan.capacityOf(host.id) - host.sessions.size - 1;
  const { own, shared } = offersOf(desk, plan, host);
  const over = [
    ...own.filter(({ id }) => id !== accepted).slice(Math.max(0, room)),
    ...(room > 0 ? [] : shared.filter(({ id }) => id !== accepted)),
  ];
  return over.map(({ id }) => withdrawn(id, host));
}
