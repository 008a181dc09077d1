import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiKeyMadeSchema, apiKeysSchema, type Scope, scopes } from '../../../shared/protocol/api-keys.ts';
import type { Requested } from '../../../shared/protocol/desk.ts';
import { hostsSchema } from '../../../shared/protocol/hosts.ts';
import { feedOf } from '../../support/feed.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';
import { call } from '../../support/relay-client.ts';

let relay: LocalRelay;
let admin: TestHost;
let host: TestHost;
beforeEach(async () => {
  relay = await startLocalRelay({
    limits: { apiKeyCallsPerMinute: 20, requestsPerMinute: 2, deskAliveMs: 50, feedCheckMs: 50 },
  });
  admin = await makeHost(relay.deps, { name: 'Ada Admin', admin: true });
  host = await makeHost(relay.deps, { name: 'Hana Host' });
});
afterEach(() => relay.end());

const ask = (method: string, path: string, token?: string, body?: unknown) =>
  call(relay.url, method, path, { ...(token && { token }), ...(body !== undefined && { body }) });
async function keyWith(...given: Scope[]) {
  const answer = await ask('POST', '/api/keys', admin.bearer, { name: 'CRM', scopes: given });
  expect(answer.status).toBe(201);
  return v.parse(apiKeyMadeSchema, await answer.json());
}
const hosts = async () => v.parse(hostsSchema, await (await ask('GET', '/api/hosts', admin.bearer)).json());
const keys = async () => v.parse(apiKeysSchema, await (await ask('GET', '/api/keys', admin.bearer)).json());

/** What each scope opens, and what no key opens. */
const routes: readonly [string, string, Scope | null][] = [
  ['GET', '/api/supervision/now', 'read'],
  ['GET', '/api/supervision/report', 'read'],
  ['GET', '/api/supervision/goal', 'read'],
  ['GET', '/api/hosts', 'hosts'],
  ['GET', '/api/inbound', 'inbound'],
  ['PUT', '/api/supervision/goal', null],
  ['PUT', '/api/hosts/someone', null],
  ['GET', '/api/privacy-policy', null],
  ['GET', '/api/keys', null],
  ['POST', '/api/keys', null],
  ['GET', '/api/audit', null],
  ['GET', '/api/webhooks', null],
  ['POST', '/api/webhooks', null],
  ['GET', '/api/sessions', null],
  ['POST', '/api/sessions', null],
  ['GET', '/api/desk', null],
  ['POST', '/api/tickets', null],
  ['GET', '/api/requests/mine', null],
];

test.each(scopes)('a key with the scope %s opens what belongs to it, and nothing else', async (scope) => {
  const { secret } = await keyWith(scope);
  for (const [method, path, needs] of routes) {
    const { status } = await ask(method, path, secret, method === 'GET' ? undefined : {});
    if (needs === scope) expect([method, path, status]).toEqual([method, path, 200]);
    else expect([method, path, [401, 403].includes(status)]).toEqual([method, path, true]);
  }
});

test('the secret is told once; after that only its hash is known', async () => {
  const { keyId, secret } = await keyWith('read', 'hosts');
  const [listed] = await keys();
  expect(listed).toMatchObject({ keyId, name: 'CRM', scopes: ['read', 'hosts'], madeBy: 'Ada Admin', usedAt: null });
  await ask('GET', '/api/hosts', secret);
  const kept = await relay.deps.keyStore.all();
  const audit = await (await ask('GET', '/api/audit', admin.bearer)).text();
  for (const text of [JSON.stringify(kept), JSON.stringify(listed), audit, relay.logged()]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(secret.slice('beside_'.length));
  }
  expect((await keys())[0]?.usedAt).toBeTypeOf('number');
});

test('one that is revoked opens nothing, from the next call on', async () => {
  const { keyId, secret } = await keyWith('hosts');
  expect((await ask('GET', '/api/hosts', secret)).status).toBe(200);
  expect((await ask('POST', `/api/keys/${keyId}/revoke`, admin.bearer, {})).status).toBe(200);
  expect((await ask('GET', '/api/hosts', secret)).status).toBe(401);
  expect((await ask('POST', `/api/keys/${keyId}/revoke`, admin.bearer, {})).status).toBe(404);
  expect((await ask('GET', '/api/hosts', `beside_${'x'.repeat(43)}`)).status).toBe(401);
  const codes = (await relay.deps.auditStore.find({}, 10)).map(({ what }) => what);
  expect(codes).toEqual(['api-key.revoked', 'api-key.made']);
});

