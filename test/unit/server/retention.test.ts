import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Audit, createAudit } from '../../../server/audit/audit.ts';
import { cutAudit } from '../../../server/audit/cut-audit.ts';
import { verifyAudit } from '../../../server/audit/verify-audit.ts';
import { createRetention } from '../../../server/retention/retention.ts';
import { createSiteRetention } from '../../../server/settings/site-retention.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import { type Retention, usualRetention } from '../../../shared/protocol/retention.ts';
import type { Fact } from '../../../shared/session/facts.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost } from '../../support/make-host.ts';
import { makeRecording } from '../../support/make-recording.ts';
import { filesWith } from '../../support/planted-words.ts';
import { call } from '../../support/relay-client.ts';

const dayMs = 24 * 60 * 60_000;
let folder: string;
let relay: LocalRelay;
let audit: Audit;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beside-retention-'));
  const limits = { sweepMs: 3_600_000, retentionSessions: 3, tendMs: 100_000, deskTendMs: 100_000 };
  relay = await startLocalRelay({ env: { BESIDE_DATA: folder }, limits });
  audit = createAudit(relay.deps);
});
afterEach(async () => {
  await relay.end();
  rmSync(folder, { recursive: true, force: true });
});

/** A session that is over, in which this was said. */
async function said(text: string, picture: string | null = null): Promise<string> {
  const { store, now } = relay.deps;
  const sessionId = newId();
  const host = { participantId: newId(), name: 'Hana' };
  const facts: Fact[] = [
    { type: 'session.started', sessionId, site: 'Beside', host, switchedOn: [] },
    { type: 'chat.said', messageId: newId(), audience: 'all', text, picture },
    { type: 'session.ended', reason: 'ended' },
  ];
  await store.append({ sessionId, after: 0, at: now(), by: host.participantId, facts });
  return sessionId;
}
async function step(kept: Partial<Retention> = {}, deps = relay.deps): Promise<void> {
  const setting = createSiteRetention(deps);
  await setting.set({ ...usualRetention, ...kept });
  await createRetention(deps, setting, audit).step();
  setting.close();
}
const places = (word: string) => filesWith(folder, word).length;

test('[U1] a session is kept for as long as the site says, then it goes, a few at each look', async () => {
  for (let count = 0; count < 5; count += 1) {
    await said(`ancient${count}`);
    // One after the other: of those of one moment any may be the oldest.
    relay.advance(1);
  }
  relay.advance(8 * dayMs);
  await said('recent');
  await step({ sessions: 9 });
  expect(places('ancient')).toBeGreaterThan(0);
  await step({ sessions: 7 });
  expect([places('ancient0'), places('ancient2')]).toEqual([0, 0]);
  expect(places('ancient4')).toBeGreaterThan(0);
  await step({ sessions: 7 });
  expect(places('ancient')).toBe(0);
  expect(places('recent')).toBeGreaterThan(0);
});

test('[U1] pictures go before what was said beside them', async () => {
  const picture = `data:image/png;base64,${'PictureBytes'.repeat(40)}`;
  const spoken = await said('with a picture', picture);
  const alone = await said('', picture);
  relay.advance(8 * dayMs);
  await step({ pictures: 7 });
  const chatOf = async (sessionId: string) => (await relay.deps.store.entries(sessionId, 1))[0]?.fact;
  expect(await chatOf(spoken)).toMatchObject({ text: 'with a picture', picture: null });
  expect(await chatOf(alone)).toMatchObject({ text: '…', picture: null });
  expect(places('PictureBytes')).toBe(0);
});

