import * as v from 'valibot';
import { answersShownChars, askedOf, askedSchema } from './asked.ts';
import type { Desk, Waiting } from './desk.ts';
import { availabilities } from './desk-facts.ts';
import type { Inbound } from './inbound.ts';
import { layouts, layoutsOf } from './layouts.ts';
import { isBefore } from './lines.ts';
import { type HostId, queueIdSchema } from './names.ts';
import { type Plan, planOf } from './plan.ts';
import type { Queue } from './queue.ts';
import { holds, serves, suits } from './serves.ts';

/** Of those to choose from, so many are shown: who has waited for longest. */
const mostShown = 40;

/** What one host may see of its desk. */
export const hostDeskSchema = v.strictObject({
  isOn: v.boolean(),
  availability: v.picklist(availabilities),
  sessions: v.number(),
  capacity: v.number(),
  /** The consoles that this host may choose from. */
  consoles: v.array(v.picklist(layouts)),
  /** 0: no wrap-up. */
  wrapUpUntil: v.number(),
  /** The first in turn first. */
  offers: v.array(v.strictObject({ ...askedSchema.entries, until: v.number() })),
  /** To choose from, without those that are offered. */
  waiting: v.array(askedSchema),
  queues: v.array(
    v.strictObject({
      queueId: queueIdSchema,
      name: v.string(),
      isChosenByHosts: v.boolean(),
      waiting: v.number(),
      /** Since when the first in turn waits. */
      since: v.nullable(v.number()),
      /** Hosts at work who serve it, this one too. */
      hosts: v.number(),
    }),
  ),
});
export type HostDesk = v.InferOutput<typeof hostDeskSchema>;

export function hostDesk(desk: Desk, inbound: Inbound, hostId: HostId, now: number): HostDesk {
  const plan = planOf(inbound);
  const host = desk.hosts.get(hostId);
  const queues = inbound.isOn ? inbound.queues.filter(({ id, isOn }) => isOn && serves(plan, hostId, id)) : [];
  const offered = [...(host?.offers ?? [])].flatMap((id) => desk.waiting.get(id) ?? []);
  return {
    isOn: inbound.isOn,
    availability: host?.availability ?? 'away',
    sessions: host?.sessions.size ?? 0,
    capacity: plan.capacityOf(hostId),
    consoles: layoutsOf(inbound, hostId),
    wrapUpUntil: host && host.wrapUpUntil > now ? host.wrapUpUntil : 0,
    offers: inTurn(offered).map((request) => ({
      ...askedOf(plan, request, answersShownChars.offered),
      until: request.offer?.until ?? 0,
    })),
    waiting: toChoose(desk, plan, hostId).map((request) => askedOf(plan, request)),
    queues: queues.map((queue) => countsOf(desk, plan, queue)),
  };
}

const inTurn = (requests: readonly Waiting[]): Waiting[] =>
  requests.toSorted((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));

/** Those meant for this host alone as well, in queues that it does not serve. */
function toChoose(desk: Desk, plan: Plan, hostId: HostId): Waiting[] {
  const host = desk.hosts.get(hostId);
  const found: Waiting[] = [];
  for (const [queueId, lines] of desk.lines) {
    const queue = plan.queues.get(queueId)?.queue;
    if (!host || !queue?.isOn || !queue.isChosenByHosts || !plan.isOn) continue;
    for (const line of lines.values()) {
      const [first] = line;
      if (!first || !suits(plan, hostId, first)) continue;
      let shown = 0;
      for (const request of line) {
        if (shown === mostShown) break;
        if (host.offers.has(request.id) || holds(host, request)) continue;
        found.push(request);
        shown += 1;
      }
    }
  }
  return inTurn(found).slice(0, mostShown);
}

function countsOf(desk: Desk, plan: Plan, { id, name, isChosenByHosts }: Queue): HostDesk['queues'][number] {
  const lines = [...(desk.lines.get(id)?.values() ?? [])];
  const [first] = inTurn(lines.flatMap((line) => line[0] ?? []));
  let hosts = 0;
  for (const host of desk.hosts.values()) {
    if (host.availability === 'available' && serves(plan, host.id, id)) hosts += 1;
  }
  return {
    queueId: id,
    name,
    isChosenByHosts,
    waiting: lines.reduce((sum, { length }) => sum + length, 0),
    since: first?.since ?? null,
    hosts,
  };
}
