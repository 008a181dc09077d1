import { type RelayAddress, relayAddress } from '../platform/relay-address.ts';
import { type SignIn, store } from '../platform/store.ts';

/** What this browser knows when the popup opens. */
export interface PopupFacts {
  relay: RelayAddress | null;
  signIn: SignIn | null;
}

export async function popupFacts(): Promise<PopupFacts> {
  const [relay, signIn] = await Promise.all([relayAddress(), store.signIn.get()]);
  return { relay, signIn };
}

/** Asked for as soon as this runs, beside the texts that all else waits for. */
export const firstFacts = popupFacts();
