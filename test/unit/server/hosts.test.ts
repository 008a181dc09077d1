import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostAddedSchema, hostsSchema } from '../../../shared/protocol/hosts.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { call, connect, fetchTicket, startSession } from '../../support/relay-client.ts';

let relay: LocalRelay;
let admin: TestHost;
let host: TestHost;
beforeAll(async () => {
  relay = await startLocalRelay();
  admin = await makeHost(relay.deps, { name: 'Ada Admin', admin: true });
  host = await makeHost(relay.deps, { name: 'Hana Host' });
});
afterAll(() => relay.end());

const password = 'another long password';
const ask = (method: string, path = '', body?: unknown, token = admin.bearer) =>
  call(relay.url, method, `/api/hosts${path}`, { token, ...(body !== undefined && { body }) });
const hosts = async () => v.parse(hostsSchema, await (await ask('GET')).json());
const idOf = async (email: string) => (await hosts()).find((one) => one.email === email)?.hostId ?? '';
const signIn = (email: string, withPassword: string) =>
  call(relay.url, 'POST', '/api/auth/sign-in/email', { body: { email, password: withPassword } });

describe('hosts', () => {
  test('are listed, added and changed by an admin only', async () => {
    const added = { email: 'x@example.org', name: 'X', isAdmin: true };
    expect((await ask('GET', '', undefined, host.bearer)).status).toBe(403);
    expect((await ask('POST', '', added, host.bearer)).status).toBe(403);
    expect((await ask('PUT', '/x', { isAdmin: true, isActive: true }, host.bearer)).status).toBe(403);
    expect((await hosts()).map(({ name, isAdmin, isActive }) => [name, isAdmin, isActive])).toEqual([
      ['Ada Admin', true, true],
      ['Hana Host', false, true],
    ]);
  });

  test('one who is added sets a password by the link, once', async () => {
    const answer = await ask('POST', '', { email: 'Nora@example.org', name: 'Nora', isAdmin: false });
    expect(answer.status).toBe(201);
    const { link } = v.parse(hostAddedSchema, await answer.json());
    const body = { token: link?.split('#')[1], password };
    const set = () => call(relay.url, 'POST', '/api/set-password', { body });
    expect([(await set()).status, (await set()).status]).toEqual([200, 401]);
    expect((await signIn('nora@example.org', password)).status).toBe(200);
  });

  test.each([
    { email: 'no address', name: 'X', isAdmin: false },
    { email: 'y@example.org', name: '', isAdmin: false },
  ])('one without a name or an address is not added (%#)', async (body) => {
    expect((await ask('POST', '', body)).status).toBe(400);
  });

  test('one who may not sign in any more is out of their sessions at once', async () => {
    const path = `/${await idOf(host.email)}`;
    const started = await startSession(relay.url, host.bearer);
    const console = await connect(relay.url, started);
    expect((await ask('PUT', path, { isAdmin: false, isActive: false })).status).toBe(200);
    await console.closed;
    expect(console.facts()).toContain('participant.left');
    await expect(fetchTicket(relay.url, started.participantToken)).rejects.toThrow('401');
    expect((await ask('PUT', path, { isAdmin: false, isActive: true })).status).toBe(200);
    const { internalAdapter } = await relay.deps.auth.$context;
    host = { ...host, bearer: (await internalAdapter.createSession(await idOf(host.email))).token };
  });

  test('one who is made an admin is one at once, and is not any more when taken back', async () => {
    const path = `/${await idOf(host.email)}`;
    expect((await ask('PUT', path, { isAdmin: true, isActive: true })).status).toBe(200);
    expect((await ask('GET', '', undefined, host.bearer)).status).toBe(200);
    expect((await ask('PUT', path, { isAdmin: false, isActive: true })).status).toBe(200);
    expect((await ask('GET', '', undefined, host.bearer)).status).toBe(403);
  });

  test('one who is not active is signed out and cannot sign in until active again', async () => {
    const path = `/${await idOf(host.email)}`;
    await ask('PUT', path, { isAdmin: false, isActive: false });
    expect((await hosts()).find(({ email }) => email === host.email)?.isActive).toBe(false);
    expect((await call(relay.url, 'GET', '/api/sessions', { token: host.bearer })).status).toBe(401);
    expect((await signIn(host.email, host.password)).status).toBe(403);
    await ask('PUT', path, { isAdmin: false, isActive: true });
    expect((await signIn(host.email, host.password)).status).toBe(200);
  });

  test('an admin changes neither oneself nor one who does not exist', async () => {
    const change = { isAdmin: false, isActive: true };
    expect((await ask('PUT', `/${await idOf(admin.email)}`, change)).status).toBe(400);
    expect((await ask('PUT', '/nobody', change)).status).toBe(404);
  });

  test('what the sign-in library can do itself stays closed', async () => {
    for (const path of ['list-users', 'set-role', 'impersonate-user', 'create-user'])
      expect((await call(relay.url, 'POST', `/api/auth/admin/${path}`, { token: admin.bearer, body: {} })).status).toBe(
        404,
      );
  });
});
