import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../shared/protocol/new-id.ts';
import {
  type LinkMade,
  playbackLimits,
  type RecordingList,
  type RecordingView,
} from '../../../shared/protocol/playback.ts';
import type { AuditPage } from '../../../shared/protocol/audit.ts';
import { offlineFile, offlineMarks } from '../../../shared/recording/offline-format.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { makeRecording } from '../../support/make-recording.ts';
import { call, startSession } from '../../support/relay-client.ts';
import { cookieOf } from '../../support/view-recording.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
let relay: LocalRelay;
let pages: string;
let anna: TestHost;
let berta: TestHost;
let admin: TestHost;
let recordingId: string;
let trackId: string;
let sessionId: string;
const content = new TextEncoder().encode('records of a page, one after the other');

beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), 'beside-pages-'));
  mkdirSync(join(pages, 'offline'));
  writeFileSync(join(pages, offlineFile), `<html>before ${offlineMarks.place} after</html>`);
  relay = await startLocalRelay({ folders: { pages, dist: pages, shop: null } });
  anna = await makeHost(relay.deps, { name: 'Anna Host' });
  berta = await makeHost(relay.deps, { name: 'Berta' });
  admin = await makeHost(relay.deps, { name: 'Admin', admin: true });
  ({ sessionId } = await startSession(relay.url, anna.bearer));
  const [at, half] = [relay.deps.now(), content.length >> 1];
  const chunks = [content.slice(0, half), content.slice(half)];
  const track = { kind: 'page', from: 0, to: 2_000, chunks } as const;
  const made = await makeRecording(relay.deps, { sessionId, startedAt: at, durationMs: 2_000, tracks: [track] });
  recordingId = made.recordingId;
  [trackId = ''] = made.trackIds;
}, 60_000);
afterAll(async () => {
  await relay.end();
  rmSync(pages, { recursive: true, force: true });
});

const post = (path: string, body: unknown, host?: TestHost) =>
  call(relay.url, 'POST', `/api/${path}`, { body, ...(host && { token: host.bearer }) });
const audited = async (what: string) => {
  const answer = await call(relay.url, 'GET', `/api/audit?what=${what}`, { token: admin.bearer });
  return ((await answer.json()) as AuditPage).entries;
};
async function list(host: TestHost): Promise<string[]> {
  const answer = await call(relay.url, 'GET', '/api/playback', { token: host.bearer });
  return ((await answer.json()) as RecordingList).rows.map((row) => row.recordingId);
}
const statusOf = async (host: TestHost, id = recordingId) => (await post(`playback/${id}/views`, {}, host)).status;
async function view(host = anna) {
  const answer = await post(`playback/${recordingId}/views`, {}, host);
  expect(answer.status).toBe(200);
  return cookieOf(answer);
}
const read = (what: string, cookie: string, headers: Record<string, string> = {}) =>
  fetch(`${relay.url}/api/playback/${recordingId}/${what}`, { headers: { cookie, ...headers } });
async function link(more: object = {}, host = anna) {
  const body = { audience: 'anyone', at: 1_000, forMs: playbackLimits.linkMs, ...more };
  const answer = await post(`playback/${recordingId}/links`, body, host);
  expect(answer.status).toBe(201);
  return (await answer.json()) as LinkMade;
}

test('[O6] who led a session and admins see its recording, others as the admin says', async () => {
  expect([await statusOf(anna), await statusOf(berta), await statusOf(admin)]).toEqual([200, 404, 200]);
  expect([await list(anna), await list(berta), await list(admin)]).toEqual([[recordingId], [], [recordingId]]);
  const set = (hosts: string, host = admin) =>
    call(relay.url, 'PUT', '/api/playback-access', { token: host.bearer, body: { hosts } });
  expect((await set('all', berta)).status).toBe(403);
  expect((await set('all')).status).toBe(200);
  expect([await statusOf(berta), await list(berta)]).toEqual([200, [recordingId]]);
  await set('queue');
  expect([await statusOf(berta), await list(berta)]).toEqual([404, []]);
  await set('own');
  expect(await statusOf(admin, newId())).toBe(404);
  expect((await audited('playback-access.set')).length).toBe(3);
});

