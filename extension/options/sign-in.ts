import type { Browser } from 'webextension-polyfill';
import type { SignIn } from '../platform/store.ts';
import { authFlow } from './auth-flow.ts';
import { deviceCodeFlow } from './device-code-flow.ts';
import { browser } from '../platform/browser.ts';

export type SignInStep =
  | { kind: 'working' }
  | { kind: 'code'; address: string; code: string }
  | { kind: 'done'; signIn: SignIn }
  | { kind: 'failed'; reason: string };

/** Signs a host in: by the browser's auth flow, or by a device code where that is missing. */
export function signIn(relay: string, signal: AbortSignal): AsyncGenerator<SignInStep> {
  return hasAuthFlow(browser) ? authFlow(relay) : deviceCodeFlow(relay, signal);
}

/** Where it is missing, Firefox still has the name, as undefined. */
function hasAuthFlow({ identity }: Partial<Pick<Browser, 'identity'>>): boolean {
  return typeof identity?.launchWebAuthFlow === 'function';
}
