import {
  hostAddedSchema,
  type HostChange,
  hostChangeSchema,
  hostsSchema,
  type KnownHost,
  type NewHost,
} from '../../../shared/protocol/hosts.ts';
import { type Inbound, inboundSchema } from '../../../shared/queue/inbound.ts';
import { adminCall, type Answer } from '../account/admin-api.ts';

const hostsPath = '/api/hosts';
const inboundPath = '/api/inbound';

/** The interface as these pages use it. */
export const siteApi = {
  async read(bearer: string): Promise<Answer<{ inbound: Inbound; hosts: KnownHost[] }>> {
    const [inbound, hosts] = await Promise.all([
      adminCall(bearer, inboundSchema, inboundPath),
      adminCall(bearer, hostsSchema, hostsPath),
    ]);
    if (!inbound.ok) return inbound;
    if (!hosts.ok) return hosts;
    return { ok: true, value: { inbound: inbound.value, hosts: hosts.value } };
  },
  setInbound: (bearer: string, inbound: Inbound) => adminCall(bearer, inboundSchema, inboundPath, 'PUT', inbound),
  hosts: (bearer: string) => adminCall(bearer, hostsSchema, hostsPath),
  addHost: (bearer: string, host: NewHost) => adminCall(bearer, hostAddedSchema, hostsPath, 'POST', host),
  changeHost: (bearer: string, hostId: string, change: HostChange) =>
    adminCall(bearer, hostChangeSchema, `${hostsPath}/${encodeURIComponent(hostId)}`, 'PUT', change),
};
