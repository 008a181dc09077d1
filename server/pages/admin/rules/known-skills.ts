import type { Inbound } from '../../../../shared/queue/inbound.ts';

/** All skills that hosts have or queues want. */
export const knownSkills = ({ hosts, queues }: Inbound): string[] =>
  [...new Set([...hosts, ...queues].flatMap(({ skills }) => skills))].sort((a, b) => a.localeCompare(b));
