import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const lockSchema = v.object({
  packages: v.record(v.string(), v.object({ version: v.optional(v.string()), integrity: v.optional(v.string()) })),
});

/** What package-lock.json says of a package, whether it is installed here or not. */
export function lockedIntegrity(name: string): { version: string; integrity: string } {
  const lock = v.parse(
    lockSchema,
    JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')),
  );
  const { version, integrity } = lock.packages[`node_modules/${name}`] ?? {};
  if (!version || !integrity) throw new Error(`package-lock.json does not know ${name}.`);
  return { version, integrity };
}
