import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../shared/protocol/audit.ts';

/** As it is kept: `detail` is the very text that was written. */
export type AuditRow = Omit<AuditEntry, 'what' | 'detail'> & { what: string; detail: string };

/** Before the first. */
export const firstLink = { seq: 0, hash: '0'.repeat(64) } as const;
export type Link = Pick<AuditRow, 'seq' | 'hash'>;

/** What the hash of a row says, given the one before. */
export function linkHash(before: string, { seq, at, by, byName, what, detail }: Omit<AuditRow, 'hash'>): string {
  const canonical = JSON.stringify([seq, at, by, byName, what, detail]);
  return createHash('sha256').update(`${before}\n${canonical}`).digest('hex');
}

export type Verified = { ok: true; head: Link } | { ok: false; brokenAt: number };

/**
 * Whether rows follow on one another without a gap or a change, from `after` on. That nothing was cut off at the end is
 * seen only by who has noted down an earlier head.
 */
export function verifyChain(rows: Iterable<AuditRow>, after: Link = firstLink): Verified {
  let head: Link = after;
  for (const row of rows) {
    if (row.seq !== head.seq + 1 || row.hash !== linkHash(head.hash, row)) return { ok: false, brokenAt: head.seq + 1 };
    head = { seq: row.seq, hash: row.hash };
  }
  return { ok: true, head };
}
