import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inboundOf, queueOf } from '../../support/queues.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { call } from '../../support/relay-client.ts';

let relay: LocalRelay;
let admin: TestHost;
let host: TestHost;
beforeAll(async () => {
  relay = await startLocalRelay();
  [admin, host] = [await makeHost(relay.deps, { admin: true }), await makeHost(relay.deps)];
});
afterAll(() => relay.end());

const get = (token: string) => call(relay.url, 'GET', '/api/inbound', { token });
const put = (body: unknown, token = admin.bearer) => call(relay.url, 'PUT', '/api/inbound', { token, body });
const one = inboundOf(queueOf('help', { description: 'Everything' }));

describe('the inbound configuration', () => {
  test('is off and empty until an admin sets it', async () => {
    expect(await (await get(admin.bearer)).json()).toMatchObject({ isOn: false, queues: [], hosts: [] });
    expect((await get(host.bearer)).status).toBe(403);
    expect((await put(one, host.bearer)).status).toBe(403);
    expect(await (await put(one)).json()).toEqual(one);
    expect(await (await get(admin.bearer)).json()).toEqual(one);
  });

  test.each([
    'off',
    { ...one, capacity: 0 },
    inboundOf(queueOf('help'), queueOf('help')),
    inboundOf(queueOf('help', { members: [{ hostId: 'nobody', priority: 0 }] })),
    inboundOf(queueOf('help', { escalation: { afterMs: 60_000, queueId: 'nowhere' } })),
  ])('that is none, or does not fit together, changes nothing (%#)', async (body) => {
    expect((await put(body)).status).toBe(400);
    expect(await (await get(admin.bearer)).json()).toEqual(one);
  });

  test('may be as large as a hundred queues need, and no larger', async () => {
    const queues = (count: number, chars: number) =>
      Array.from({ length: count }, (_, at) => queueOf(`queue-${at}`, { description: 'x'.repeat(chars) }));
    expect((await put(inboundOf(...queues(100, 500)))).status).toBe(200);
    expect((await put(inboundOf(...queues(100, 6_000)))).status).toBe(400);
    expect((await put(one)).status).toBe(200);
  });
});
