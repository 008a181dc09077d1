import { newId } from '../../shared/protocol/new-id.ts';
import { browser } from '../platform/browser.ts';
import { authCall, verifiedSchema } from './auth-client.ts';
import type { SignInStep } from './sign-in.ts';

/**
 * The relay's own sign-in page in the browser's auth window. It comes back to the extension's
 * redirect address with a token that works once, for a minute; the bearer never is in a URL.
 */
export async function* authFlow(relay: string): AsyncGenerator<SignInStep> {
  const state = newId();
  const redirect = browser.identity.getRedirectURL();
  const url = new URL('/sign-in', relay);
  url.hash = new URLSearchParams({ redirect, state }).toString();
  let answer: string;
  try {
    answer = await browser.identity.launchWebAuthFlow({ url: url.href, interactive: true });
  } catch {
    yield { kind: 'failed', reason: 'cancelled' };
    return;
  }
  const params = new URLSearchParams(new URL(answer).hash.slice(1));
  const token = params.get('token');
  if (!token || params.get('state') !== state) {
    yield { kind: 'failed', reason: 'state' };
    return;
  }
  const verified = await authCall(relay, 'one-time-token/verify', verifiedSchema, { body: { token } });
  yield verified
    ? { kind: 'done', signIn: { relay, bearer: verified.session.token, name: verified.user.name } }
    : { kind: 'failed', reason: 'token' };
}
