import type { AuditStore } from '../store/audit-store.ts';
import { firstLink, type Link, type Verified, verifyChain } from './audit-chain.ts';
import { cutsOf } from './cut-audit.ts';

const atOnce = 1_000;

/** `cut`: the last entry that was cut off, as an entry of the log says; that of `firstLink`: none was. */
export type VerifiedLog = (Verified & { ok: true; cut: Link }) | Extract<Verified, { ok: false }>;

/** Goes through the whole log, as far back as it reaches. */
export async function verifyAudit(store: AuditStore): Promise<VerifiedLog> {
  const cut = await beginsAfter(store);
  let head: Link = cut;
  for (;;) {
    const rows = await store.rowsAfter(head.seq, atOnce);
    const verified = verifyChain(rows, head);
    if (!verified.ok) return verified;
    if (rows.length < atOnce) return { ...verified, cut };
    ({ head } = verified);
  }
}

/** What is there before the first entry must be what one that is left names; else entries were taken out. */
async function beginsAfter(store: AuditStore): Promise<Link> {
  const first = await store.first();
  if (!first || first.seq === firstLink.seq + 1) return firstLink;
  const cuts = await cutsOf(store);
  return cuts.find(({ seq }) => seq === first.seq - 1) ?? firstLink;
}
