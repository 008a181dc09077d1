import * as v from 'valibot';
import { nameSchema, sessionIdSchema } from '../protocol/ids.ts';
import type { Desk, DeskHost } from '../queue/desk.ts';
import type { Inbound } from '../queue/inbound.ts';
import { hostIdSchema, queueIdSchema } from '../queue/names.ts';
import { opening } from '../queue/opening.ts';
import { type Plan, planOf } from '../queue/plan.ts';
import type { Queue } from '../queue/queue.ts';
import { serves } from '../queue/serves.ts';
import { type DeskReport, figuresBetween } from './desk-report.ts';
import { figuresSchema } from './figures.ts';

export const hostStates = ['available', 'in-session', 'wrap-up', 'busy', 'away'] as const;
export type HostState = (typeof hostStates)[number];

const time = v.number();
const stateCounts = v.strictObject({
  available: v.number(),
  'in-session': v.number(),
  'wrap-up': v.number(),
  busy: v.number(),
  away: v.number(),
});

/** `GET /api/supervision`: the site's desk as it is now. Times are moments, so that it changes only with the desk. */
export const supervisionSchema = v.strictObject({
  isOn: v.boolean(),
  goalMs: v.number(),
  /** Of all queues, since midnight. */
  today: figuresSchema,
  queues: v.array(
    v.strictObject({
      queueId: queueIdSchema,
      name: v.string(),
      isOpen: v.boolean(),
      waiting: v.number(),
      /** Since when the one who has waited for longest does. */
      since: v.nullable(time),
      /** Of those that wait, ringing at a host. */
      offered: v.number(),
      hosts: stateCounts,
      today: figuresSchema,
    }),
  ),
  hosts: v.array(
    v.strictObject({
      hostId: hostIdSchema,
      name: nameSchema,
      state: v.picklist(hostStates),
      sessions: v.number(),
      capacity: v.number(),
    }),
  ),
  sessions: v.array(
    v.strictObject({
      sessionId: sessionIdSchema,
      host: nameSchema,
      /** Null: nobody has come yet. */
      customer: v.nullable(v.string()),
      /** Null: it began with its number. */
      queue: v.nullable(v.string()),
      since: time,
    }),
  ),
});
export type Supervision = v.InferOutput<typeof supervisionSchema>;

export function stateOf(host: DeskHost, now: number): HostState {
  if (host.sessions.size > 0) return 'in-session';
  if (host.wrapUpUntil > now) return 'wrap-up';
  return host.availability;
}

export interface Supervised {
  desk: Desk;
  inbound: Inbound;
  report: DeskReport;
  /** Of sessions that did not come from a queue, or long ago. */
  customerOf: (sessionId: string) => string | null;
  /** Midnight of whoever looks. */
  dayBegan: number;
  now: number;
}

export function supervise({ desk, inbound, report, customerOf, dayBegan, now }: Supervised): Supervision {
  const plan = planOf(inbound);
  const today = (queueId: string | null) => figuresBetween(report, queueId, dayBegan, Infinity);
  const waits = waitsOf(desk);
  const hosts = [...desk.hosts.values()].map((host) => ({
    hostId: host.id,
    name: host.name,
    state: stateOf(host, now),
    sessions: host.sessions.size,
    capacity: plan.capacityOf(host.id),
  }));
  return {
    isOn: inbound.isOn,
    goalMs: report.goalMs,
    today: today(null),
    queues: inbound.queues.map((queue) => ({
      queueId: queue.id,
      name: queue.name,
      isOpen: isOpen(inbound, queue, now),
      ...(waits.get(queue.id) ?? { waiting: 0, since: null, offered: 0 }),
      hosts: countStates(plan, queue, hosts),
      today: today(queue.id),
    })),
    hosts: hosts.toSorted(
      (a, b) => hostStates.indexOf(a.state) - hostStates.indexOf(b.state) || a.name.localeCompare(b.name),
    ),
    sessions: sessionsOf(desk, plan, customerOf),
  };
}

const isOpen = (inbound: Inbound, queue: Queue, now: number): boolean =>
  inbound.isOn && queue.isOn && opening(queue.hours, now).isOpen;

function waitsOf(desk: Desk) {
  const waits = new Map<string, { waiting: number; since: number | null; offered: number }>();
  for (const { queueId, since, offer } of desk.waiting.values()) {
    const known = waits.get(queueId) ?? { waiting: 0, since: null, offered: 0 };
    waits.set(queueId, {
      waiting: known.waiting + 1,
      since: Math.min(known.since ?? since, since),
      offered: known.offered + (offer ? 1 : 0),
    });
  }
  return waits;
}

function countStates(plan: Plan, { id }: Queue, hosts: Supervision['hosts']): Record<HostState, number> {
  const counts = { available: 0, 'in-session': 0, 'wrap-up': 0, busy: 0, away: 0 };
  for (const { hostId, state } of hosts) if (serves(plan, hostId, id)) counts[state] += 1;
  return counts;
}

function sessionsOf(desk: Desk, plan: Plan, customerOf: Supervised['customerOf']): Supervision['sessions'] {
  const asked = new Map([...desk.accepted.values()].map(({ sessionId, request }) => [sessionId, request.name]));
  const running = [...desk.hosts.values()].flatMap((host) =>
    [...host.sessions].map(([sessionId, { queueId, since }]) => ({
      sessionId,
      host: host.name,
      customer: asked.get(sessionId) ?? customerOf(sessionId),
      queue: queueId === null ? null : (plan.queues.get(queueId)?.queue.name ?? queueId),
      since,
    })),
  );
  return running.toSorted((a, b) => a.since - b.since);
}
