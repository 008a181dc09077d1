import { clearKeptCache } from '../../shared/browser/cobrowse/assets/kept-cache.ts';
import { clearUnsent } from '../../shared/browser/recording/unsent-store.ts';
import { store } from './store.ts';

/** Forgets who the host is, and what they have seen of customers' pages. */
export async function signOut(): Promise<void> {
  await store.signIn.set(null);
  await clearKeptCache();
  await clearUnsent();
}
