import type { DeskHost, Waiting } from './desk.ts';
import type { HostId, QueueId } from './names.ts';
import type { Plan } from './plan.ts';

/** A host belongs to a queue; whether it has the skills is another matter. */
export function serves(plan: Plan, hostId: HostId, queueId: QueueId): boolean {
  const planned = plan.queues.get(queueId);
  return planned !== undefined && (planned.members?.has(hostId) ?? true);
}

/** Among those who serve the queue; a greater one comes first. */
export const priorityIn = (plan: Plan, hostId: HostId, queueId: QueueId): number =>
  plan.queues.get(queueId)?.members?.get(hostId) ?? 0;

/**
 * Whether a host may have a request, whatever it does just now. One that is meant for a host is for that host, with
 * or without the skills.
 */
export function suits(plan: Plan, hostId: HostId, request: Pick<Waiting, 'hostId' | 'queueId' | 'skills'>): boolean {
  if (request.hostId !== null) return request.hostId === hostId;
  const queue = plan.queues.get(request.queueId)?.queue;
  if (!queue || !serves(plan, hostId, request.queueId)) return false;
  const skills = plan.skillsOf(hostId);
  return queue.skills.every((skill) => skills.has(skill)) && request.skills.every((skill) => skills.has(skill));
}

/** Nobody is given a session that it has. */
export const holds = (host: DeskHost, { sessionId }: Pick<Waiting, 'sessionId'>): boolean =>
  sessionId !== null && host.sessions.has(sessionId);

export const isFull = (plan: Plan, host: DeskHost): boolean => host.sessions.size >= plan.capacityOf(host.id);
