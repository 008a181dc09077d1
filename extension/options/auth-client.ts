import * as v from 'valibot';
import { nameSchema } from '../../shared/protocol/ids.ts';

/** One call of the relay's sign-in interface; null when it did not answer as expected. */
export async function authCall<S extends v.GenericSchema>(
  relay: string,
  path: string,
  answer: S,
  init: { body?: unknown; bearer?: string } = {},
): Promise<v.InferOutput<S> | null> {
  try {
    const response = await fetch(new URL(`/api/auth/${path}`, relay), {
      method: init.body === undefined ? 'GET' : 'POST',
      credentials: 'omit',
      headers: {
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(init.bearer ? { authorization: `Bearer ${init.bearer}` } : {}),
      },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
    const result = v.safeParse(answer, await response.json());
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

export const verifiedSchema = v.object({
  session: v.object({ token: v.string() }),
  user: v.object({ name: nameSchema }),
});
