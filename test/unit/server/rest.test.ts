import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { plainLook } from '../../../shared/protocol/branding.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import { ownSessionsSchema, restErrorSchema, seatSchema, siteSchema } from '../../../shared/protocol/rest.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import {
  beginSession,
  call,
  extensionOrigin,
  freshNumber,
  joinSession,
  startSession,
} from '../../support/relay-client.ts';

let relay: LocalRelay;
let url: string;
let host: TestHost;

beforeAll(async () => {
  relay = await startLocalRelay();
  url = relay.url;
  host = await makeHost(relay.deps);
});
afterAll(() => relay.end());

async function errorOf(response: Response | Promise<Response>) {
  const { status, text } = await bodyOf(await response);
  return [status, v.parse(restErrorSchema, JSON.parse(text)).error];
}

async function bodyOf(response: Response) {
  return { status: response.status, text: await response.text() };
}

/** Whoever adds a route decides here, too, that it is open. */
const openRoutes = new Set([
  'GET /api/site',
  'GET /api/openapi.json',
  'POST /api/join',
  'GET /api/queues',
  'GET /api/queues/:queueId',
  'POST /api/requests',
  'POST /api/set-password',
  'POST /api/playback-links/open',
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'GET /socket/control',
  'GET /socket/bulk',
  'POST /api/auth/sign-in/email',
  'POST /api/auth/sign-out',
  'GET /api/auth/get-session',
  'POST /api/auth/one-time-token/verify',
  'POST /api/auth/device/code',
  'POST /api/auth/device/token',
  'GET /api/auth/device',
]);
const page =
  /^GET \/($|join$|admin$|api-docs$|admin\/privacy$|help|embed|sign-in$|set-password$|device$|player$|downloads|recordings|reports|assets\/|shop)/;

