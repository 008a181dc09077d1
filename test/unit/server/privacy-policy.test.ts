import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  defaultPrivacyPolicy,
  type PrivacyPolicy,
  privacyPolicySchema,
} from '../../../shared/protocol/privacy-policy.ts';
import type { RelayMessage } from '../../../shared/protocol/relay.ts';
import * as v from 'valibot';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { beginSession, call, connect, joinSession, startSession } from '../../support/relay-client.ts';

let relay: LocalRelay;
let admin: TestHost;
let host: TestHost;
beforeAll(async () => {
  relay = await startLocalRelay();
  [admin, host] = [await makeHost(relay.deps, { admin: true }), await makeHost(relay.deps)];
});
afterAll(() => relay.end());

const path = '/api/privacy-policy';
const get = (token: string) => call(relay.url, 'GET', path, { token });
const put = (body: unknown, token = admin.bearer) => call(relay.url, 'PUT', path, { token, body });
const strict: PrivacyPolicy = { ...defaultPrivacyPolicy, level: 'strict', pausePages: ['*/salary'] };
const decided = (message: RelayMessage) => message.type === 'privacy.decided' && message.policy.level;

describe('the privacy policy', () => {
  test('is read and set by an admin only, and kept as it was set', async () => {
    expect(await (await get(admin.bearer)).json()).toEqual(defaultPrivacyPolicy);
    expect((await get(host.bearer)).status).toBe(403);
    expect((await put(strict, host.bearer)).status).toBe(403);
    expect(v.parse(privacyPolicySchema, await (await put(strict)).json())).toEqual(strict);
    expect(await (await get(admin.bearer)).json()).toEqual(strict);
    await put(defaultPrivacyPolicy);
  });

  test.each([
    { ...strict, level: 'none' },
    { ...strict, showPasswords: true },
    { ...strict, pausePages: Array.from({ length: 201 }, () => '*') },
    { ...strict, blockedOrigins: ['javascript:alert(1)'] },
    {
      ...strict,
      rules: Array.from({ length: 200 }, () => ({ selector: 'x'.repeat(500), urlGlob: 'y'.repeat(500), do: 'mask' })),
    },
    'strict',
  ])('that is none, or too big, changes nothing (%#)', async (body) => {
    expect((await put(body)).status).toBe(400);
    expect(await (await get(admin.bearer)).json()).toEqual(defaultPrivacyPolicy);
  });

  test('comes to each participant, and anew when it is set, on every instance', async () => {
    const other = await relay.another();
    const { started, customer } = await beginSession(relay.url, host.bearer);
    const beside = await connect(other.url, started);
    for (const client of [customer, beside]) await client.until((message) => decided(message) === 'assist');
    await put(strict);
    for (const client of [customer, beside]) await client.until((message) => decided(message) === 'strict');
    await put(defaultPrivacyPolicy);
    await Promise.all([customer.close(), beside.close()]);
  });

  test('is not told to one who waits to be let in', async () => {
    const started = await startSession(relay.url, host.bearer);
    const lead = await connect(relay.url, started);
    const seat = await joinSession(relay.url, started.sessionNumber);
    const customer = await connect(relay.url, seat);
    await customer.until((message) => message.type === 'lobby.changed');
    await put(strict);
    await lead.until((message) => decided(message) === 'strict');
    expect(customer.messages.some((message) => decided(message))).toBe(false);
    await lead.act({ type: 'participant.admit', participantId: seat.participantId });
    await customer.until((message) => decided(message) === 'strict');
    await put(defaultPrivacyPolicy);
    await Promise.all([customer.close(), lead.close()]);
  });

  test('that cannot be read any more hides all rather than less', async () => {
    await relay.deps.store.putSetting('privacy-policy', '{"level":"open","of":"a later version"}', 1);
    expect(await (await get(admin.bearer)).json()).toEqual({ ...defaultPrivacyPolicy, level: 'strict' });
    await put(defaultPrivacyPolicy);
  });
});
