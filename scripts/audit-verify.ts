import { verifyAudit } from '../server/audit/verify-audit.ts';
import { createDeps } from '../server/create-deps.ts';
import { readEnvironment } from '../server/environment.ts';
import { createLog } from '../server/log.ts';

const read = readEnvironment(process.env);
if (!read.ok) {
  console.error(`${read.variable} is not understood; see the table in the README.`);
  process.exit(2);
}
const deps = await createDeps(read.environment, read.environment.port, createLog('error'));
const verified = await verifyAudit(deps.auditStore);
await deps.store.close();
if (verified.ok) {
  const { seq, hash } = verified.head;
  console.log(`The audit log is whole, entries: ${seq}. Note this down, to see later that none was cut off:\n${hash}`);
} else {
  console.error(`The audit log was changed: entry ${verified.brokenAt} does not follow on the one before.`);
  process.exit(1);
}
