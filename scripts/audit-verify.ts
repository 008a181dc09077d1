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
  const { head, cut } = verified;
  const { seq, hash } = head;
  if (cut.seq > 0) console.log(`Kept no longer, as the site has decided, and cut off: entries 1 to ${cut.seq}.`);
  console.log(
    `The audit log is whole up to entry ${seq}. Note this down, to see later that none was cut off:\n${hash}`,
  );
} else {
  console.error(`The audit log was changed: entry ${verified.brokenAt} does not follow on the one before.`);
  process.exit(1);
}
