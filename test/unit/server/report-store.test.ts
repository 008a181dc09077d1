import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKyselyStore } from '../../../server/store/kysely-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { createReportStore, type NewReport, type ReportStore } from '../../../server/store/report-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import { startPostgres } from '../../support/postgres.ts';

const at = 1_800_000_000_123;
const everything = { text: '', host: '', queue: '', userId: null };

const engines = {
  'node:sqlite': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beside-reports-'));
    const { db } = await openDatabase(folder, undefined);
    return { db, stop: () => rmSync(folder, { recursive: true, force: true }) };
  },
  Postgres: async () => {
    const postgres = await startPostgres();
    return { db: (await openDatabase('', postgres.url)).db, stop: () => postgres.stop() };
  },
};

describe.each(Object.keys(engines) as (keyof typeof engines)[])('[Y4] the index of reports on %s', (engine) => {
  let store: Store;
  let reports: ReportStore;
  let db: Awaited<ReturnType<(typeof engines)[typeof engine]>>['db'];
  let stop: () => unknown;

  beforeAll(async () => {
    const made = await engines[engine]();
    store = createKyselyStore(made.db);
    reports = createReportStore(made.db);
    ({ db, stop } = made);
  }, 30_000);
  afterAll(async () => {
    await store.close();
    await stop();
  });

  /** A session that is over, and what its report would be. */
  async function over(part: Partial<NewReport> = {}, userId = newId()): Promise<NewReport> {
    const sessionId = newId();
    const participantId = newId();
    await store.append({
      sessionId,
      after: 0,
      at,
      by: participantId,
      facts: [
        { type: 'session.started', sessionId, site: 'Acme', host: { participantId, name: 'Anna' }, switchedOn: [] },
        { type: 'session.ended', reason: 'ended' },
      ],
      seats: [{ participantId, tokenHash: newId(), role: 'lead', userId }],
    });
    return {
      sessionId,
      startedAt: at,
      endedAt: at + 60_000,
      endedReason: 'ended',
      customer: 'Jan Novák',
      hosts: ['Anna Žižková'],
      queue: null,
      waitedMs: null,
      handlingMs: 60_000,
      leadId: userId,
      transfers: 0,
      ...part,
    };
  }

  test('a report comes back as it went in, put twice it is there once, and then no session is missing', async () => {
    const report = await over({ queue: 'Shop', waitedMs: 4_000 });
    expect(await reports.missing(0, 10)).toEqual([report.sessionId]);
    await reports.put(report, '');
    await reports.put({ ...report, customer: 'Somebody else' }, '');
    const { leadId: _leadId, transfers: _transfers, ...row } = report;
    expect(await reports.one(report.sessionId)).toEqual({ ...row, rating: null, survey: null });
    expect(await reports.missing(0, 10)).toEqual([]);
    // By a relay that did not write it down.
    await db.updateTable('report').set({ transfers: null }).where('session_id', '=', report.sessionId).execute();
    expect(await reports.missing(0, 10)).toEqual([report.sessionId]);
    await reports.put(report, '');
    expect(await reports.missing(0, 10)).toEqual([]);
  });

  test('it is found by words, user and time, and pages go on where the one before ended', async () => {
    const userId = newId();
    const made = [await over({}, userId), await over({}, userId), await over({ endedAt: at + 90_000 }, userId)];
    for (const report of made) await reports.put(report, 'Invoice 100 %');
    const find = async (part: object) =>
      (await reports.list({ ...everything, userId, ...part }, 10)).map(({ sessionId }) => sessionId);
    const [newest, ...rest] = await find({});
    expect(newest).toBe(made[2]?.sessionId);
    expect(await find({ text: 'NOVAK', host: 'zizk' })).toHaveLength(3);
    expect(await find({ text: '100 %' })).toHaveLength(3);
    for (const nothing of [{ text: '%%' }, { text: '_' }, { queue: 'shop' }, { from: at + 1 }, { to: at }]) {
      expect(await find(nothing)).toEqual([]);
    }
    expect(await find({ userId: newId() })).toEqual([]);
    expect(await find({ after: { endedAt: at + 90_000, sessionId: newest ?? '' } })).toEqual(rest);
    expect(await find({ after: { endedAt: at + 60_000, sessionId: rest[0] ?? '' } })).toEqual(rest.slice(1));
  });

  test('[Y6] of twenty answers at once one is taken', async () => {
    const report = await over();
    await reports.put(report, '');
    const { sessionId } = report;
    const survey = { stars: 4, comment: 'Thank you' } as const;
    const taken = await Promise.all(Array.from({ length: 20 }, () => reports.answerSurvey(sessionId, survey, at)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await reports.rate(sessionId, { stars: 2, reasons: ['tools'] }, at)).toBe(true);
    expect(await reports.one(sessionId)).toMatchObject({
      survey: { ...survey, at },
      rating: { stars: 2, reasons: ['tools'], at },
    });
  });
});
