import * as v from 'valibot';
import type { AuditStore } from '../store/audit-store.ts';
import type { Link } from './audit-chain.ts';
import { type Audit, theRelay } from './audit.ts';

const cutAtOnce = 1_000;
const dayMs = 24 * 60 * 60_000;
const cutSchema = v.pipe(v.string(), v.parseJson(), v.object({ upTo: v.number(), last: v.string() }));

/** The links that the log has been cut behind, the newest first: each stands in an entry of the log itself. */
export async function cutsOf(store: AuditStore): Promise<Link[]> {
  const rows = await store.find({ what: 'audit.cut' }, cutAtOnce);
  return rows.flatMap(({ detail }) => {
    const cut = v.safeParse(cutSchema, detail);
    return cut.success ? [{ seq: cut.output.upTo, hash: cut.output.last }] : [];
  });
}

/**
 * Cuts off the old end, at most once a day and a bounded piece at a time. The hash of the last entry that goes is
 * written down first, so what is left can be verified from there on, also when the relay dies in between.
 */
export async function cutAudit(store: AuditStore, audit: Audit, before: number): Promise<number> {
  const first = await store.first();
  if (!first) return 0;
  const [noted] = await cutsOf(store);
  if (noted && noted.seq >= first.seq) return store.dropUpTo(noted.seq);
  const last = await store.lastBefore(before - (before % dayMs), first.seq + cutAtOnce);
  if (!last) return 0;
  await audit.note(theRelay, 'audit.cut', { upTo: last.seq, last: last.hash });
  return store.dropUpTo(last.seq);
}
