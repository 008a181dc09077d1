import type { Desk, DeskHost, Waiting } from './desk.ts';
import type { HostId, QueueId } from './names.ts';
import { type Plan, planOf } from './plan.ts';
import type { Inbound } from './inbound.ts';

/** A host to whom something may be offered now, and how much is offered to it already. */
export interface Slot {
  host: DeskHost;
  capacity: number;
  /** Sessions, and offers that are for this host alone: they keep a place. */
  used: number;
  /** Offers that ring at others as well. */
  rings: number;
  /** Greater: offered something later. */
  turn: number;
}

/** Of those that ring at everybody, so many ring at one host at once. */
const mostRings = 5;

export const hasRoom = ({ used, capacity }: Slot): boolean => used < capacity;
export const mayRing = (slot: Slot): boolean => hasRoom(slot) && slot.rings < mostRings;

export const ringsAtEverybody = (plan: Plan, queueId: QueueId): boolean =>
  plan.queues.get(queueId)?.queue.strategy === 'everybody';

/** Offers of a host, those that keep a place apart from those that ring at everybody. */
export function offersOf(desk: Desk, plan: Plan, host: DeskHost): { own: Waiting[]; shared: Waiting[] } {
  const requests = [...host.offers].flatMap((id) => desk.waiting.get(id) ?? []);
  return {
    own: requests.filter(({ queueId }) => !ringsAtEverybody(plan, queueId)),
    shared: requests.filter(({ queueId }) => ringsAtEverybody(plan, queueId)),
  };
}

export function freeSlots(desk: Desk, inbound: Inbound, now: number): Map<HostId, Slot> {
  const plan = planOf(inbound);
  const slots = new Map<HostId, Slot>();
  for (const host of desk.hosts.values()) {
    if (host.availability !== 'available' || host.wrapUpUntil > now) continue;
    const capacity = plan.capacityOf(host.id);
    if (host.sessions.size >= capacity) continue;
    const { own, shared } = offersOf(desk, plan, host);
    const slot = { host, capacity, used: host.sessions.size + own.length, rings: shared.length, turn: host.offeredAt };
    if (hasRoom(slot)) slots.set(host.id, slot);
  }
  return slots;
}
