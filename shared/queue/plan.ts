import type { Inbound } from './inbound.ts';
import type { HostId, QueueId } from './names.ts';
import type { Queue } from './queue.ts';

interface PlannedQueue {
  queue: Queue;
  /** Priority of each who serves it; null: every host, at 0. */
  members: ReadonlyMap<HostId, number> | null;
}

/** What a site has decided, to be looked up in. */
export interface Plan {
  isOn: boolean;
  ageingMs: number;
  queues: ReadonlyMap<QueueId, PlannedQueue>;
  skillsOf: (hostId: HostId) => ReadonlySet<string>;
  capacityOf: (hostId: HostId) => number;
}

const plans = new WeakMap<Inbound, Plan>();
const none: ReadonlySet<string> = new Set();

/** Made once for each object, which may not be changed afterwards. */
export function planOf(inbound: Inbound): Plan {
  const known = plans.get(inbound);
  if (known) return known;
  const hosts = new Map(
    inbound.hosts.map(({ hostId, skills, capacity }) => [hostId, { skills: new Set(skills), capacity }]),
  );
  const plan: Plan = {
    isOn: inbound.isOn,
    ageingMs: inbound.ageingMs,
    queues: new Map(
      inbound.queues.map((queue) => [
        queue.id,
        { queue, members: queue.members && new Map(queue.members.map((member) => [member.hostId, member.priority])) },
      ]),
    ),
    skillsOf: (hostId) => hosts.get(hostId)?.skills ?? none,
    capacityOf: (hostId) => (inbound.mode === 'single' ? 1 : (hosts.get(hostId)?.capacity ?? inbound.capacity)),
  };
  plans.set(inbound, plan);
  return plan;
}
