import * as v from 'valibot';
import { browser } from './browser.ts';
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

/** What was typed → an origin, or null. `https://` is added; plain `http` only on this computer. */
export function parseRelay(typed: string): string | null {
  const text = typed.trim();
  if (!text) return null;
  const local = /^(localhost|127\.0\.0\.1)(:|\/|$)/.test(text);
  try {
    const url = new URL(/^https?:\/\//.test(text) ? text : `${local ? 'http' : 'https'}://${text}`);
    const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
    return url.protocol === 'https:' || isLocal ? url.origin : null;
  } catch {
    return null;
  }
}
