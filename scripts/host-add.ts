import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { commandLine, createAudit } from '../server/audit/audit.ts';
import { addHost } from '../server/auth/add-host.ts';
import { createDeps } from '../server/create-deps.ts';
import { readEnvironment } from '../server/environment.ts';
import { createLog } from '../server/log.ts';
import { nameSchema } from '../shared/protocol/ids.ts';

const usage = 'Usage: npm run host:add -- --email anna@example.org --name "Anna Host" [--admin]';

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  const options = { email: { type: 'string' }, name: { type: 'string' }, admin: { type: 'boolean' } } as const;
  const wanted = v.object({
    email: v.pipe(v.string(), v.email()),
    name: nameSchema,
    admin: v.optional(v.boolean(), false),
  });
  try {
    const parsed = v.safeParse(wanted, parseArgs({ options }).values);
    return parsed.success ? parsed.output : fail(usage);
  } catch {
    return fail(usage);
  }
}

const host = readArguments();
const read = readEnvironment(process.env);
if (!read.ok) fail(`${read.variable} is not understood; see the table in the README.`);
const deps = await createDeps(read.environment, read.environment.port, createLog('error'));
const { userId: hostId, link } = await addHost(deps, host);
await createAudit(deps).note(commandLine, 'host.added', { hostId, name: host.name, isAdmin: host.admin });
await deps.store.close();
console.log(`${host.name} can set a password here, once, within 24 hours:\n${link}`);
