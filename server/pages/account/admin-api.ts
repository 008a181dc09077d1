import * as v from 'valibot';

export type Refusal = 'signed-out' | 'no-admin' | 'refused' | 'failed';
export type Answer<T> = { ok: true; value: T } | { ok: false; why: Refusal };

const statuses: Readonly<Record<number, Refusal>> = { 400: 'refused', 401: 'signed-out', 403: 'no-admin' };

/** One call of the interface by a signed-in admin. */
export async function adminCall<S extends v.GenericSchema>(
  bearer: string,
  schema: S,
  path: string,
  method: 'GET' | 'POST' | 'PUT' = 'GET',
  body?: unknown,
): Promise<Answer<v.InferOutput<S>>> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'omit',
      headers: {
        authorization: `Bearer ${bearer}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) return { ok: false, why: statuses[response.status] ?? 'failed' };
    const parsed = v.safeParse(schema, await response.json());
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, why: 'failed' };
  } catch {
    return { ok: false, why: 'failed' };
  }
}
