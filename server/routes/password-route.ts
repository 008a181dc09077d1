import { Hono } from 'hono';
import * as v from 'valibot';
import { ticketSchema } from '../../shared/protocol/ids.ts';
import { setPassword } from '../auth/set-password.ts';
import type { Deps } from '../deps.ts';
import { createAttempts } from '../limits/attempts.ts';
import { addressKey } from '../limits/client-address.ts';
import { hashSecret } from '../secrets.ts';
import type { Env, Routes } from './env.ts';
import { readBody } from './read-body.ts';
import { rateLimited, restError } from './rest-error.ts';

/** `/api/set-password`: with the token of a one-time link. Used, expired and invented ones are told apart by nobody. */
export function passwordRoute({ auth, store, limits, now }: Deps): Routes {
  const attempts = createAttempts(limits.signInTriesPerMinute, now);
  const bodySchema = v.strictObject({
    token: ticketSchema,
    password: v.pipe(v.string(), v.minLength(limits.passwordMinChars), v.maxLength(limits.passwordMaxChars)),
  });
  return new Hono<Env>().post('/', async (c) => {
    const wait = attempts.wait(addressKey(c.var.address));
    if (wait > 0) return rateLimited(c, wait);
    const body = await readBody(c, bodySchema);
    if (!body) return restError(c, 'body.invalid');
    const userId = await store.takePasswordLink(hashSecret(body.token), now());
    if (userId === undefined) return restError(c, 'auth.required');
    await setPassword(auth, userId, body.password);
    return c.json({});
  });
}
