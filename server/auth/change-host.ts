import type { HostChange } from '../../shared/protocol/hosts.ts';
import type { Auth } from './auth.ts';

/** Gives a host this role and lets them sign in, or not. One who is not active is signed out at once. */
export async function changeHost(
  auth: Auth,
  hostId: string,
  { isAdmin, isActive }: HostChange,
  headers: Headers,
): Promise<void> {
  await auth.api.adminUpdateUser({
    body: { userId: hostId, data: { role: isAdmin ? 'admin' : 'host' } },
    headers,
  });
  const body = { userId: hostId };
  await (isActive ? auth.api.unbanUser({ body, headers }) : auth.api.banUser({ body, headers }));
}
