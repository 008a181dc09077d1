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
  return 'identity' in browser && typeof browser.identity.launchWebAuthFlow === 'function'
    ? authFlow(relay)
    : deviceCodeFlow(relay, signal);
}
