import * as v from 'valibot';
import { nameSchema } from '../../shared/protocol/ids.ts';
import { authCall } from './auth-client.ts';
import type { SignInStep } from './sign-in.ts';

const clientId = 'beside-extension';

const codeSchema = v.object({
  device_code: v.string(),
  user_code: v.string(),
  expires_in: v.number(),
  interval: v.number(),
});
const answerSchema = v.union([
  v.object({ access_token: v.string() }),
  v.object({
    error: v.picklist(['authorization_pending', 'slow_down', 'expired_token', 'access_denied', 'invalid_grant']),
  }),
]);
const whoSchema = v.object({ user: v.object({ name: nameSchema }) });

/** RFC 8628: shows a code, which the host types on the relay's page in any browser. */
export async function* deviceCodeFlow(relay: string, signal: AbortSignal): AsyncGenerator<SignInStep> {
  const code = await authCall(relay, 'device/code', codeSchema, { body: { client_id: clientId } });
  if (!code) {
    yield { kind: 'failed', reason: 'unreachable' };
    return;
  }
  yield { kind: 'code', address: new URL('/device', relay).href, code: code.user_code };
  const until = Date.now() + code.expires_in * 1000;
  while (Date.now() < until && !signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, code.interval * 1000));
    const answer = await authCall(relay, 'device/token', answerSchema, {
      body: {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: code.device_code,
        client_id: clientId,
      },
    });
    if (answer && 'access_token' in answer) {
      const who = await authCall(relay, 'get-session', whoSchema, { bearer: answer.access_token });
      if (who) {
        yield { kind: 'done', signIn: { relay, bearer: answer.access_token, name: who.user.name } };
        return;
      }
    }
    if (answer && 'error' in answer && answer.error !== 'authorization_pending' && answer.error !== 'slow_down') break;
  }
  yield { kind: 'failed', reason: 'expired' };
}
