import type { Settings } from '../deps.ts';
import { relayLimits } from '../limits/relay-limits.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import type { Store } from '../store/store.ts';
import type { Auth } from './auth.ts';

export interface NewHost {
  email: string;
  name: string;
  admin: boolean;
}

export interface AddHostDeps {
  auth: Auth;
  store: Store;
  settings: Settings;
  now: () => number;
}

/**
 * Makes a host, or finds the one with this e-mail, and gives a one-time link for setting the password.
 * The secret is in the fragment: it reaches neither a log nor a proxy. Reached from the
 * command line and by an admin.
 */
export async function addHost(deps: AddHostDeps, host: NewHost): Promise<{ userId: string; link: string }> {
  const { auth, store, settings, now } = deps;
  const { internalAdapter } = await auth.$context;
  const email = host.email.toLowerCase();
  const known = await internalAdapter.findUserByEmail(email);
  const role = host.admin ? 'admin' : 'host';
  const user = known
    ? await internalAdapter.updateUser(known.user.id, host.admin ? { name: host.name, role } : { name: host.name })
    : await internalAdapter.createUser({ email, name: host.name, emailVerified: true, role }, { method: 'admin' });
  const secret = newSecret();
  const expiresAt = now() + relayLimits.passwordLinkLifeMs;
  await store.putPasswordLink({ hash: hashSecret(secret), userId: user.id, expiresAt });
  return { userId: user.id, link: `${settings.publicOrigins[0]}/set-password#${secret}` };
}
