import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Requested } from '../../../shared/protocol/desk.ts';
import type { Seat } from '../../../shared/protocol/rest.ts';
import { historySchema } from '../../../shared/report/history.ts';
import { feedOf } from '../../support/feed.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { startPostgres } from '../../support/postgres.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';
import { call } from '../../support/relay-client.ts';
import { waitFor } from '../../support/wait-for.ts';

const engines = {
  'node:sqlite': () => Promise.resolve({ env: {}, stop: () => Promise.resolve() }),
  Postgres: async () => {
    const postgres = await startPostgres();
    return { env: { BESIDE_DATABASE_URL: postgres.url }, stop: () => postgres.stop() };
  },
};

describe.each(Object.keys(engines) as (keyof typeof engines)[])('on %s', (engine) => {
  let relay: LocalRelay;
  let stop: () => Promise<void>;
  let admin: TestHost;
  let host: TestHost;
  let other: TestHost;
  let desk: ReturnType<typeof feedOf>;
  beforeAll(async () => {
    const made = await engines[engine]();
    ({ stop } = made);
    relay = await startLocalRelay({ env: made.env, limits: { tendMs: 50, requestsPerMinute: 100 } });
    admin = await makeHost(relay.deps, { name: 'Ada Admin', admin: true });
    host = await makeHost(relay.deps, { name: 'Hana Host' });
    other = await makeHost(relay.deps, { name: 'Otto Other' });
    await ask('PUT', '/api/inbound', admin.bearer, inboundOf(queueOf('shop', { name: 'The shop' })));
    desk = feedOf(`${relay.url}/api/desk`, host.bearer);
    await ask('PUT', '/api/desk/availability', host.bearer, { availability: 'available' });
    await waitFor('the queue', async () => (await ask('GET', '/api/queues/shop')).ok);
  }, 120_000);
  afterAll(async () => {
    desk.close();
    await relay.end();
    await stop();
  }, 60_000);

  const ask = (method: string, path: string, token?: string, body?: unknown) =>
    call(relay.url, method, path, { ...(token && { token }), ...(body !== undefined && { body }) });
  async function enter(): Promise<Requested> {
    const body = { queueId: 'shop', name: 'Jan', answers: {}, hostId: null, from: null, language: 'en' };
    return (await (await ask('POST', '/api/requests', undefined, body)).json()) as Requested;
  }
  async function history({ bearer }: TestHost, query = '') {
    const answer = await ask('GET', `/api/history?timeZone=Europe/Prague${query}`, bearer);
    expect(answer.status).toBe(200);
    return v.parse(historySchema, await answer.json());
  }

  test('[U7] requests, waits, sessions, ratings and who gave up are counted by day, queue and host', async () => {
    const first = await enter();
    await waitFor('the offer', () => relay.relay.room.desk.waiting.get(first.requestId)?.offer);
    relay.advance(20_000);
    const accepted = await ask('POST', `/api/desk/requests/${first.requestId}/accept`, host.bearer, {});
    const { sessionId } = (await accepted.json()) as { sessionId: string };
    const seat = (await (await ask('POST', `/api/sessions/${sessionId}/enter`, host.bearer, {})).json()) as Seat;
    const gaveUp = await enter();
    await ask('POST', '/api/requests/mine/leave', gaveUp.requestToken, {});
    relay.advance(60_000);
    await ask('POST', '/api/leave', seat.participantToken, {});
    await waitFor('the report', () => relay.deps.reportStore.one(sessionId));
    await ask('POST', '/api/rating', seat.participantToken, { stars: 4, reasons: [] });
    await ask('POST', '/api/survey', first.requestToken, { stars: 5, comment: '' });

    const all = await history(admin);
    expect(all.total).toMatchObject({
      ...{ accepted: 1, abandoned: 1, sessions: 1, transfers: 0 },
      ...{ rated: 1, ratingStars: 4, surveyed: 1, surveyStars: 5 },
    });
    expect(all.total.waitedMs).toBeGreaterThanOrEqual(20_000);
    expect(all.total.handlingMs).toBeGreaterThanOrEqual(60_000);
    expect(all.days).toHaveLength(30);
    expect(all.queues).toMatchObject([{ queue: 'The shop', accepted: 1, abandoned: 1, sessions: 1 }]);
    expect(all.hosts).toMatchObject([
      { hostId: null, abandoned: 1, sessions: 0 },
      { name: 'Hana Host', accepted: 1, sessions: 1, abandoned: 0 },
    ]);
    expect((await history(admin, '&queue=nothing')).total).toMatchObject({ accepted: 0, sessions: 0 });
    expect((await history(host)).hosts).toMatchObject([{ name: 'Hana Host', sessions: 1 }]);
    // Of others a host is told nothing, whoever is asked for.
    const { hostId } = all.hosts[1] ?? {};
    expect(await history(other, `&hostId=${hostId}`)).toMatchObject({ total: { sessions: 0, accepted: 0 }, hosts: [] });
    expect((await ask('GET', '/api/history?from=2020-01-01', admin.bearer)).status).toBe(400);
    expect((await ask('GET', '/api/history')).status).toBe(401);
    const csv = await ask('GET', '/api/history?format=csv', admin.bearer);
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="beside-figures.csv"');
    expect(await csv.text()).toContain('"The shop","Hana Host"');
  });
});
