import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addHost } from '../../../server/auth/add-host.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost } from '../../support/make-host.ts';
import { call, extensionOrigin, startSession } from '../../support/relay-client.ts';

let relay: LocalRelay;
let url: string;

beforeAll(async () => {
  relay = await startLocalRelay({ limits: { signInTriesPerMinute: 1_000 } });
  url = relay.url;
});
afterAll(() => relay.end());

const signIn = (email: string, password: string, headers: Record<string, string> = { origin: url }) =>
  call(url, 'POST', '/api/auth/sign-in/email', { body: { email, password }, headers });

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

async function read<S extends v.GenericSchema>(schema: S, response: Response): Promise<v.InferOutput<S>> {
  expect(response.status).toBe(200);
  return v.parse(schema, await response.json());
}

describe('sign-in with a password', () => {
  test('gives a cookie that pages read the current user with, and that script cannot read', async () => {
    const { email, password } = await makeHost(relay.deps, { name: 'Anna', admin: true });
    const signed = await signIn(email, password);
    expect(signed.status).toBe(200);
    expect(signed.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Strict/);
    const session = await call(url, 'GET', '/api/auth/get-session', { headers: { cookie: cookieOf(signed) } });
    const schema = v.object({ user: v.object({ name: v.string(), email: v.string(), role: v.string() }) });
    expect((await read(schema, session)).user).toEqual({ name: 'Anna', email, role: 'admin' });
  });

  test('gives an extension a bearer token, with which it starts sessions', async () => {
    const { email, password } = await makeHost(relay.deps);
    const signed = await signIn(email, password, { origin: extensionOrigin });
    const bearer = signed.headers.get('set-auth-token') ?? '';
    expect((await startSession(url, bearer)).sessionNumber).toMatch(/^\d{9}$/);
    const out = await call(url, 'POST', '/api/auth/sign-out', { token: bearer, body: {} });
    expect(out.status).toBe(200);
    expect((await call(url, 'POST', '/api/sessions', { token: bearer })).status).toBe(401);
  });

  test('with a cookie alone opens no route of the interface', async () => {
    const { email, password } = await makeHost(relay.deps);
    const cookie = cookieOf(await signIn(email, password));
    expect((await call(url, 'POST', '/api/sessions', { headers: { cookie, origin: url } })).status).toBe(401);
  });

  test('is refused alike for a wrong password and for somebody unknown', async () => {
    const { email } = await makeHost(relay.deps);
    const wrong = await signIn(email, 'not the right one');
    const unknown = await signIn('nobody@example.org', 'not the right one');
    expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(wrong.status).toBe(401);
  });

  test('from a page of another site is refused', async () => {
    const { email, password } = await makeHost(relay.deps);
    expect((await signIn(email, password, { origin: 'https://evil.example' })).status).toBe(403);
  });

  test('is limited by address, and a header cannot change the address', async () => {
    const strict = await startLocalRelay();
    const statuses = [];
    for (let n = 0; n < 11; n += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${n}` };
      const body = { email: 'nobody@example.org', password: 'not the right one' };
      statuses.push((await call(strict.url, 'POST', '/api/auth/sign-in/email', { body, headers })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    await strict.end();
  });
});

describe('the extension signs in through the relay’s own page', () => {
  const tokenSchema = v.object({ token: v.string() });

  test('by a one-time token, which works once', async () => {
    const { email, password } = await makeHost(relay.deps);
    const cookie = cookieOf(await signIn(email, password));
    const made = await call(url, 'GET', '/api/auth/one-time-token/generate', { headers: { cookie, origin: url } });
    const { token } = await read(tokenSchema, made);
    const verify = () =>
      call(url, 'POST', '/api/auth/one-time-token/verify', { body: { token }, headers: { origin: extensionOrigin } });
    const verified = await verify();
    expect(verified.headers.get('access-control-allow-origin')).toBe(extensionOrigin);
    const bearer = verified.headers.get('set-auth-token') ?? '';
    expect((await startSession(url, bearer)).sessionId).toBeDefined();
    expect((await verify()).status).toBe(400);
  });

  test('by a device code that the host confirms', async () => {
    const { email, password } = await makeHost(relay.deps);
    const cookie = cookieOf(await signIn(email, password));
    const codeSchema = v.object({ device_code: v.string(), user_code: v.string(), verification_uri: v.string() });
    const body = { client_id: 'beside-extension' };
    const ask = async () => read(codeSchema, await call(url, 'POST', '/api/auth/device/code', { body }));
    const poll = ({ device_code }: { device_code: string }) => {
      const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
      return call(url, 'POST', '/api/auth/device/token', { body: { ...body, grant_type, device_code } });
    };
    const [code, unconfirmed] = [await ask(), await ask()];
    expect(code.verification_uri).toBe(`${url}/device`);
    const headers = { cookie, origin: url };
    await call(url, 'GET', `/api/auth/device?user_code=${code.user_code}`, { headers });
    const approval = { body: { userCode: code.user_code }, headers };
    expect((await call(url, 'POST', '/api/auth/device/approve', approval)).status).toBe(200);
    const { access_token } = await read(v.object({ access_token: v.string() }), await poll(code));
    expect((await startSession(url, access_token)).sessionId).toBeDefined();
    expect((await poll(code)).status).toBe(400);
    expect((await poll(unconfirmed)).status).toBe(400);
  });

  test('and no other client may ask for a device code', async () => {
    const answer = await call(url, 'POST', '/api/auth/device/code', { body: { client_id: 'somebody' } });
    expect(answer.status).toBe(400);
  });
});

describe('a host’s first password', () => {
  const set = (token: string, password: string) =>
    call(url, 'POST', '/api/set-password', { body: { token, password } });
  const add = (email: string) => addHost(relay.deps, { email, name: 'Anna', admin: false });
  const tokenOf = (link: string) => link.split('#')[1] ?? '';

  test('is set once by the link, whose secret is in the fragment', async () => {
    const { link } = await add('first@example.org');
    expect(link).toMatch(new RegExp(`^${url}/set-password#[\\w-]{43}$`));
    expect((await set(tokenOf(link), 'a good long password')).status).toBe(200);
    expect((await signIn('first@example.org', 'a good long password')).status).toBe(200);
    expect((await set(tokenOf(link), 'another long password')).status).toBe(401);
    expect((await signIn('first@example.org', 'another long password')).status).toBe(401);
  });

  test('that is too short leaves the link good', async () => {
    const { link } = await add('short@example.org');
    expect((await set(tokenOf(link), 'eleven char')).status).toBe(400);
    expect((await set(tokenOf(link), 'twelve chars')).status).toBe(200);
  });

  test('cannot be set a day later', async () => {
    const { link } = await add('late@example.org');
    relay.advance(24 * 60 * 60_000);
    expect((await set(tokenOf(link), 'a good long password')).status).toBe(401);
  });

  test('is replaced by a new link, which ends all sign-ins', async () => {
    const { email, bearer } = await makeHost(relay.deps);
    const older = await add(email);
    const newer = await add(email.toUpperCase());
    expect(newer.userId).toBe(older.userId);
    expect((await set(tokenOf(older.link), 'a good long password')).status).toBe(401);
    expect((await set(tokenOf(newer.link), 'a second long password')).status).toBe(200);
    expect((await signIn(email, 'a second long password')).status).toBe(200);
    expect((await call(url, 'POST', '/api/sessions', { token: bearer })).status).toBe(401);
  });
});

test('no route makes a host, let alone an admin', async () => {
  const fresh = await startLocalRelay();
  const body = { email: 'me@example.org', name: 'Me', password: 'a good long password', role: 'admin' };
  const paths = [
    'sign-up/email',
    'sign-up',
    'admin/create-user',
    'admin/set-role',
    'update-user',
    'create-user',
    'reset-password',
  ];
  for (const path of paths) {
    expect([path, (await call(fresh.url, 'POST', `/api/auth/${path}`, { body })).status]).toEqual([path, 404]);
  }
  const { auth } = fresh.deps;
  await expect(auth.api.signUpEmail({ body })).rejects.toThrow();
  const { internalAdapter } = await auth.$context;
  expect(await internalAdapter.findUserByEmail(body.email)).toBeNull();
  await fresh.end();
});
