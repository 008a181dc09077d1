import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import {
  type AuditCode,
  auditEntrySchema,
  type AuditPage,
  auditPageLength,
  type AuditQuery,
} from '../../shared/protocol/audit.ts';
import type { Deps } from '../deps.ts';
import { createInTurn } from '../sessions/in-turn.ts';
import { linkHash } from './audit-chain.ts';

/** Who did it. */
export interface Actor {
  id: string;
  name: string;
}
/** The one who has the machine. */
export const commandLine: Actor = { id: 'relay', name: 'Command line' };
/** What the site has decided once and the relay does from then on. */
export const theRelay: Actor = { id: 'relay', name: 'Relay' };

export interface Audit {
  /** Resolves when it stands in the store. */
  note(by: Actor, what: AuditCode, detail: Readonly<Record<string, unknown>>): Promise<void>;
  page(query: AuditQuery): Promise<AuditPage>;
}

const entryOf = v.pipe(
  v.object({ ...auditEntrySchema.entries, detail: v.pipe(v.string(), v.parseJson()) }),
  auditEntrySchema,
);

/** The site's decisions, each with the hash of the one before. Two instances take their places one after another. */
export function createAudit({ auditStore: store, now, limits }: Pick<Deps, 'auditStore' | 'now' | 'limits'>): Audit {
  const inTurn = createInTurn();
  return {
    note: (by, what, detail) =>
      inTurn('audit', async () => {
        for (let tries = 0; tries < limits.appendAttempts; tries += 1) {
          const head = await store.head();
          const row = {
            seq: head.seq + 1,
            at: now(),
            by: by.id,
            byName: by.name,
            what,
            detail: JSON.stringify(detail),
          };
          if (await store.add({ ...row, hash: linkHash(head.hash, row) })) return;
          await sleep(Math.random() * Math.min(50, 2 ** tries));
        }
        throw new Error('The audit log could not be written.');
      }),
    async page(query) {
      const rows = await store.find(query, auditPageLength + 1);
      const entries = rows.slice(0, auditPageLength).map((row) => v.parse(entryOf, row));
      return { entries, next: rows.length > auditPageLength ? (entries.at(-1)?.seq ?? null) : null };
    },
  };
}
