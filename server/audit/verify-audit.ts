import type { AuditStore } from '../store/audit-store.ts';
import { firstLink, type Link, type Verified, verifyChain } from './audit-chain.ts';

const atOnce = 1_000;

/** Goes through the whole log. */
export async function verifyAudit(store: AuditStore): Promise<Verified> {
  let head: Link = firstLink;
  for (;;) {
    const rows = await store.rowsAfter(head.seq, atOnce);
    const verified = verifyChain(rows, head);
    if (!verified.ok || rows.length < atOnce) return verified;
    ({ head } = verified);
  }
}
