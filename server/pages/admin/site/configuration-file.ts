import * as v from 'valibot';
import type { KnownHost } from '../../../../shared/protocol/hosts.ts';
import type { Inbound } from '../../../../shared/queue/inbound.ts';
import type { HostId } from '../../../../shared/queue/names.ts';
import type { Queue } from '../../../../shared/queue/queue.ts';
import type { RecordingPolicy } from '../../../../shared/recording/recording-policy.ts';
import { type Parts, partsSchema } from '../configuration.ts';
import { makeRule } from '../rules/make-rule.ts';

/**
 * The configuration, or parts of it, as a file. Hosts are known by their e-mail: elsewhere they have other ids.
 * Version 1 had no more than `inbound`.
 */
const fileSchema = v.object({
  format: v.literal('beside-configuration'),
  version: v.picklist([1, 2]),
  hosts: v.array(v.object({ hostId: v.string(), email: v.string() })),
});

export function writeConfiguration(configuration: Parts, hosts: readonly KnownHost[]): string {
  const named = hosts.map(({ hostId, email }) => ({ hostId, email }));
  const file = { format: 'beside-configuration', version: 2, hosts: named, ...configuration };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export interface ReadConfiguration {
  /** Those parts that are in the file. */
  read: Parts;
  /** E-mails, or ids, of hosts who are not here; what was said of them is left out. */
  leftOut: string[];
}

/** Null: that is no configuration. */
export function readConfiguration(text: string, hosts: readonly KnownHost[]): ReadConfiguration | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), v.intersect([fileSchema, partsSchema])), text);
  if (!parsed.success) return null;
  const { format: _, version: __, hosts: theirs, ...found } = parsed.output;
  const { here, leftOut } = hostsHere(theirs, hosts);
  const { inbound, recording } = found;
  const read: Parts = {
    ...found,
    ...(inbound && { inbound: inboundHere(inbound, here) }),
    ...(recording && { recording: recordingHere(recording, here) }),
  };
  return Object.keys(read).length > 0 ? { read, leftOut: [...leftOut] } : null;
}

type Named = Pick<KnownHost, 'hostId' | 'email'>;

type Here = (id: HostId) => HostId[];

/** Their hosts as they are known here; `leftOut` fills with those who are not. */
function hostsHere(theirs: readonly Named[], hosts: readonly Named[]): { here: Here; leftOut: ReadonlySet<string> } {
  const emails = new Map(theirs.map(({ hostId, email }) => [hostId, email]));
  const leftOut = new Set<string>();
  const here = (id: HostId): HostId[] => {
    const email = emails.get(id);
    const found = hosts.find((host) => (email === undefined ? host.hostId === id : host.email === email));
    if (!found) leftOut.add(email ?? id);
    return found ? [found.hostId] : [];
  };
  return { here, leftOut };
}

const withHosts = <T extends { hostId: HostId }>(list: readonly T[], here: Here): T[] =>
  list.flatMap((one) => here(one.hostId).map((hostId) => ({ ...one, hostId })));

function inboundHere(inbound: Inbound, here: Here): Inbound {
  const queues = inbound.queues.map((queue): Queue => ({
    ...queue,
    members: queue.members && withHosts(queue.members, here),
    rules: queue.rules.flatMap((rule) =>
      rule.then.to === 'host'
        ? here(rule.then.hostId).map((hostId) => makeRule(rule.when, { to: 'host', hostId }))
        : [rule],
    ),
  }));
  return { ...inbound, queues, hosts: withHosts(inbound.hosts, here) };
}

const recordingHere = (recording: RecordingPolicy, here: Here): RecordingPolicy => ({
  ...recording,
  hosts: withHosts(recording.hosts, here),
});
