import * as v from 'valibot';
import { createRelayApi } from '../../../shared/browser/api/relay-api.ts';
import {
  hostAddedSchema,
  type HostChange,
  hostChangeSchema,
  hostsSchema,
  type KnownHost,
  type NewHost,
} from '../../../shared/protocol/hosts.ts';
import { adminCall, type Answer } from '../account/admin-api.ts';
import { type Configuration, configurationSchema, type Part, parts } from './configuration.ts';
import type { Put } from './create-saver.ts';

const hostsPath = '/api/hosts';
const paths: Readonly<Record<Part, string>> = {
  inbound: '/api/inbound',
  branding: '/api/branding',
  recording: '/api/recording-policy',
  files: '/api/file-policy',
  policy: '/api/privacy-policy',
  retention: '/api/retention',
  goal: '/api/supervision/goal',
  playback: '/api/playback-access',
};

export interface SiteRead {
  configuration: Configuration;
  hosts: KnownHost[];
  /** What customers read now. */
  siteName: string;
}

async function readConfiguration(bearer: string): Promise<Answer<Configuration>> {
  const read: Record<string, unknown> = {};
  const answers = await Promise.all(
    parts.map(async (part) => {
      const answer = await adminCall(bearer, v.unknown(), paths[part]);
      if (answer.ok) read[part] = answer.value;
      return answer;
    }),
  );
  const refused = answers.find(({ ok }) => !ok);
  if (refused && !refused.ok) return refused;
  const parsed = v.safeParse(configurationSchema, read);
  return parsed.success ? { ok: true, value: parsed.output } : { ok: false, why: 'failed' };
}

/** The interface as these pages use it. */
export const siteApi = {
  async read(bearer: string): Promise<Answer<SiteRead>> {
    const [configuration, hosts, site] = await Promise.all([
      readConfiguration(bearer),
      adminCall(bearer, hostsSchema, hostsPath),
      createRelayApi(location.origin).site(),
    ]);
    if (!configuration.ok) return configuration;
    if (!hosts.ok) return hosts;
    const siteName = site.ok ? site.value.name : location.host;
    return { ok: true, value: { configuration: configuration.value, hosts: hosts.value, siteName } };
  },
  put:
    (bearer: string): Put =>
    (part, value) =>
      adminCall(bearer, configurationSchema.entries[part], paths[part], 'PUT', value),
  hosts: (bearer: string) => adminCall(bearer, hostsSchema, hostsPath),
  addHost: (bearer: string, host: NewHost) => adminCall(bearer, hostAddedSchema, hostsPath, 'POST', host),
  changeHost: (bearer: string, hostId: string, change: HostChange) =>
    adminCall(bearer, hostChangeSchema, `${hostsPath}/${encodeURIComponent(hostId)}`, 'PUT', change),
};
