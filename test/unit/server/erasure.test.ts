import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAudit } from '../../../server/audit/audit.ts';
import { verifyAudit } from '../../../server/audit/verify-audit.ts';
import { createErasure, sessionHash } from '../../../server/erasure/erasure.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import type { Requested } from '../../../shared/protocol/desk.ts';
import { erasedSchema, type Found, foundSchema } from '../../../shared/protocol/held.ts';
import type { Seat } from '../../../shared/protocol/rest.ts';
import { deskToText } from '../../../shared/queue/keep-desk.ts';
import { feedOf } from '../../support/feed.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { filesWith, tablesWith } from '../../support/planted-words.ts';
import { startPostgres } from '../../support/postgres.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';
import { call, connect } from '../../support/relay-client.ts';
import { waitFor } from '../../support/wait-for.ts';

const form = [{ id: 'topic', kind: 'text', label: 'Topic', required: false } as const];
const limits = { tendMs: 50, sweepMs: 3_600_000, requestsPerMinute: 1_000, politeCloseMs: 10 };

const engines = {
  'node:sqlite': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beside-erasure-'));
    const env = { BESIDE_DATA: folder, BESIDE_WEBHOOK_PRIVATE: 'on' };
    return {
      env,
      // The embedded store belongs to one instance.
      instances: 1,
      where: (word: string) => Promise.resolve(filesWith(folder, word)),
      stop: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
    };
  },
  Postgres: async () => {
    const postgres = await startPostgres();
    const env = { BESIDE_DATABASE_URL: postgres.url, BESIDE_WEBHOOK_PRIVATE: 'on' };
    return { env, instances: 2, where: (word: string) => tablesWith(postgres.url, word), stop: () => postgres.stop() };
  },
};