test('[O7] a recording is read by the cookie of a view alone, and each view is in the audit log', async () => {
  const before = (await audited('recording.viewed')).length;
  const answer = await post(`playback/${recordingId}/views`, {}, anna);
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Strict/i);
  expect(cookie).toContain(`Path=/api/playback/${recordingId}`);
  const opened = (await answer.json()) as RecordingView;
  expect(opened.manifest.tracks).toMatchObject([{ trackId, kind: 'page', bytes: content.length }]);
  const after = await audited('recording.viewed');
  expect(after.length).toBe(before + 1);
  expect(after[0]).toMatchObject({ byName: 'Anna Host', detail: { recordingId } });

  const path = `tracks/${trackId}/bytes`;
  expect((await read(path, '')).status).toBe(401);
  expect((await read(path, `${cookieOf(answer).slice(0, -2)}AA`)).status).toBe(401);
  expect((await call(relay.url, 'GET', `/api/playback/${recordingId}/${path}`, { token: admin.bearer })).status).toBe(
    401,
  );
  // A cookie of another recording is none of this one.
  const { recordingId: other } = await makeRecording(relay.deps, {
    sessionId,
    startedAt: relay.deps.now(),
    durationMs: 1,
    tracks: [],
  });
  const others = cookieOf(await post(`playback/${other}/views`, {}, anna));
  expect((await read(path, others)).status).toBe(401);
  await relay.deps.recordings.erase(other);
  expect(relay.logged()).not.toContain(cookieOf(answer).split('=')[1]);

  relay.advance(playbackLimits.viewMs + 1);
  expect((await read(path, cookieOf(answer))).status).toBe(401);
});

test('[O7] ranges of a track are given as they are asked for', async () => {
  const cookie = await view();
  const path = `tracks/${trackId}/bytes`;
  const whole = await read(path, cookie);
  expect([whole.status, await whole.text()]).toEqual([200, new TextDecoder().decode(content)]);
  const middle = content.length >> 1;
  const part = await read(path, cookie, { range: `bytes=${middle - 3}-${middle + 2}` });
  expect([part.status, part.headers.get('content-range')]).toEqual([
    206,
    `bytes ${middle - 3}-${middle + 2}/${content.length}`,
  ]);
  expect(await part.text()).toBe(new TextDecoder().decode(content.slice(middle - 3, middle + 3)));
  expect(await (await read(path, cookie, { range: 'bytes=-5' })).text()).toBe('other');
  expect((await read(path, cookie, { range: `bytes=${content.length}-` })).status).toBe(416);
  const chunks = (await (await read(`tracks/${trackId}/chunks`, cookie)).json()) as number[][];
  expect(chunks.map(([n]) => n)).toEqual([0, 1]);
});