test('a feed ends for a key that is revoked and for an admin who is none any more, and goes on for others', async () => {
  const { keyId, secret } = await keyWith('read');
  const other = await makeHost(relay.deps, { name: 'Bea Admin', admin: true });
  const follow = (bearer: string) => feedOf(`${relay.url}/api/supervision`, bearer);
  const [ofKey, ofOther, ofAdmin] = [follow(secret), follow(other.bearer), follow(admin.bearer)];
  const feeds = [ofKey, ofOther, ofAdmin];
  for (const feed of feeds) await feed.says((view) => 'queues' in view);
  expect((await ask('POST', `/api/keys/${keyId}/revoke`, admin.bearer, {})).status).toBe(200);
  await ofKey.ended();
  const { hostId } = (await hosts()).find(({ email }) => email === other.email) ?? {};
  expect((await ask('PUT', `/api/hosts/${hostId}`, admin.bearer, { isAdmin: false, isActive: true })).status).toBe(200);
  await ofOther.ended();
  await ask('PUT', '/api/inbound', admin.bearer, inboundOf(queueOf('shop')));
  await ofAdmin.says((view) => JSON.stringify(view).includes('shop'));
  for (const feed of feeds) feed.close();
});

test.each([
  { name: '', scopes: ['read'] },
  { name: 'x', scopes: [] },
  { name: 'x', scopes: ['all'] },
])('one without a name or a scope is not made (%#)', async (body) => {
  expect((await ask('POST', '/api/keys', admin.bearer, body)).status).toBe(400);
});

test('hosts make no keys', async () => {
  expect((await ask('POST', '/api/keys', host.bearer, { name: 'x', scopes: ['read'] })).status).toBe(403);
  expect((await ask('GET', '/api/keys', host.bearer)).status).toBe(403);
});

test('a key that asks too often waits, another does not', async () => {
  const [one, other] = [await keyWith('hosts'), await keyWith('hosts')];
  const statuses = [];
  for (let n = 0; n < 21; n += 1) statuses.push((await ask('GET', '/api/hosts', one.secret)).status);
  expect([statuses.slice(0, 20).every((status) => status === 200), statuses[20]]).toEqual([true, 429]);
  expect((await ask('GET', '/api/hosts', other.secret)).status).toBe(200);
  relay.advance(61_000);
  expect((await ask('GET', '/api/hosts', one.secret)).status).toBe(200);
});

test('a key adds hosts, but no admin, and no link to an account that is there', async () => {
  const { keyId, secret } = await keyWith('hosts');
  const add = (email: string, isAdmin: boolean) =>
    ask('POST', '/api/hosts', secret, { email, name: 'Nora New', isAdmin });
  expect((await add('nora@example.org', false)).status).toBe(201);
  expect((await add('eva@example.org', true)).status).toBe(403);
  expect((await add(admin.email.toUpperCase(), false)).status).toBe(403);
  expect((await relay.deps.auditStore.find({ what: 'host.added' }, 9)).map(({ by }) => by)).toEqual([keyId]);
});

test('a key asks for help in the name of many customers, and lets them leave', async () => {
  await ask('PUT', '/api/inbound', admin.bearer, inboundOf(queueOf('shop')));
  await relay.relay.room.refresh();
  const { secret } = await keyWith('requests');
  const body = { queueId: 'shop', name: 'Jan', answers: {}, hostId: null, from: null, language: 'en' };
  const asked: Requested[] = [];
  for (let n = 0; n < 5; n += 1) {
    const answer = await ask('POST', '/api/requests', secret, body);
    expect(answer.status).toBe(200);
    asked.push((await answer.json()) as Requested);
  }
  expect(relay.relay.room.desk.waiting.size).toBe(5);
  const [first] = asked;
  expect((await ask('POST', `/api/requests/${first?.requestId}/leave`, secret, {})).status).toBe(200);
  expect((await ask('POST', `/api/requests/${first?.requestId}/leave`, secret, {})).status).toBe(404);
  expect((await ask('POST', `/api/requests/${asked[1]?.requestId}/leave`, undefined, {})).status).toBe(401);
  expect((await ask('POST', '/api/requests/mine/leave', asked[1]?.requestToken, {})).status).toBe(200);
  expect(relay.relay.room.desk.waiting.size).toBe(3);
  // Without one, an address is counted as before.
  const without = [];
  for (let n = 0; n < 3; n += 1) without.push((await ask('POST', '/api/requests', undefined, body)).status);
  expect(without).toEqual([200, 200, 429]);
  const { secret: reads } = await keyWith('read');
  expect((await ask('POST', '/api/requests', reads, body)).status).toBe(403);
});
