import * as v from 'valibot';
import { browser } from './browser.ts';
import { listen } from './listen.ts';
import { store } from './store.ts';

const managedSchema = v.object({ relay: v.pipe(v.string(), v.url()) });

/** The relay set by the organisation's policy, or null. */
async function managedRelay(): Promise<string | null> {
  try {
    const result = v.safeParse(managedSchema, await browser.storage.managed.get('relay'));
    return result.success ? new URL(result.output.relay).origin : null;
  } catch {
    // Firefox rejects when no policy is there at all.
    return null;
  }
}

export interface RelayAddress {
  origin: string;
  /** Whether the organisation or the build has set it, so that it need not be trusted on sight. */
  given: boolean;
}

/** The relay of this browser: by policy, by build, or typed by the host; null when none is known. */
export async function relayAddress(): Promise<RelayAddress | null> {
  const given = (await managedRelay()) ?? (__PUBLIC_URL__ ? new URL(__PUBLIC_URL__).origin : null);
  if (given) return { origin: given, given: true };
  const typed = await store.relay.get();
  return typed ? { origin: new URL(typed).origin, given: false } : null;
}

/** After a first start the browser brings the policy some seconds late. */
export function onRelayAddressChange(handler: () => void, signal: AbortSignal): void {
  store.relay.onChange(handler, signal);
  const listener = (_changes: unknown, area: string) => {
    if (area === 'managed') handler();
  };
  listen(browser.storage.onChanged, listener, signal);
}
