import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isSigned } from '../../../server/webhooks/sign.ts';
import type { Requested } from '../../../shared/protocol/desk.ts';
import {
  deliveriesSchema,
  webhookAddedSchema,
  webhookEvents,
  type WebhookEvent,
  webhooksSchema,
} from '../../../shared/protocol/webhooks.ts';
import { feedOf } from '../../support/feed.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { startPostgres } from '../../support/postgres.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';
import { call } from '../../support/relay-client.ts';
import { waitFor } from '../../support/wait-for.ts';
import { type Receiver, startReceiver } from '../../support/webhook-receiver.ts';

const limits = {
  tendMs: 50,
  sweepMs: 200,
  requestsPerMinute: 1_000,
  webhookTendMs: 50,
  webhookFirstRetryMs: 20,
  webhookLastRetryMs: 200,
};
let relay: LocalRelay;
let admin: TestHost;
let receivers: Receiver[];
const open = async (env: Record<string, string> = { BESIDE_WEBHOOK_PRIVATE: 'on' }) => {
  relay = await startLocalRelay({ limits, env });
  admin = await makeHost(relay.deps, { name: 'Ada Admin', admin: true });
};
beforeEach(() => void (receivers = []));
afterEach(async () => {
  await relay.end();
  for (const receiver of receivers) await receiver.stop();
});

async function receiver(...given: Parameters<typeof startReceiver>): Promise<Receiver> {
  const made = await startReceiver(...given);
  receivers.push(made);
  return made;
}
const ask = (method: string, path: string, body?: unknown, at = relay.url) =>
  call(at, method, path, { token: admin.bearer, ...(body !== undefined && { body }) });
async function hook(url: string, events: readonly WebhookEvent[] = webhookEvents) {
  const answer = await ask('POST', '/api/webhooks', { url, events, isOn: true });
  expect(answer.status).toBe(201);
  return v.parse(webhookAddedSchema, await answer.json());
}
async function openShop(): Promise<void> {
  await ask('PUT', '/api/inbound', { ...inboundOf(queueOf('shop')), capacity: 20 });
  await waitFor('the queue', async () => (await fetch(`${relay.url}/api/queues/shop`)).ok);
}
async function enter(at = relay.url): Promise<Requested> {
  const body = { queueId: 'shop', name: 'Jan', answers: {}, hostId: null, from: null, language: 'en' };
  const { secret } = await key();
  const answer = await call(at, 'POST', '/api/requests', { body, token: secret });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Requested;
}
let made: { relay: LocalRelay; secret: string } | null = null;
/** So that all may come from one address. */
async function key(): Promise<{ secret: string }> {
  if (made?.relay !== relay) {
    const answer = await ask('POST', '/api/keys', { name: 'test', scopes: ['requests'] });
    made = { relay, secret: ((await answer.json()) as { secret: string }).secret };
  }
  return made;
}
const deliveries = async () => v.parse(deliveriesSchema, await (await ask('GET', '/api/webhooks/deliveries')).json());

test('a request from entering to the end of its session is told in order, signed', async () => {
  await open();
  await openShop();
  const { url, received } = await receiver();
  const { secret } = await hook(url);
  const host = await makeHost(relay.deps, { name: 'Hana Host' });
  const desk = feedOf(`${relay.url}/api/desk`, host.bearer);
  const asHost = (method: string, path: string, body: unknown) =>
    call(relay.url, method, path, { token: host.bearer, body });
  await asHost('PUT', '/api/desk/availability', { availability: 'available' });
  const { requestId } = await enter();
  await waitFor('the offer', () => relay.relay.room.desk.waiting.get(requestId)?.offer);
  const accepted = await asHost('POST', `/api/desk/requests/${requestId}/accept`, {});
  const { sessionId } = (await accepted.json()) as { sessionId: string };
  const entered = await asHost('POST', `/api/sessions/${sessionId}/enter`, {});
  const { participantToken } = (await entered.json()) as { participantToken: string };
  await call(relay.url, 'POST', '/api/leave', { token: participantToken, body: {} });
  await waitFor('the end', () => received.some(({ event }) => event === 'session.ended'));
  desk.close();
  const ofRequest = received.filter(({ event }) => event !== 'host.changed');
  expect(ofRequest.map(({ event, data }) => [event, data['requestId']])).toEqual([
    ['request.entered', requestId],
    ['request.accepted', requestId],
    ['session.ended', requestId],
  ]);
  expect(ofRequest[0]?.data).toMatchObject({ queueId: 'shop', name: 'Jan', sessionId: null });
  expect(ofRequest[1]?.data).toMatchObject({ sessionId });
  expect(received.some(({ event, data }) => event === 'host.changed' && data['name'] === 'Hana Host')).toBe(true);
  for (const { signature, text } of received) expect(isSigned(secret, signature, text)).toBe(true);
  // Nothing of where anybody is.
  for (const { text } of received) expect(text).not.toContain('source');
});

