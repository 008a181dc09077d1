import type { Desk, Waiting } from './desk.ts';
import type { DeskFact } from './desk-facts.ts';
import { isBefore } from './lines.ts';
import type { HostId } from './names.ts';
import type { Plan } from './plan.ts';
import { holds, suits } from './serves.ts';
import { mayRing, ringsAtEverybody, type Slot } from './slots.ts';

/** With less time than this to answer, nobody is asked. */
const leastMs = 5_000;

/** What rings at everybody rings at hosts as well who have become free since. Counts the rings in their slots. */
export function extendOffers(desk: Desk, plan: Plan, slots: ReadonlyMap<HostId, Slot>, now: number): DeskFact[] {
  const facts: DeskFact[] = [];
  for (const request of ringing(desk, plan)) {
    const { offer } = request;
    if (!offer || offer.until - now < leastMs) continue;
    const joining = [...slots.values()].filter(
      (slot) =>
        mayRing(slot) &&
        !offer.hostIds.includes(slot.host.id) &&
        !request.passedBy.includes(slot.host.id) &&
        !holds(slot.host, request) &&
        suits(plan, slot.host.id, request),
    );
    if (joining.length === 0) continue;
    for (const slot of joining) slot.rings += 1;
    facts.push({
      type: 'request.offered',
      requestId: request.id,
      hostIds: joining.map(({ host }) => host.id),
      until: offer.until,
    });
  }
  return facts;
}

function ringing(desk: Desk, plan: Plan): Waiting[] {
  const ids = new Set([...desk.hosts.values()].flatMap(({ offers }) => [...offers]));
  return [...ids]
    .flatMap((id) => desk.waiting.get(id) ?? [])
    .filter(({ queueId }) => ringsAtEverybody(plan, queueId))
    .toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
}
