import type { PrivacyPolicy } from '../../shared/protocol/privacy-policy.ts';
import { changesBetween } from '../../shared/queue/changes-between.ts';
import type { Inbound } from '../../shared/queue/inbound.ts';

const most = 20;
const some = (names: readonly string[]) => names.slice(0, most);

/** What is another in the distribution, without what it is now. */
export function inboundChanges(before: Inbound, after: Inbound): Record<string, unknown> {
  const { added, changed, removed, isSiteChanged, areHostsChanged } = changesBetween(before, after);
  return {
    ...(added.length > 0 && { added: some(added) }),
    ...(changed.length > 0 && { changed: some(changed) }),
    ...(removed.length > 0 && { removed: some(removed) }),
    ...(isSiteChanged && { isOn: after.isOn, mode: after.mode, capacity: after.capacity }),
    ...(String(before.consoles) !== String(after.consoles) && { consoles: after.consoles }),
    ...(areHostsChanged && { hosts: after.hosts.length }),
  };
}

export function policyChanges(before: PrivacyPolicy, after: PrivacyPolicy): Record<string, unknown> {
  const names = Object.keys(after) as (keyof PrivacyPolicy)[];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return { changed, ...(changed.includes('level') && { level: after.level }) };
}
