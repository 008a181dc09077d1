import { createRelayApi } from '../../../shared/browser/api/relay-api.ts';
import { brandingSchema } from '../../../shared/protocol/branding.ts';
import {
  hostAddedSchema,
  type HostChange,
  hostChangeSchema,
  hostsSchema,
  type KnownHost,
  type NewHost,
} from '../../../shared/protocol/hosts.ts';
import { filePolicySchema } from '../../../shared/protocol/file-policy.ts';
import { privacyPolicySchema } from '../../../shared/protocol/privacy-policy.ts';
import { inboundSchema } from '../../../shared/queue/inbound.ts';
import { recordingPolicySchema } from '../../../shared/recording/recording-policy.ts';
import { adminCall, type Answer } from '../account/admin-api.ts';
import type { Configuration } from './configuration.ts';
import type { Put } from './create-saver.ts';

const hostsPath = '/api/hosts';
const inboundPath = '/api/inbound';
const policyPath = '/api/privacy-policy';
const brandingPath = '/api/branding';
const recordingPath = '/api/recording-policy';
const filesPath = '/api/file-policy';

export interface SiteRead {
  configuration: Configuration;
  hosts: KnownHost[];
  /** What customers read now. */
  siteName: string;
}

/** The interface as these pages use it. */
export const siteApi = {
  async read(bearer: string): Promise<Answer<SiteRead>> {
    const [inbound, policy, branding, recording, files, hosts, site] = await Promise.all([
      adminCall(bearer, inboundSchema, inboundPath),
      adminCall(bearer, privacyPolicySchema, policyPath),
      adminCall(bearer, brandingSchema, brandingPath),
      adminCall(bearer, recordingPolicySchema, recordingPath),
      adminCall(bearer, filePolicySchema, filesPath),
      adminCall(bearer, hostsSchema, hostsPath),
      createRelayApi(location.origin).site(),
    ]);
    if (!inbound.ok) return inbound;
    if (!policy.ok) return policy;
    if (!branding.ok) return branding;
    if (!recording.ok) return recording;
    if (!files.ok) return files;
    if (!hosts.ok) return hosts;
    const configuration = {
      inbound: inbound.value,
      policy: policy.value,
      branding: branding.value,
      recording: recording.value,
      files: files.value,
    };
    const siteName = site.ok ? site.value.name : location.host;
    return { ok: true, value: { configuration, hosts: hosts.value, siteName } };
  },
  put: (bearer: string): Put => ({
    inbound: (inbound) => adminCall(bearer, inboundSchema, inboundPath, 'PUT', inbound),
    policy: (policy) => adminCall(bearer, privacyPolicySchema, policyPath, 'PUT', policy),
    branding: (branding) => adminCall(bearer, brandingSchema, brandingPath, 'PUT', branding),
    recording: (recording) => adminCall(bearer, recordingPolicySchema, recordingPath, 'PUT', recording),
    files: (files) => adminCall(bearer, filePolicySchema, filesPath, 'PUT', files),
  }),
  hosts: (bearer: string) => adminCall(bearer, hostsSchema, hostsPath),
  addHost: (bearer: string, host: NewHost) => adminCall(bearer, hostAddedSchema, hostsPath, 'POST', host),
  changeHost: (bearer: string, hostId: string, change: HostChange) =>
    adminCall(bearer, hostChangeSchema, `${hostsPath}/${encodeURIComponent(hostId)}`, 'PUT', change),
};