test('[O8] a link opens its moment until it is over or taken back, and shows nothing that is for hosts', async () => {
  const { secret, linkId } = await link();
  const opened = await post('playback-links/open', { secret });
  expect(opened.status).toBe(200);
  const seen = (await opened.json()) as RecordingView;
  expect([seen.at, seen.isOwn]).toEqual([1_000, false]);
  const cookie = cookieOf(opened);
  expect((await read(`tracks/${trackId}/bytes`, cookie)).status).toBe(200);
  // It is for looking.
  expect((await read('file', cookie)).status).toBe(404);
  expect((await read('facts', cookie)).status).toBe(404);
  expect(
    (
      await call(relay.url, 'POST', `/api/playback/${recordingId}/exports`, {
        body: { kind: 'html' },
        headers: { cookie },
      })
    ).status,
  ).toBe(404);
  expect((await audited('recording.link-opened'))[0]).toMatchObject({ by: 'link', detail: { recordingId, linkId } });
  const stored = await relay.deps.recordingLinks.of(recordingId, relay.deps.now());
  expect(JSON.stringify(stored)).not.toContain(secret);
  expect(relay.logged()).not.toContain(secret);
  expect((await post('playback-links/open', { secret: 'A'.repeat(43) })).status).toBe(404);

  expect((await post(`playback/${recordingId}/links/${linkId}/revoke`, {}, berta)).status).toBe(404);
  expect((await post(`playback/${recordingId}/links/${linkId}/revoke`, {}, admin)).status).toBe(200);
  expect((await read(`tracks/${trackId}/bytes`, cookie)).status).toBe(401);
  expect((await post('playback-links/open', { secret })).status).toBe(404);
  expect((await audited('recording.link-revoked')).length).toBe(1);

  const late = await link({ forMs: day });
  relay.advance(day - 1_000);
  const last = cookieOf(await post('playback-links/open', { secret: late.secret }));
  expect((await read(`tracks/${trackId}/bytes`, last)).status).toBe(200);
  relay.advance(2_000);
  expect((await read(`tracks/${trackId}/bytes`, last)).status).toBe(401);
  expect((await post('playback-links/open', { secret: late.secret })).status).toBe(404);
});

test('[O8] a link for hosts opens it to each host of the site and to nobody else', async () => {
  const { secret } = await link({ audience: 'hosts' });
  expect((await post('playback-links/open', { secret })).status).toBe(401);
  expect((await post('playback-links/open', { secret }, berta)).status).toBe(200);
  expect((await audited('recording.link-opened'))[0]).toMatchObject({ byName: 'Berta' });
  // What came by a link gives no links.
  expect((await post(`playback/${recordingId}/links`, { audience: 'anyone', at: 0, forMs: day }, berta)).status).toBe(
    404,
  );
});

test('[O9] a recording is saved as one file in pieces, noted down before', async () => {
  const cookie = await view();
  const noted = await call(relay.url, 'POST', `/api/playback/${recordingId}/exports`, {
    body: { kind: 'html' },
    headers: { cookie },
  });
  expect(noted.status).toBe(200);
  expect((await audited('recording.exported'))[0]).toMatchObject({
    byName: 'Anna Host',
    detail: { recordingId, kind: 'html' },
  });
  const file = await read('file', cookie);
  expect(file.headers.get('content-disposition')).toContain('attachment');
  const html = await file.text();
  expect(html).toMatch(/^<html>before [\s\S]* after<\/html>$/);
  const base64 = new RegExp(`data-${offlineMarks.bytes}="${trackId}">([^<]*)<`).exec(html)?.[1] ?? '';
  expect(Buffer.from(base64, 'base64').toString()).toBe(new TextDecoder().decode(content));
  expect(html).toContain(`data-${offlineMarks.chunks}="${trackId}">[[0,`);
  const [first] = (await (await read('facts', cookie)).json()) as unknown[];
  expect(first).toMatchObject({ seq: 1, fact: { type: 'session.started' } });
});

test('[O9] what is fetched without being noted down before is noted where it leaves, once for a view and a kind', async () => {
  const count = async () => (await audited('recording.exported')).length;
  const before = await count();
  const cookie = await view();
  await (await read(`tracks/${trackId}/bytes`, cookie)).text();
  expect((await read(`tracks/${trackId}/media?save`, cookie)).status).toBe(404);
  expect(await count()).toBe(before);
  for (const [what, kind] of [
    ['facts', 'json'],
    ['file', 'html'],
  ]) {
    for (let twice = 0; twice < 2; twice += 1) await (await read(what ?? '', cookie)).text();
    expect((await audited('recording.exported'))[0]).toMatchObject({
      byName: 'Anna Host',
      detail: { recordingId, kind },
    });
  }
  expect(await count()).toBe(before + 2);
  relay.advance(1);
  await (await read('facts', await view())).text();
  expect(await count()).toBe(before + 3);
});