test('[U1] a recording goes before the session that it is of', async () => {
  const record = async (sessionId: string) => {
    const startedAt = relay.deps.now();
    const chunks = [new TextEncoder().encode('recorded')];
    const tracks = [{ kind: 'page' as const, from: 0, to: 1_000, chunks }];
    return makeRecording(relay.deps, { sessionId, startedAt, durationMs: 1_000, tracks });
  };
  const sessionId = await said('recorded once');
  const { recordingId } = await record(sessionId);
  expect(places(recordingId)).toBeGreaterThan(1);
  relay.advance(8 * dayMs);
  const { recordingId: later } = await record(sessionId);
  await step({ recordings: 7 });
  expect(places(recordingId)).toBe(0);
  expect(await relay.deps.recordings.find(later)).toBeDefined();
  expect(places('recorded once')).toBeGreaterThan(0);
});

test('[U1] what cannot be erased is told of, and stops nothing else', async () => {
  const [broken, whole] = [await said('brokenword'), await said('wholeword')];
  const record = (sessionId: string) =>
    makeRecording(relay.deps, { sessionId, startedAt: relay.deps.now(), durationMs: 1_000, tracks: [] });
  const [first, second] = [await record(broken), await record(whole)];
  relay.advance(8 * dayMs);
  const told: unknown[] = [];
  const { recordings } = relay.deps;
  const failing = {
    ...relay.deps,
    report: (error: unknown) => void told.push(error),
    recordings: {
      ...recordings,
      erase: async (recordingId: string) => {
        if (recordingId === first.recordingId) throw new Error('no recording');
        return recordings.erase(recordingId);
      },
    },
    erasers: relay.deps.erasers.map((eraser): (typeof relay.deps.erasers)[number] => ({
      ...eraser,
      erase: async (subject) => {
        if (subject.sessionIds.includes(broken)) throw new Error('no session');
        return eraser.erase(subject);
      },
    })),
  };
  await step({ recordings: 7, sessions: 30 }, failing);
  expect(await recordings.find(first.recordingId)).toBeDefined();
  expect(await recordings.find(second.recordingId)).toBeUndefined();
  await step({ recordings: 30, sessions: 7 }, failing);
  expect([places('brokenword') > 0, places('wholeword')]).toEqual([true, 0]);
  expect(told.map(String)).toEqual(['Error: no recording', 'Error: no session']);
  await step({ recordings: 7, sessions: 7 });
  expect(places('brokenword')).toBe(0);
});

test('[U1] as many as are looked at in one step, and none can be erased: the younger go all the same', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    const sessionId = await said(`of recording ${count}`);
    const made = { sessionId, startedAt: relay.deps.now(), durationMs: 1_000, tracks: [] };
    ids.push((await makeRecording(relay.deps, made)).recordingId);
    relay.advance(60_000);
  }
  relay.advance(8 * dayMs);
  const { recordings } = relay.deps;
  const stuck = new Set(ids.slice(0, 3));
  const setting = createSiteRetention(relay.deps);
  await setting.set({ ...usualRetention, recordings: 7 });
  const failing = {
    ...relay.deps,
    report: () => undefined,
    recordings: {
      ...recordings,
      erase: async (recordingId: string) => {
        if (stuck.has(recordingId)) throw new Error('no recording');
        return recordings.erase(recordingId);
      },
    },
  };
  const retention = createRetention(failing, setting, audit);
  const left = async () => {
    const found = await Promise.all(ids.map((recordingId) => recordings.find(recordingId)));
    return ids.filter((_id, index) => found[index]);
  };
  await retention.step();
  expect(await left()).toEqual(ids);
  await retention.step();
  expect(await left()).toEqual([...stuck]);
  // The end was reached: they are tried again.
  stuck.clear();
  await retention.step();
  expect(await left()).toEqual([]);
  setting.close();
});

test('[U1] what was said at the desk goes with its facts, also where nothing happens at it any more', async () => {
  const { room } = relay.relay;
  await room.refresh();
  await relay.deps.deskStore.append({
    after: 0,
    at: relay.deps.now(),
    facts: [{ type: 'host.changed', hostId: 'planted-host', name: 'Hana', availability: 'away' }],
    tokens: new Map(),
  });
  await room.refresh();
  await room.keep('now');
  relay.advance(31 * dayMs);
  await step();
  expect(await relay.deps.deskStore.entries(0, 10)).toEqual([]);
});

