import type { Auth } from './auth.ts';

/** More than this no site of this size has. */
const mostHosts = 10_000;

export interface ActiveHost {
  userId: string;
  name: string;
  email: string;
}

/** The hosts of the site who may sign in, by name. */
export async function activeHosts(auth: Auth): Promise<ActiveHost[]> {
  const { internalAdapter } = await auth.$context;
  const users = await internalAdapter.listUsers(mostHosts, 0, { field: 'name', direction: 'asc' });
  return users.flatMap((user) => {
    // The admin plugin's columns are not in the adapter's type.
    const { id: userId, name, email, banned } = user as typeof user & { banned?: unknown };
    return banned === true || banned === 1 ? [] : [{ userId, name, email }];
  });
}
