import { addHost } from '../../server/auth/add-host.ts';
import { setPassword } from '../../server/auth/set-password.ts';
import type { Deps } from '../../server/deps.ts';
import { newId } from '../../shared/protocol/new-id.ts';

export interface NewTestHost {
  email?: string;
  name?: string;
  password?: string;
  admin?: boolean;
}

export interface TestHost {
  email: string;
  name: string;
  password: string;
  /** Signed in already. */
  bearer: string;
}

/** A host with a known password and a sign-in, straight in the store. */
export async function makeHost(deps: Deps, wanted: NewTestHost = {}): Promise<TestHost> {
  const email =
    wanted.email ??
    `${newId()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')}@example.org`;
  const { name = 'Anna Host', password = 'a good long password', admin = false } = wanted;
  const { userId } = await addHost(deps, { email, name, admin });
  await setPassword(deps.auth, userId, password);
  const { internalAdapter } = await deps.auth.$context;
  const { token } = await internalAdapter.createSession(userId);
  return { email, name, password, bearer: token };
}
