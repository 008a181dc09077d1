import type { KnownHost } from '../../shared/protocol/hosts.ts';
import type { Auth } from './auth.ts';

/** More than this no site of this size has. */
const mostHosts = 10_000;

/** All hosts of the site, by name. */
export async function knownHosts(auth: Auth): Promise<KnownHost[]> {
  const { internalAdapter } = await auth.$context;
  const users = await internalAdapter.listUsers(mostHosts, 0, { field: 'name', direction: 'asc' });
  return users.map((user) => {
    // The admin plugin's columns are not in the adapter's type.
    const { id: hostId, name, email, role, banned } = user as typeof user & { role?: unknown; banned?: unknown };
    return { hostId, name, email, isAdmin: role === 'admin', isActive: banned !== true && banned !== 1 };
  });
}