describe.each(Object.keys(engines) as (keyof typeof engines)[])('on %s', (engine) => {
  let made: Awaited<ReturnType<(typeof engines)[typeof engine]>>;
  /** Each with a bus of its own: they hear of each other by the store alone. */
  let relays: LocalRelay[];
  let relay: LocalRelay;
  let admin: TestHost;
  let host: TestHost;
  let desk: ReturnType<typeof feedOf>;

  beforeAll(async () => {
    made = await engines[engine]();
    relay = await startLocalRelay({ env: made.env, limits });
    relays = [relay];
    admin = await makeHost(relay.deps, { name: 'Ada Admin', admin: true });
    host = await makeHost(relay.deps, { name: 'Hana Host' });
    await ask('PUT', '/api/inbound', admin.bearer, inboundOf(queueOf('shop', { form, isNameAsked: true })));
    await ask('POST', '/api/webhooks', admin.bearer, {
      url: 'http://127.0.0.1:9/nobody-listens',
      events: ['request.entered', 'request.accepted'],
      isOn: true,
    });
    desk = feedOf(`${relay.url}/api/desk`, host.bearer);
    await ask('PUT', '/api/desk/availability', host.bearer, { availability: 'available' });
    await waitFor('the queue', async () => (await ask('GET', '/api/queues/shop')).ok);
    while (relays.length < made.instances) relays.push(await startLocalRelay({ env: made.env, limits }));
  }, 120_000);
  afterAll(async () => {
    desk.close();
    for (const one of relays) await one.end();
    await made.stop();
  }, 60_000);

  const ask = (method: string, path: string, token?: string, body?: unknown) =>
    call(relay.url, method, path, { ...(token && { token }), ...(body !== undefined && { body }) });
  async function enter(word: string): Promise<Requested> {
    const body = {
      queueId: 'shop',
      name: `${word} name`,
      answers: { topic: `${word}-topic@example.org` },
      hostId: null,
      from: { url: `https://shop.example/${word}-url`, title: `${word} title` },
      language: 'en',
    };
    return (await (await ask('POST', '/api/requests', undefined, body)).json()) as Requested;
  }
  async function accept({ requestId }: Requested): Promise<Seat> {
    await waitFor('the offer', () => relay.relay.room.desk.waiting.get(requestId)?.offer);
    const accepted = await ask('POST', `/api/desk/requests/${requestId}/accept`, host.bearer, {});
    expect(accepted.status).toBe(200);
    const { sessionId } = (await accepted.json()) as { sessionId: string };
    return (await (await ask('POST', `/api/sessions/${sessionId}/enter`, host.bearer, {})).json()) as Seat;
  }
  /** A session with the word in every place where somebody can say something. */
  async function helped(word: string): Promise<Seat> {
    const asked = await enter(word);
    const seat = await accept(asked);
    const customer = { ...seat, participantId: asked.requestId, participantToken: asked.requestToken };
    const [hosts, customers] = [await connect(relay.url, seat), await connect(relay.url, customer)];
    const picture = `data:image/png;base64,${word}picture`;
    await customers.act({ type: 'chat.say', audience: 'all', text: `${word} said`, picture });
    await hosts.act({ type: 'chat.say', audience: 'hosts', text: `${word} whispered`, picture: null });
    const note = { noteId: newId(), begunAt: relay.deps.now() };
    await hosts.act({ type: 'note.write', ...note, text: `${word} noted at first` });
    await hosts.act({ type: 'note.write', ...note, text: `${word} noted` });
    await recordSomething(seat.sessionId, word);
    await hosts.act({ type: 'session.end' });
    await waitFor('the report', () => relay.deps.reportStore.one(seat.sessionId));
    await ask('POST', '/api/survey', customer.participantToken, { stars: 4, comment: `${word} comment` });
    await ask('POST', '/api/rating', seat.participantToken, { stars: 4, reasons: ['speed'] });
    return seat;
  }
  /** Its id has the word, so that rows and files of it are found by it. */
  async function recordSomething(sessionId: string, word: string): Promise<void> {
    const { recordings, recordingLinks, now } = relay.deps;
    const recordingId = `${word}${newId()}`.slice(0, 22);
    await recordings.begin({ recordingId, sessionId, site: 'Beside', startedAt: now(), isAutomatic: false });
    const trackId = newId();
    await recordings.addTrack(recordingId, trackId, { kind: 'page', startsAt: now(), of: null }, newId());
    const bytes = new TextEncoder().encode(`${word} recorded`);
    expect(await recordings.write({ recordingId, trackId, n: 0, from: 0, to: 1_000, bytes })).toEqual({ ok: true });
    const link = { linkId: newId(), recordingId, audience: 'anyone', at: 0, madeAt: now() } as const;
    const until = { expiresAt: now() + 86_400_000, madeBy: newId(), madeByName: 'Hana Host' };
    await recordingLinks.add({ ...link, ...until }, newId());
  }
  async function find(text: string): Promise<Found> {
    const answer = await ask('POST', '/api/held/find', admin.bearer, { text });
    expect(answer.status).toBe(200);
    return v.parse(foundSchema, await answer.json());
  }
  const erase = async (body: { sessionIds: string[]; requestIds: string[] }, token = admin.bearer) =>
    v.parse(erasedSchema, await (await ask('POST', '/api/held/erase', token, body)).json());

  test('[U3] [U4] [U5] after an erase none of the words is in the store, in a file or in the memory of an instance', async () => {
    const seat = await helped('Planted');
    const kept = await helped('Treasured');
    const gaveUp = await enter('Planted');
    await ask('POST', '/api/requests/mine/leave', gaveUp.requestToken, {});
    for (const one of relays) await one.relay.room.refresh();
    await relay.relay.room.keep('now');
    await waitFor('the webhook’s deliveries', async () => (await made.where('Planted')).length > 0);
    expect(deskToText(relay.relay.room.desk)).toContain('Planted');

    const found = await find('planted-TOPIC');
    expect(found).toMatchObject({
      sessions: [{ sessionId: seat.sessionId, customers: ['Planted name'], queue: 'shop' }],
      requests: [{ requestId: gaveUp.requestId, name: 'Planted name', isWaiting: false }],
      isMore: false,
    });
    const chosen = { sessionIds: [seat.sessionId], requestIds: [gaveUp.requestId] };
    const { erased, left } = await erase(chosen);
    expect(left).toEqual({ sessionIds: [], requestIds: [] });
    expect(erased).toMatchObject({ reports: 1, requests: 2, recordings: 1 });
    expect(erased.facts).toBeGreaterThan(6);
    expect(erased.deliveries).toBeGreaterThan(1);

    expect(await made.where('Planted')).toEqual([]);
    for (const one of relays) {
      await one.relay.room.refresh();
      expect(deskToText(one.relay.room.desk)).not.toMatch(/planted/i);
    }
    expect(await find('planted')).toEqual({ sessions: [], requests: [], isMore: false });
    expect(await relay.deps.recordings.ofSession(seat.sessionId)).toEqual([]);
    expect((await relay.deps.recordings.ofSession(kept.sessionId)).length).toBe(1);
    expect((await ask('GET', `/api/reports/${seat.sessionId}`, admin.bearer)).status).toBe(404);
    expect((await ask('POST', '/api/tickets', seat.participantToken)).status).toBe(401);
    expect(relay.logged()).not.toMatch(/planted/i);
    // Nothing of others has gone, and it would have been seen.
    expect((await made.where('Treasured')).length).toBeGreaterThan(0);
    expect((await ask('GET', `/api/reports/${kept.sessionId}`, admin.bearer)).status).toBe(200);
    expect(await find('treasured')).toMatchObject({ sessions: [{ sessionId: kept.sessionId }] });

    const [proof] = await relay.deps.auditStore.find({ what: 'data.erased' }, 1);
    expect(proof).toMatchObject({ byName: 'Ada Admin' });
    expect(JSON.parse(proof?.detail ?? '')).toEqual({ sessions: [sessionHash(seat.sessionId)], asked: 2, ...erased });
    expect(proof?.detail).not.toContain(seat.sessionId);
    expect(await verifyAudit(relay.deps.auditStore)).toMatchObject({ ok: true });
    expect(await erase(chosen)).toMatchObject({ erased: { facts: 0, reports: 0, deliveries: 0 } });
  }, 60_000);

  test('[U3] what goes on is left, and said to be', async () => {
    const waiting = await enter('Waiting');
    const seat = await accept(waiting);
    const another = await enter('Waiting');
    const found = await find('waiting name');
    expect(found.sessions).toMatchObject([{ sessionId: seat.sessionId, endedAt: null }]);
    expect(found.requests).toMatchObject([{ requestId: another.requestId, isWaiting: true }]);
    const chosen = { sessionIds: [seat.sessionId], requestIds: [another.requestId, waiting.requestId] };
    expect(await erase(chosen)).toEqual({
      erased: { facts: 0, reports: 0, recordings: 0, requests: 0, deliveries: 0 },
      left: { sessionIds: [seat.sessionId], requestIds: [another.requestId, waiting.requestId] },
    });
    expect(relay.relay.room.desk.waiting.get(another.requestId)?.name).toBe('Waiting name');
    await ask('POST', '/api/requests/mine/leave', another.requestToken, {});
    await ask('POST', '/api/leave', seat.participantToken, {});
  });

  test('[U3] a session is erased wholly, also when the desk’s facts have been forgotten before', async () => {
    const seat = await helped('Forgotten');
    await relay.relay.room.keep('now');
    await relay.deps.deskStore.pruneDesk(relay.deps.now() + 1, 1_000_000);
    expect(await relay.deps.heldStore.requestsOf([seat.sessionId])).toEqual([]);
    const places = await made.where('Forgotten');
    expect(places.length).toBeGreaterThan(0);
    const { erased } = await erase({ sessionIds: [seat.sessionId], requestIds: [] });
    expect(erased.deliveries).toBeGreaterThan(1);
    expect(await made.where('Forgotten')).toEqual([]);
  });

  test('[U6] all that is held of a session comes as one file', async () => {
    const seat = await helped('Exported');
    const body = { sessionIds: [seat.sessionId], requestIds: [] };
    const answer = await ask('POST', '/api/held/export', admin.bearer, body);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="beside-data.json"');
    const text = await answer.text();
    const data = JSON.parse(text) as Record<string, unknown[]>;
    const words = [
      'name',
      '-topic@example.org',
      '-url',
      ' title',
      ' said',
      'picture',
      ' whispered',
      ' noted',
      ' comment',
    ];
    for (const word of words) expect(text, word).toContain(`Exported${word === 'name' ? ' name' : word}`);
    expect(Object.keys(data)).toEqual([
      'site',
      'exportedAt',
      'deliveries',
      'requests',
      'reports',
      'facts',
      'recordings',
    ]);
    expect(data['requests']).toHaveLength(1);
    const [noted] = await relay.deps.auditStore.find({ what: 'data.exported' }, 1);
    expect(JSON.parse(noted?.detail ?? '')).toEqual({ sessions: [sessionHash(seat.sessionId)], asked: 1 });
  });

  test('[U3] an erasure that a relay left in the middle is gone on with by another', async () => {
    const seat = await helped('Halfway');
    const { requestsOf } = relay.deps.heldStore;
    const subject = { sessionIds: [seat.sessionId], requestIds: await requestsOf([seat.sessionId]) };
    const by = { id: 'ada', name: 'Ada Admin' };
    await relay.deps.erasureStore.put({ id: newId(), at: relay.deps.now(), by, subject }, relay.deps.now() + 60_000);
    await relay.deps.erasers[0]?.erase(subject);
    const erasure = createErasure(relay.deps, relay.relay.room, createAudit(relay.deps));
    await erasure.resume();
    expect(await made.where('Halfway')).not.toEqual([]);
    relay.advance(61_000);
    await Promise.all([erasure.resume(), erasure.resume()]);
    expect(await made.where('Halfway')).toEqual([]);
    expect(await relay.deps.erasureStore.pending(Number.MAX_SAFE_INTEGER)).toEqual([]);
  });

  test('[U6] only the admin and keys with the scope come to what is held', async () => {
    const status = async (token?: string) => (await ask('POST', '/api/held/find', token, { text: 'anybody' })).status;
    const key = async (scope: string) => {
      const made2 = await ask('POST', '/api/keys', admin.bearer, { name: scope, scopes: [scope] });
      return ((await made2.json()) as { secret: string }).secret;
    };
    expect([await status(), await status(host.bearer)]).toEqual([401, 403]);
    expect([await status(await key('read')), await status(await key('erasure'))]).toEqual([403, 200]);
    expect((await ask('POST', '/api/held/find', admin.bearer, { text: 'x' })).status).toBe(400);
    expect((await ask('POST', '/api/held/erase', admin.bearer, { sessionIds: [], requestIds: [] })).status).toBe(400);
  });
});
