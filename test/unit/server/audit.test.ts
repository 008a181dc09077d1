import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuditRow, firstLink, linkHash, verifyChain } from '../../../server/audit/audit-chain.ts';
import { createAudit } from '../../../server/audit/audit.ts';
import { verifyAudit } from '../../../server/audit/verify-audit.ts';
import { relayLimits } from '../../../server/limits/relay-limits.ts';
import { createAuditStore } from '../../../server/store/audit-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { auditPageLength, auditPageSchema } from '../../../shared/protocol/audit.ts';
import { defaultPrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { startPostgres } from '../../support/postgres.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';
import { call } from '../../support/relay-client.ts';

const anna = { id: 'anna', name: 'Anna' };

function chainOf(length: number): AuditRow[] {
  const rows: AuditRow[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const row = { seq, at: seq, by: 'anna', byName: 'Anna', what: 'inbound.set', detail: `{"n":${seq}}` };
    rows.push({ ...row, hash: linkHash(rows.at(-1)?.hash ?? firstLink.hash, row) });
  }
  return rows;
}
const swap = (rows: AuditRow[]): AuditRow[] => [...rows.slice(0, 2), ...rows.slice(2, 4).reverse(), ...rows.slice(4)];

describe('a chain of entries', () => {
  test('is whole as it was written, from any link on', () => {
    const rows = chainOf(5);
    expect(verifyChain(rows)).toEqual({ ok: true, head: { seq: 5, hash: rows[4]?.hash } });
    expect(verifyChain(rows.slice(3), rows[2])).toMatchObject({ ok: true });
    expect(verifyChain([])).toEqual({ ok: true, head: firstLink });
  });

  test.each<[string, (rows: AuditRow[]) => AuditRow[], number]>([
    ['a changed detail', (rows) => rows.map((row) => (row.seq === 3 ? { ...row, detail: '{}' } : row)), 3],
    ['a changed name', (rows) => rows.map((row) => (row.seq === 1 ? { ...row, byName: 'Eva' } : row)), 1],
    ['a changed time', (rows) => rows.map((row) => (row.seq === 5 ? { ...row, at: 9 } : row)), 5],
    ['an entry taken out', (rows) => rows.filter(({ seq }) => seq !== 2), 2],
    ['the first taken out', (rows) => rows.slice(1), 1],
    ['two that changed places', swap, 3],
  ])('is broken by %s', (_what, change, brokenAt) => {
    expect(verifyChain(change(chainOf(5)))).toEqual({ ok: false, brokenAt });
  });
});

const engines = {
  'node:sqlite': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beside-audit-'));
    const { db } = await openDatabase(folder, undefined);
    return {
      open: () => Promise.resolve(db),
      stop: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
    };
  },
  Postgres: async () => {
    const postgres = await startPostgres();
    return { open: async () => (await openDatabase('', postgres.url)).db, stop: () => postgres.stop() };
  },
};

describe.each(Object.keys(engines) as (keyof typeof engines)[])('the audit log on %s', (engine) => {
  test('is one whole chain, with two instances that write at the same time', async () => {
    const { open, stop } = await engines[engine]();
    const databases = [await open(), await open()];
    try {
      const stores = databases.map((db) => createAuditStore(db));
      const audits = stores.map((auditStore) => createAudit({ auditStore, now: () => 7, limits: relayLimits }));
      const notes = Array.from({ length: 40 }, async (_, n) => audits[n % 2]?.note(anna, 'host.added', { n }));
      await Promise.all(notes);
      const [store] = stores;
      if (!store) throw new Error('There is no store.');
      expect(await verifyAudit(store)).toMatchObject({ ok: true, head: { seq: 40 } });
      const rows = await store.rowsAfter(0, 100);
      expect(rows.map(({ detail }) => (JSON.parse(detail) as { n: number }).n).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 40 }, (_, n) => n),
      );
      await databases[0]?.updateTable('audit').set({ by_name: 'Eva' }).where('seq', '=', 17).execute();
      expect(await verifyAudit(store)).toEqual({ ok: false, brokenAt: 17 });
    } finally {
      for (const db of new Set(databases)) await db.destroy();
      await stop();
    }
  }, 30_000);
});

describe('GET /api/audit', () => {
  let relay: LocalRelay;
  let admin: TestHost;
  let host: TestHost;
  beforeAll(async () => {
    relay = await startLocalRelay();
    admin = await makeHost(relay.deps, { name: 'Ada Admin', admin: true });
    host = await makeHost(relay.deps, { name: 'Hana Host' });
  });
  afterAll(() => relay.end());

  const page = async (query = '') =>
    v.parse(
      auditPageSchema,
      await (await call(relay.url, 'GET', `/api/audit${query}`, { token: admin.bearer })).json(),
    );
  const put = (path: string, body: unknown) => call(relay.url, 'PUT', path, { token: admin.bearer, body });

  test('tells the admin alone who decided what, the newest first', async () => {
    expect((await call(relay.url, 'GET', '/api/audit', { token: host.bearer })).status).toBe(403);
    expect((await call(relay.url, 'GET', '/api/audit')).status).toBe(401);
    await put('/api/inbound', inboundOf(queueOf('shop'), queueOf('bills')));
    await put('/api/inbound', { ...inboundOf(queueOf('shop', { priority: 3 })), mode: 'single' });
    await put('/api/privacy-policy', { ...defaultPrivacyPolicy, level: 'strict' });
    await put('/api/supervision/goal', { withinMs: 30_000 });
    await put('/api/supervision/goal', { withinMs: 1 });
    const { entries, next } = await page();
    expect(next).toBeNull();
    expect(entries.map(({ what, byName, detail }) => [what, byName, detail])).toEqual([
      ['goal.set', 'Ada Admin', { withinMs: 30_000 }],
      ['privacy.set', 'Ada Admin', { changed: ['level'], level: 'strict' }],
      ['inbound.set', 'Ada Admin', { changed: ['shop'], removed: ['bills'], isOn: true, mode: 'single', capacity: 3 }],
      ['inbound.set', 'Ada Admin', { added: ['shop', 'bills'], isOn: true, mode: 'multi', capacity: 3 }],
    ]);
    expect(await verifyAudit(relay.deps.auditStore)).toMatchObject({ ok: true });
  });

  test('goes by pages, by kind and by time', async () => {
    const audit = createAudit(relay.deps);
    const before = Date.now();
    for (let n = 0; n < auditPageLength + 5; n += 1) await audit.note(anna, 'host.changed', { n });
    const first = await page('?what=host.changed');
    expect([first.entries.length, first.entries[0]?.detail]).toEqual([auditPageLength, { n: auditPageLength + 4 }]);
    const second = await page(`?what=host.changed&before=${first.next}`);
    expect([second.entries.length, second.next]).toEqual([5, null]);
    expect((await page(`?to=${before}&what=host.changed`)).entries).toEqual([]);
    expect((await page(`?from=${before}&what=goal.set`)).entries).toEqual([]);
    const wrong = await call(relay.url, 'GET', '/api/audit?what=nothing', { token: admin.bearer });
    expect(wrong.status).toBe(400);
  });

  test('says of a new host who it is, and not the link', async () => {
    const body = { email: 'nora@example.org', name: 'Nora New', isAdmin: false };
    const added = await call(relay.url, 'POST', '/api/hosts', { token: admin.bearer, body });
    const { link } = (await added.json()) as { link: string };
    const text = JSON.stringify(await page('?what=host.added'));
    expect(text).toContain('Nora New');
    expect(text).not.toContain(link.split('#')[1]);
  });
});