test('[U2] the log loses its old end and is whole all the same, cut twice, and a change is still noticed', async () => {
  const { auditStore, now } = relay.deps;
  const ada = { id: 'ada', name: 'Ada Admin' };
  await audit.note(ada, 'branding.set', { name: 'plantedtext' });
  await audit.note(ada, 'goal.set', { withinMs: 1 });
  relay.advance(181 * dayMs);
  await audit.note(ada, 'goal.set', { withinMs: 2 });
  await step();
  expect(places('plantedtext')).toBe(0);
  const rows = await auditStore.rowsAfter(0, 10);
  expect(rows.map(({ seq, what, by }) => [seq, what, by])).toEqual([
    [3, 'goal.set', 'ada'],
    [4, 'audit.cut', 'relay'],
  ]);
  expect(await verifyAudit(auditStore)).toMatchObject({ ok: true, head: { seq: 4 }, cut: { seq: 2 } });
  // On a quiet site nothing is cut only because it was cut before.
  relay.advance(200 * dayMs);
  await step();
  expect((await auditStore.rowsAfter(0, 10)).map(({ seq }) => seq)).toEqual([4, 5]);
  relay.advance(200 * dayMs);
  await step();
  expect((await auditStore.rowsAfter(0, 10)).map(({ seq }) => seq)).toEqual([4, 5]);
  expect(await verifyAudit(auditStore)).toMatchObject({ ok: true, cut: { seq: 3 } });
  await audit.note(ada, 'goal.set', { withinMs: now() });
  expect(await verifyAudit(auditStore)).toMatchObject({ ok: true, head: { seq: 6 } });
  await auditStore.dropUpTo(4);
  expect(await verifyAudit(auditStore)).toEqual({ ok: false, brokenAt: 1 });
});

test('[U2] a relay that dies between the word of a cut and the cut does it at the next look', async () => {
  const { auditStore, now } = relay.deps;
  for (let count = 0; count < 4; count += 1) await audit.note({ id: 'ada', name: 'Ada' }, 'goal.set', { count });
  relay.advance(181 * dayMs);
  const dying = { ...auditStore, dropUpTo: () => Promise.reject(new Error('killed')) };
  await expect(cutAudit(dying, audit, now() - 180 * dayMs)).rejects.toThrow('killed');
  expect(await verifyAudit(auditStore)).toMatchObject({ ok: true, head: { seq: 5 }, cut: { seq: 0 } });
  await Promise.all([1, 2].map(() => cutAudit(auditStore, audit, now() - 180 * dayMs)));
  expect((await auditStore.rowsAfter(0, 10)).map(({ what }) => what)).toEqual(['audit.cut']);
  expect(await verifyAudit(auditStore)).toMatchObject({ ok: true, cut: { seq: 4 } });
});

test('[U1] the admin sets it, within bounds, and the log says to what', async () => {
  const admin = await makeHost(relay.deps, { name: 'Ada Admin', admin: true });
  const host = await makeHost(relay.deps);
  const put = async (body: unknown, token = admin.bearer) =>
    (await call(relay.url, 'PUT', '/api/retention', { token, body })).status;
  const read = await call(relay.url, 'GET', '/api/retention', { token: admin.bearer });
  expect(await read.json()).toEqual(usualRetention);
  expect(await put({ ...usualRetention, sessions: 30 })).toBe(200);
  expect(await put({ ...usualRetention, sessions: 0 })).toBe(400);
  expect(await put(usualRetention, host.bearer)).toBe(403);
  const [entry] = await relay.deps.auditStore.find({ what: 'retention.set' }, 1);
  expect(entry?.detail).toBe('{"sessions":30}');
});