test('after a 500 the same word comes again, with its id, and what follows on it waits', async () => {
  await open();
  await openShop();
  let failing = 3;
  const { url, received } = await receiver(({ event }) => (event === 'request.entered' && failing-- > 0 ? 500 : 200));
  await hook(url, ['request.entered', 'request.left']);
  const { requestId, requestToken } = await enter();
  await call(relay.url, 'POST', '/api/requests/mine/leave', { token: requestToken, body: {} });
  await waitFor('the last word', () => received.some(({ event }) => event === 'request.left'));
  const words = received.filter(({ data }) => data['requestId'] === requestId);
  expect(words.map(({ event }) => event)).toEqual([...Array<string>(4).fill('request.entered'), 'request.left']);
  expect(new Set(words.slice(0, 4).map(({ id }) => id)).size).toBe(1);
  const times = words.map(({ cameAt }) => cameAt);
  expect((times[3] ?? 0) - (times[2] ?? 0)).toBeGreaterThan((times[1] ?? 0) - (times[0] ?? 0));
  await waitFor('the log', async () => (await deliveries()).every(({ state }) => state === 'sent'));
  expect((await deliveries()).map(({ event, tries, status }) => [event, tries, status])).toEqual([
    ['request.left', 1, 200],
    ['request.entered', 4, 200],
  ]);
});

test('one that never works is given up, does not hold up others, and is sent again by hand', async () => {
  await open();
  await openShop();
  let isDown = true;
  const down = await receiver(() => (isDown ? 302 : 200));
  const well = await receiver();
  await hook(down.url, ['request.entered']);
  await hook(well.url, ['request.entered']);
  await enter();
  await waitFor('the other', () => well.received.length === 1);
  await waitFor('the end of it', async () => (await deliveries()).find(({ state }) => state === 'failed'));
  const failed = (await deliveries()).find(({ state }) => state === 'failed');
  expect(failed).toMatchObject({ tries: 10, status: 302, problem: 'status' });
  expect(down.received).toHaveLength(10);
  isDown = false;
  expect((await ask('POST', `/api/webhooks/deliveries/${failed?.deliveryId}/again`, {})).status).toBe(200);
  await waitFor('it to be sent', async () => (await deliveries()).every(({ state }) => state === 'sent'));
  expect(new Set(down.received.map(({ id }) => id)).size).toBe(1);
  expect((await ask('POST', '/api/webhooks/deliveries/none/again', {})).status).toBe(404);
});

test('they are set and removed by the admin; a private address needs the leave of whoever runs the relay', async () => {
  await open({});
  const { url } = await receiver();
  const body = { url, events: ['request.left'], isOn: true };
  const refused = await ask('POST', '/api/webhooks', body);
  expect([refused.status, await refused.json()]).toEqual([400, { error: 'webhook.address' }]);
  expect((await ask('POST', '/api/webhooks', { ...body, events: [] })).status).toBe(400);
  const { webhookId, secret } = await hook('https://crm.example/hook?key=very-secret', ['request.left']);
  const listed = async () => v.parse(webhooksSchema, await (await ask('GET', '/api/webhooks')).json());
  expect(await listed()).toMatchObject([{ webhookId, events: ['request.left'], isOn: true }]);
  expect(JSON.stringify(await listed())).not.toContain(secret);
  const changed = { url: 'https://crm.example/other', events: ['host.changed'], isOn: false };
  expect((await ask('PUT', `/api/webhooks/${webhookId}`, changed)).status).toBe(200);
  expect((await ask('PUT', '/api/webhooks/none', changed)).status).toBe(404);
  expect(await listed()).toMatchObject([changed]);
  expect((await ask('POST', `/api/webhooks/${webhookId}/remove`, {})).status).toBe(200);
  expect(await listed()).toEqual([]);
  const audit = await (await ask('GET', '/api/audit')).text();
  expect(audit).toContain('crm.example');
  for (const text of [audit, relay.logged()]) {
    expect(text).not.toContain('very-secret');
    expect(text).not.toContain(secret);
  }
  const host = await makeHost(relay.deps);
  expect((await call(relay.url, 'GET', '/api/webhooks', { token: host.bearer })).status).toBe(403);
});

describe('two relays on one Postgres', () => {
  test('send each word once, in the order of its request', async () => {
    const postgres = await startPostgres();
    const env = { BESIDE_DATABASE_URL: postgres.url, BESIDE_WEBHOOK_PRIVATE: 'on', BESIDE_SECRET: 'x'.repeat(40) };
    await open(env);
    const second = await startLocalRelay({ limits, env });
    try {
      await openShop();
      await waitFor('the queue at the other', async () => {
        await second.relay.room.refresh();
        return (await fetch(`${second.url}/api/queues/shop`)).ok;
      });
      const { url, received } = await receiver();
      await hook(url, ['request.entered', 'request.left']);
      const both = [relay.url, second.url];
      const asked = await Promise.all(Array.from({ length: 12 }, (_, n) => enter(both[n % 2])));
      await Promise.all(
        asked.map(({ requestToken }, n) =>
          call(both[n % 2] ?? '', 'POST', '/api/requests/mine/leave', { token: requestToken, body: {} }),
        ),
      );
      await waitFor('all words', () => received.length >= 24, 40_000);
      await waitFor('the log', async () => (await deliveries()).every(({ state }) => state === 'sent'));
      expect(received).toHaveLength(24);
      expect(new Set(received.map(({ id }) => id)).size).toBe(24);
      for (const { requestId } of asked) {
        const words = received.filter(({ data }) => data['requestId'] === requestId).map(({ event }) => event);
        expect(words).toEqual(['request.entered', 'request.left']);
      }
    } finally {
      await second.end();
      await relay.end();
      await postgres.stop();
      await open({});
    }
  }, 120_000);
});
