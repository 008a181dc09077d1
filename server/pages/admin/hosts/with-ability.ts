import type { Inbound } from '../../../../shared/queue/inbound.ts';

export type Ability = Inbound['hosts'][number];

/** The list with this one in it; one that says nothing is left out. */
export function withAbility(hosts: readonly Ability[], ability: Ability): Ability[] {
  const saysSomething = ability.skills.length > 0 || ability.capacity !== null || ability.consoles !== null;
  if (!hosts.some(({ hostId }) => hostId === ability.hostId)) return saysSomething ? [...hosts, ability] : [...hosts];
  return hosts.flatMap((one) => (one.hostId !== ability.hostId ? [one] : saysSomething ? [ability] : []));
}