describe('routes', () => {
  test('every route that is not declared open wants a token', async () => {
    const routes = new Set(
      relay.relay.app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
    );
    const closed = [...routes].filter((route) => !openRoutes.has(route) && !page.test(route));
    expect(closed.length).toBeGreaterThanOrEqual(8);
    for (const route of closed) {
      const [method = '', path = ''] = route.split(' ');
      const real = path.replace(':sessionId', newId());
      for (const token of [undefined, newId() + newId(), 'a.b']) {
        const body = path.startsWith('/api/auth/device') ? { body: { userCode: 'ABCDEFGH' } } : {};
        const { status } = await call(url, method, real, { ...body, ...(token === undefined ? {} : { token }) });
        expect([route, status]).toEqual([route, 401]);
      }
    }
  });

  test.each([
    '/api/sessions/',
    '/api//sessions',
    '/API/sessions',
    '/api/%73essions/x',
    '/api/nothing',
    '/nothing',
    '/api/auth/sign-up',
  ])('%s is nothing, not a way around', async (path) => {
    expect([401, 404]).toContain((await call(url, 'POST', path)).status);
    expect((await call(url, 'PUT', path)).status).toBe(404);
  });

  test('what does not exist is said so in JSON', async () => {
    expect(await errorOf(call(url, 'GET', '/api/nothing'))).toEqual([404, 'not-found']);
  });

  test('anybody may know the site’s name', async () => {
    const { text } = await bodyOf(await call(url, 'GET', '/api/site'));
    expect(v.parse(siteSchema, JSON.parse(text))).toEqual({
      name: 'Beside',
      look: plainLook,
      protocol: 1,
      peerToPeer: true,
      mail: false,
      stores: { chrome: null, firefox: null },
    });
  });

  test('an extension may call from its own origin, without cookies', async () => {
    const headers = { origin: extensionOrigin, 'access-control-request-method': 'POST' };
    const preflight = await call(url, 'OPTIONS', '/api/sessions', { headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(extensionOrigin);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await call(url, 'GET', '/api/site', { headers: { origin: extensionOrigin } });
    expect(answer.headers.get('access-control-expose-headers')).toContain('set-auth-token');
  });

  test('a page of another site may call nothing', async () => {
    const headers = { origin: 'https://evil.example' };
    const { status, headers: given } = await call(url, 'POST', '/api/join', { headers, body: {} });
    expect(status).toBe(403);
    expect(given.get('access-control-allow-origin')).toBeNull();
  });

  test('a body over 16 KiB, or one that is no JSON, is refused', async () => {
    const body = { sessionNumber: '123456789', name: 'x'.repeat(17_000) };
    expect(await errorOf(call(url, 'POST', '/api/join', { body }))).toEqual([400, 'body.invalid']);
    const broken = fetch(`${url}/api/join`, { method: 'POST', body: '{' });
    expect(await errorOf(broken)).toEqual([400, 'body.invalid']);
  });

  test.each([
    { sessionNumber: '12345678', name: 'Karel' },
    { sessionNumber: '１２３456789', name: 'Karel' },
    { sessionNumber: '123456789', name: '' },
    { sessionNumber: '123456789', name: 'a\u202eb' },
    { sessionNumber: '123456789', name: 'a\r\nb' },
    { sessionNumber: '123456789', name: 'a\u001b[31m' },
    { sessionNumber: '123456789', name: 'Karel', role: 'lead' },
    JSON.parse('{"sessionNumber":"123456789","name":"K","__proto__":{"x":1}}') as unknown,
  ])('the join body %j is refused', async (body) => {
    expect(await errorOf(call(url, 'POST', '/api/join', { body }))).toEqual([400, 'body.invalid']);
  });

  test('figures and readiness are there for whoever runs the relay', async () => {
    expect((await call(url, 'GET', '/healthz')).status).toBe(200);
    expect((await call(url, 'GET', '/readyz')).status).toBe(200);
    const { text } = await bodyOf(await call(url, 'GET', '/metrics'));
    expect(text).toContain('beside_joins_total');
  });
});

describe('a host', () => {
  test('starts a session and gets a seat and a number', async () => {
    const started = await startSession(url, host.bearer);
    expect(started.sessionNumber).toMatch(/^\d{9}$/);
    expect(started.expiresAt - Date.now()).toBeGreaterThan(19 * 60_000);
  });

  test('sees its own open sessions, newest first, and nobody else’s', async () => {
    const anna = await makeHost(relay.deps, { name: 'Anna' });
    const first = await startSession(url, anna.bearer);
    relay.advance(10);
    const { started, seat } = await beginSession(url, anna.bearer);
    const { sessionNumber } = await freshNumber(url, anna.bearer, started.sessionId);
    await joinSession(url, sessionNumber, 'Olga');
    const list = async (token: string) => {
      const { text } = await bodyOf(await call(url, 'GET', '/api/sessions', { token }));
      return v.parse(ownSessionsSchema, JSON.parse(text));
    };
    const own = await list(anna.bearer);
    expect(own.map(({ sessionId }) => sessionId)).toEqual([started.sessionId, first.sessionId]);
    expect(own[0]).toMatchObject({ customer: 'Karel', waiting: 1 });
    const other = await list(host.bearer);
    expect(other.map(({ sessionId }) => sessionId)).not.toContain(first.sessionId);
    expect(seat.sessionId).toBe(started.sessionId);
  });

  test('enters its own session again with a new token, and the old one ends', async () => {
    const started = await startSession(url, host.bearer);
    const enter = (token: string) => call(url, 'POST', `/api/sessions/${started.sessionId}/enter`, { token });
    const { text } = await bodyOf(await enter(host.bearer));
    const seat = v.parse(seatSchema, JSON.parse(text));
    expect(seat.participantId).toBe(started.participantId);
    const ticket = (token: string) => call(url, 'POST', '/api/tickets', { token });
    expect((await ticket(seat.participantToken)).status).toBe(200);
    expect(await errorOf(ticket(started.participantToken))).toEqual([401, 'auth.required']);
    const stranger = await makeHost(relay.deps);
    expect(await errorOf(enter(stranger.bearer))).toEqual([404, 'not-found']);
  });

  test('cannot use a participant’s token, nor a participant a host’s', async () => {
    const started = await startSession(url, host.bearer);
    const asHost = call(url, 'POST', '/api/sessions', { token: started.participantToken });
    expect(await errorOf(asHost)).toEqual([401, 'auth.required']);
    expect(await errorOf(call(url, 'POST', '/api/tickets', { token: host.bearer }))).toEqual([401, 'auth.required']);
  });

  test('gets a fresh number for its session, and no other host does', async () => {
    const started = await startSession(url, host.bearer);
    const fresh = await freshNumber(url, host.bearer, started.sessionId);
    expect(fresh.sessionNumber).not.toBe(started.sessionNumber);
    const stale = call(url, 'POST', '/api/join', { body: { sessionNumber: started.sessionNumber, name: 'K' } });
    expect(await errorOf(stale)).toEqual([404, 'number.unknown']);
    const stranger = await makeHost(relay.deps);
    const path = `/api/sessions/${started.sessionId}/number`;
    expect(await errorOf(call(url, 'POST', path, { token: stranger.bearer }))).toEqual([404, 'not-found']);
    await call(url, 'POST', '/api/leave', { token: started.participantToken });
    expect(await errorOf(call(url, 'POST', path, { token: host.bearer }))).toEqual([410, 'session.ended']);
  });
});

describe('a session number', () => {
  const join = (sessionNumber: string) => call(url, 'POST', '/api/join', { body: { sessionNumber, name: 'K' } });

  test('is good for one customer', async () => {
    const { sessionNumber } = await startSession(url, host.bearer);
    const outcomes = await Promise.all([join(sessionNumber), join(sessionNumber), join(sessionNumber)]);
    expect(outcomes.filter(({ status }) => status === 404)).toHaveLength(2);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('that was never given, was used, has expired or belongs to an ended session gets the same answer', async () => {
    const used = await startSession(url, host.bearer);
    await joinSession(url, used.sessionNumber);
    const ended = await startSession(url, host.bearer);
    await call(url, 'POST', '/api/leave', { token: ended.participantToken });
    const expired = await startSession(url, host.bearer);
    relay.advance(20 * 60_000);
    const answers = [];
    for (const number of ['000000000', used.sessionNumber, ended.sessionNumber, expired.sessionNumber]) {
      const answer = await join(number);
      const { date: _date, ...headers } = Object.fromEntries(answer.headers);
      answers.push({ ...(await bodyOf(answer)), headers });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, text: '{"error":"number.unknown"}' });
  });

  test('takes as long to be refused as to be accepted', async () => {
    const took = async (number: string) => {
      const started = performance.now();
      await (await join(number)).text();
      return performance.now() - started;
    };
    const hits: number[] = [];
    const misses: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      hits.push(await took((await startSession(url, host.bearer)).sessionNumber));
      misses.push(await took('000000000'));
    }
    const median = (times: number[]) => times.sort((one, other) => one - other)[2] ?? 0;
    expect(Math.abs(median(hits) - median(misses))).toBeLessThan(25);
    expect(Math.min(...hits, ...misses)).toBeGreaterThan(145);
  });

  test('is refused when the session is full', async () => {
    const small = await startLocalRelay({ limits: { participantsPerSession: 1 } });
    const anna = await makeHost(small.deps);
    const { sessionNumber } = await startSession(small.url, anna.bearer);
    const answer = call(small.url, 'POST', '/api/join', { body: { sessionNumber, name: 'K' } });
    expect(await errorOf(answer)).toEqual([409, 'session.full']);
    await small.end();
  });
});

describe('guessing session numbers', () => {
  const guess = (at: string, headers: Record<string, string> = {}) =>
    call(at, 'POST', '/api/join', { body: { sessionNumber: '000000000', name: 'K' }, headers });

  test('ends after five tries a minute from one address, even with the right number', async () => {
    const strict = await startLocalRelay({ limits: { joinsPerMinute: 5 } });
    const anna = await makeHost(strict.deps);
    const { sessionNumber } = await startSession(strict.url, anna.bearer);
    for (let n = 0; n < 5; n += 1) expect((await guess(strict.url)).status).toBe(404);
    const limited = await call(strict.url, 'POST', '/api/join', { body: { sessionNumber, name: 'K' } });
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('60');
    expect(v.parse(restErrorSchema, await limited.json())).toEqual({ error: 'rate.limited', retryAfter: 60 });
    const spoofed = await guess(strict.url, { 'x-forwarded-for': '203.0.113.9' });
    expect(spoofed.status).toBe(429);
    strict.advance(60_000);
    expect((await joinSession(strict.url, sessionNumber)).sessionId).toBeDefined();
    await strict.end();
  });

  test('from many addresses shuts joining for everybody for a while', async () => {
    const strict = await startLocalRelay({
      limits: { joinsPerMinute: 2, missesPerMinute: 10, joinFloorMs: 1 },
      env: { BESIDE_TRUSTED_PROXY: '1' },
    });
    const from = (n: number) => guess(strict.url, { 'x-forwarded-for': `203.0.113.${n}` });
    for (let n = 0; n < 10; n += 1) expect((await from(n)).status).toBe(404);
    expect((await from(99)).status).toBe(429);
    strict.advance(60_000);
    expect((await from(99)).status).toBe(404);
    const network = (host: string) => guess(strict.url, { 'x-forwarded-for': `2001:db8:1:2::${host}` });
    expect([(await network('1')).status, (await network('2')).status, (await network('3')).status]).toEqual([
      404, 404, 429,
    ]);
    await strict.end();
  });
});

describe('a participant', () => {
  test('who leaves for good gets no more tickets', async () => {
    const { seat, host: lead } = await beginSession(url, host.bearer);
    const leave = () => call(url, 'POST', '/api/leave', { token: seat.participantToken });
    expect((await leave()).status).toBe(200);
    await lead.until((m) => m.type === 'fact.appended' && m.entry.fact.type === 'participant.left');
    expect((await leave()).status).toBe(200);
    const ticket = call(url, 'POST', '/api/tickets', { token: seat.participantToken });
    expect(await errorOf(ticket)).toEqual([410, 'session.ended']);
  });
});

test('the log never holds a token, a ticket, a number, a name or a password', async () => {
  const { started, seat, customer, host: lead } = await beginSession(url, host.bearer);
  const { text } = await bodyOf(await call(url, 'POST', '/api/tickets', { token: seat.participantToken }));
  const { ticket } = v.parse(v.object({ ticket: v.string() }), JSON.parse(text));
  const { email, password } = host;
  await call(url, 'POST', '/api/auth/sign-in/email', { body: { email, password }, headers: { origin: url } });
  await customer.close();
  await lead.close();
  const logged = relay.logged();
  expect(logged).toContain(started.sessionId);
  const secrets = [started.sessionNumber, started.participantToken, seat.participantToken, ticket, host.bearer];
  for (const secret of [...secrets, password, email, 'Karel']) expect(logged).not.toContain(secret);
});
