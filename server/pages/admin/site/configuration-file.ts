import * as v from 'valibot';
import { brandingSchema } from '../../../../shared/protocol/branding.ts';
import type { KnownHost } from '../../../../shared/protocol/hosts.ts';
import { filePolicySchema } from '../../../../shared/protocol/file-policy.ts';
import { privacyPolicySchema } from '../../../../shared/protocol/privacy-policy.ts';
import { type Inbound, inboundSchema } from '../../../../shared/queue/inbound.ts';
import type { HostId } from '../../../../shared/queue/names.ts';
import type { Queue } from '../../../../shared/queue/queue.ts';
import { type RecordingPolicy, recordingPolicySchema } from '../../../../shared/recording/recording-policy.ts';
import type { Configuration } from '../configuration.ts';
import { makeRule } from '../rules/make-rule.ts';

/**
 * The configuration, or parts of it, as a file. Hosts are known by their e-mail: elsewhere they have other ids.
 * Version 1 had no more than `inbound`.
 */
const fileSchema = v.object({
  format: v.literal('beside-configuration'),
  version: v.picklist([1, 2]),
  hosts: v.array(v.object({ hostId: v.string(), email: v.string() })),
  inbound: v.optional(inboundSchema),
  policy: v.optional(privacyPolicySchema),
  branding: v.optional(brandingSchema),
  recording: v.optional(recordingPolicySchema),
  files: v.optional(filePolicySchema),
});

export function writeConfiguration(configuration: Partial<Configuration>, hosts: readonly KnownHost[]): string {
  const { inbound, policy, branding, recording, files } = configuration;
  const named = hosts.map(({ hostId, email }) => ({ hostId, email }));
  const parts = { inbound, policy, branding, recording, files };
  const file = { format: 'beside-configuration', version: 2, hosts: named, ...parts };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export interface ReadConfiguration {
  /** Those parts that are in the file. */
  read: Partial<Configuration>;
  /** E-mails, or ids, of hosts who are not here; what was said of them is left out. */
  leftOut: string[];
}

/** Null: that is no configuration. */
export function readConfiguration(text: string, hosts: readonly KnownHost[]): ReadConfiguration | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), text);
  if (!parsed.success) return null;
  const { inbound, policy, branding, recording, files, hosts: theirs } = parsed.output;
  const { here, leftOut } = hostsHere(theirs, hosts);
  const read: Partial<Configuration> = {
    ...(inbound && { inbound: inboundHere(inbound, here) }),
    ...(policy && { policy }),
    ...(branding && { branding }),
    ...(recording && { recording: recordingHere(recording, here) }),
    ...(files && { files }),
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
