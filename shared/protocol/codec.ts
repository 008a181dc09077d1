import * as v from 'valibot';

export type Parsed<T> = { ok: true; message: T } | { ok: false; code: 'message.invalid' };

const invalid = { ok: false, code: 'message.invalid' } as const;

/** JSON text → a checked message. The only way in: past it there is no `unknown`. */
export function parseWith<S extends v.GenericSchema>(schema: S, text: string): Parsed<v.InferOutput<S>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return invalid;
  }
  const result = v.safeParse(schema, value);
  return result.success ? { ok: true, message: result.output } : invalid;
}
