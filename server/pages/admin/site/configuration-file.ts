import * as v from 'valibot';
import type { KnownHost } from '../../../../shared/protocol/hosts.ts';
import { type Inbound, inboundSchema } from '../../../../shared/queue/inbound.ts';
import type { HostId } from '../../../../shared/queue/names.ts';
import type { Queue } from '../../../../shared/queue/queue.ts';
import { makeRule } from '../rules/make-rule.ts';

/** The configuration as a file. Hosts are known by their e-mail: elsewhere they have other ids. */
const fileSchema = v.object({
  format: v.literal('beside-configuration'),
  version: v.literal(1),
  hosts: v.array(v.object({ hostId: v.string(), email: v.string() })),
  inbound: inboundSchema,
});

export function writeConfiguration(inbound: Inbound, hosts: readonly KnownHost[]): string {
  const named = hosts.map(({ hostId, email }) => ({ hostId, email }));
  return `${JSON.stringify({ format: 'beside-configuration', version: 1, hosts: named, inbound }, null, 2)}\n`;
}

export interface ReadConfiguration {
  inbound: Inbound;
  /** E-mails, or ids, of hosts who are not here; what was said of them is left out. */
  leftOut: string[];
}

/** Null: that is no configuration. */
export function readConfiguration(text: string, hosts: readonly KnownHost[]): ReadConfiguration | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), text);
  if (!parsed.success) return null;
  const { inbound, hosts: theirs } = parsed.output;
  const emails = new Map(theirs.map(({ hostId, email }) => [hostId, email]));
  const leftOut = new Set<string>();
  const here = (id: HostId): HostId[] => {
    const email = emails.get(id);
    const found = hosts.find((host) => (email === undefined ? host.hostId === id : host.email === email));
    if (!found) leftOut.add(email ?? id);
    return found ? [found.hostId] : [];
  };
  const queues = inbound.queues.map((queue): Queue => ({
    ...queue,
    members: queue.members && queue.members.flatMap((one) => here(one.hostId).map((hostId) => ({ ...one, hostId }))),
    rules: queue.rules.flatMap((rule) =>
      rule.then.to === 'host'
        ? here(rule.then.hostId).map((hostId) => makeRule(rule.when, { to: 'host', hostId }))
        : [rule],
    ),
  }));
  const abilities = inbound.hosts.flatMap((one) => here(one.hostId).map((hostId) => ({ ...one, hostId })));
  return { inbound: { ...inbound, queues, hosts: abilities }, leftOut: [...leftOut] };
}
