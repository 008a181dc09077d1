import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../shared/protocol/new-id.ts';
import type { Requested } from '../../../shared/protocol/desk.ts';
import { periodsSchema } from '../../../shared/report/periods.ts';
import { supervisionSchema } from '../../../shared/report/supervision.ts';
import { feedOf, type Feed } from '../../support/feed.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';
import { call, startSession } from '../../support/relay-client.ts';
import { waitFor } from '../../support/wait-for.ts';

let relay: LocalRelay;
let admin: TestHost;
let host: TestHost;
let feeds: Feed[];
beforeEach(async () => {
  relay = await startLocalRelay({
    limits: { tendMs: 50, requestsPerMinute: 100, deskTellMs: 5, supervisionTellMs: 5 },
  });
  admin = await makeHost(relay.deps, { name: 'Ada Admin', admin: true });
  host = await makeHost(relay.deps, { name: 'Hana Host' });
  feeds = [];
});
afterEach(async () => {
  for (const feed of feeds) feed.close();
  await relay.end();
});

const ask = (method: string, path: string, token: string | undefined, body?: unknown) =>
  call(relay.url, method, path, { ...(token && { token }), ...(body !== undefined && { body }) });
function follow(path: string, bearer: string): Feed {
  const feed = feedOf(relay.url + path, bearer);
  feeds.push(feed);
  return feed;
}
async function enter(name: string): Promise<Requested> {
  const body = { queueId: 'shop', name, answers: {}, hostId: null, from: null, language: 'en' };
  return (await (await ask('POST', '/api/requests', undefined, body)).json()) as Requested;
}

test('the feed follows who waits, who serves and what became of it', async () => {
  await ask('PUT', '/api/inbound', admin.bearer, {
    ...inboundOf(queueOf('shop', { wrapUpMs: 60_000 }), queueOf('bills', { members: [] })),
    mode: 'single',
  });
  const feed = follow('/api/supervision?timeZone=Europe/Prague', admin.bearer);
  const seen = () => v.parse(supervisionSchema, feed.last());
  await feed.says((view) => (view['queues'] as unknown[]).length === 2);
  expect(seen()).toMatchObject({ isOn: true, goalMs: 60_000, hosts: [], sessions: [], today: { entered: 0 } });

  const first = await enter('Jan Novák');
  await enter('Eva Malá');
  await waitFor('two who wait', () => seen().queues[0]?.waiting === 2);
  expect(seen().queues[0]).toMatchObject({ queueId: 'shop', isOpen: true, offered: 0, today: { entered: 2 } });

  follow('/api/desk', host.bearer);
  await ask('PUT', '/api/desk/availability', host.bearer, { availability: 'available' });
  await waitFor('the offer', () => seen().queues[0]?.offered === 1);
  expect(seen().queues.map(({ hosts }) => hosts.available)).toEqual([1, 0]);
  const accepted = await ask('POST', `/api/desk/requests/${first.requestId}/accept`, host.bearer, {});
  const { sessionId } = (await accepted.json()) as { sessionId: string };
  await waitFor('the session', () => seen().sessions.length === 1);
  expect(seen()).toMatchObject({
    today: { entered: 2, accepted: 1, inGoal: 1, abandoned: 0 },
    queues: [{ waiting: 1, hosts: { available: 0, 'in-session': 1 } }, { waiting: 0 }],
    hosts: [{ name: 'Hana Host', state: 'in-session', sessions: 1, capacity: 1 }],
    sessions: [{ sessionId, host: 'Hana Host', customer: 'Jan Novák', queue: 'shop' }],
  });

  const entered = await ask('POST', `/api/sessions/${sessionId}/enter`, host.bearer, {});
  const { participantToken } = (await entered.json()) as { participantToken: string };
  await ask('POST', '/api/leave', participantToken, {});
  await waitFor('the wrap-up', () => seen().hosts[0]?.state === 'wrap-up');
  expect(seen()).toMatchObject({ sessions: [], today: { handled: 1 } });
  const shown: unknown = await (await ask('GET', '/api/supervision/now', admin.bearer)).json();
  expect(v.parse(supervisionSchema, shown).queues).toEqual(seen().queues);
  const report = v.parse(
    periodsSchema,
    await (await ask('GET', '/api/supervision/report?timeZone=Europe/Prague&queueId=shop', admin.bearer)).json(),
  );
  expect(report.hours.at(-1)).toMatchObject({ entered: 2, accepted: 1, handled: 1 });
  expect(report.days.at(-1)).toMatchObject({ entered: 2, accepted: 1, handled: 1 });
});

test('with another goal all is counted anew', async () => {
  await ask('PUT', '/api/inbound', admin.bearer, inboundOf(queueOf('shop')));
  await waitFor('the queue', async () => (await ask('GET', '/api/queues/shop', undefined)).ok);
  const { requestId } = await enter('Jan');
  relay.advance(30_000);
  follow('/api/desk', host.bearer);
  await ask('PUT', '/api/desk/availability', host.bearer, { availability: 'available' });
  await waitFor('the offer', () => relay.relay.room.desk.waiting.get(requestId)?.offer);
  await ask('POST', `/api/desk/requests/${requestId}/accept`, host.bearer, {});
  const now = async () =>
    v.parse(supervisionSchema, await (await ask('GET', '/api/supervision/now', admin.bearer)).json());
  expect((await now()).today).toMatchObject({ accepted: 1, inGoal: 1 });
  expect((await ask('PUT', '/api/supervision/goal', admin.bearer, { withinMs: 10_000 })).status).toBe(200);
  expect(await now()).toMatchObject({ goalMs: 10_000, today: { accepted: 1, inGoal: 0 } });
});

test('a session that began with its number is there, and so is whoever has come to it', async () => {
  follow('/api/desk', host.bearer);
  await ask('PUT', '/api/desk/availability', host.bearer, { availability: 'busy' });
  const now = async () =>
    v.parse(supervisionSchema, await (await ask('GET', '/api/supervision/now', admin.bearer)).json());
  const started = await startSession(relay.url, host.bearer);
  const { sessionId } = started;
  expect((await now()).sessions).toMatchObject([{ sessionId, host: 'Hana Host', customer: null, queue: null }]);
  const customer = newId();
  const at = { sessionId, at: relay.deps.now(), by: 'relay' as const };
  const person = { participantId: customer, name: 'Jan Novák', role: 'customer' as const };
  const { length } = await relay.deps.store.entries(sessionId, 0);
  await relay.deps.store.append({ ...at, after: length, facts: [{ type: 'participant.admitted', ...person }] });
  relay.advance(6_000);
  expect((await now()).sessions).toMatchObject([{ sessionId, customer: 'Jan Novák' }]);
});

test('only the admin looks, and only with a time zone that there is', async () => {
  const paths = ['', '/now', '/report', '/goal'];
  for (const path of paths) {
    expect((await ask('GET', `/api/supervision${path}`, host.bearer)).status).toBe(403);
    expect((await ask('GET', `/api/supervision${path}`, undefined)).status).toBe(401);
  }
  expect((await ask('GET', '/api/supervision/now?timeZone=Nowhere', admin.bearer)).status).toBe(400);
  expect((await ask('GET', '/api/supervision/report?queueId=%20', admin.bearer)).status).toBe(400);
  expect((await ask('PUT', '/api/supervision/goal', admin.bearer, { withinMs: 5 })).status).toBe(400);
});
