import type { Inbound } from './inbound.ts';

export interface Changes {
  /** Names of queues. */
  added: string[];
  removed: string[];
  changed: string[];
  /** Something that holds for all queues is another. */
  isSiteChanged: boolean;
  areHostsChanged: boolean;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Names of what is another in `next`. */
export const changedKeys = <T extends object>(now: T, next: T): (keyof T)[] =>
  (Object.keys(next) as (keyof T)[]).filter((key) => !same(now[key], next[key]));

/** What would be another if `next` stood in place of `now`. */
export function changesBetween(now: Inbound, next: Inbound): Changes {
  const before = new Map(now.queues.map((queue) => [queue.id, queue]));
  const after = new Set(next.queues.map(({ id }) => id));
  const { queues: _queues, hosts, ...site } = now;
  const { queues: _nextQueues, hosts: nextHosts, ...nextSite } = next;
  return {
    added: next.queues.filter(({ id }) => !before.has(id)).map(({ name }) => name),
    removed: now.queues.filter(({ id }) => !after.has(id)).map(({ name }) => name),
    changed: next.queues
      .filter((queue) => before.has(queue.id) && !same(before.get(queue.id), queue))
      .map(({ name }) => name),
    isSiteChanged: !same(site, nextSite),
    areHostsChanged: !same(hosts, nextHosts),
  };
}
