import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Requested } from '../../../shared/protocol/desk.ts';
import { followFeed } from '../../../shared/browser/api/follow-feed.ts';
import type { Inbound } from '../../../shared/queue/inbound.ts';
import { waitingViewSchema } from '../../../shared/queue/waiting-view.ts';
import { createSiteInbound } from '../../../server/settings/site-inbound.ts';
import { feedOf, type Feed } from '../../support/feed.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';
import { waitFor } from '../../support/wait-for.ts';

let relay: LocalRelay;
let feeds: Feed[];

beforeEach(async () => {
  relay = await startLocalRelay({ limits: { tendMs: 50, deskTendMs: 100, requestsPerMinute: 1_000, deskTellMs: 5 } });
  feeds = [];
});
afterEach(async () => {
  for (const feed of feeds) feed.close();
  await relay.end();
});

const decide = (inbound: Inbound) => createSiteInbound(relay.deps).set(inbound);

async function call(method: string, path: string, bearer?: string, body?: unknown) {
  const response = await fetch(relay.url + path, {
    method,
    headers: { ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}
async function ask(queueId = 'shop', more: object = {}): Promise<Requested> {
  const answer = await call('POST', '/api/requests', undefined, {
    queueId,
    name: 'Jan Novák',
    answers: {},
    hostId: null,
    from: { url: 'https://shop.example/cart', title: 'Cart' },
    language: 'en',
    ...more,
  });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as Requested;
}
function follow(path: string, bearer: string): Feed {
  const feed = feedOf(relay.url + path, bearer);
  feeds.push(feed);
  return feed;
}
async function hostAtWork(name = 'Anna Host'): Promise<TestHost & { desk: Feed }> {
  const host = await makeHost(relay.deps, { name });
  const desk = follow('/api/desk', host.bearer);
  await desk.says((view) => view['availability'] === 'away');
  await call('PUT', '/api/desk/availability', host.bearer, { availability: 'available' });
  await desk.says((view) => view['availability'] === 'available');
  return { ...host, desk };
}
const offersOf = (desk: Feed) => (desk.last()?.['offers'] ?? []) as { requestId: string; name: string }[];

test('a customer asks, a host accepts, and both are in the session with the page asked for', async () => {
  await decide(inboundOf(queueOf('shop', { begin: { surface: 'page', level: 'view', isCalled: false, url: null } })));
  const host = await hostAtWork();
  const asked = await ask();
  const waits = follow('/api/requests/mine', asked.requestToken);
  await waits.says((view) => view['phase'] === 'waiting');
  await host.desk.says(() => offersOf(host.desk).length === 1);
  const accepted = await call('POST', `/api/desk/requests/${asked.requestId}/accept`, host.bearer, {});
  const { sessionId } = accepted.body as { sessionId: string };
  await waits.says((view) => view['phase'] === 'accepted' && view['sessionId'] === sessionId);
  await waits.ended();

  const ticket = await call('POST', '/api/tickets', asked.requestToken, {});
  expect(ticket.status).toBe(200);
  const seat = await call('POST', `/api/sessions/${sessionId}/enter`, host.bearer, {});
  expect(seat.status).toBe(200);
  const facts = (await relay.deps.store.entries(sessionId, 0)).map(({ fact }) => fact);
  expect(facts.map(({ type }) => type)).toEqual(['session.started', 'participant.admitted', 'share.requested']);
  expect(facts[0]).toMatchObject({ cameFrom: { queue: 'shop', page: { url: 'https://shop.example/cart' } } });
});

test('of twenty hosts who accept at once exactly one has it', async () => {
  await decide(inboundOf(queueOf('shop', { strategy: 'everybody' })));
  const hosts = await Promise.all(Array.from({ length: 20 }, (_, at) => hostAtWork(`Host ${at}`)));
  const asked = await ask();
  await Promise.all(hosts.map(({ desk }) => desk.says(() => offersOf(desk).length === 1)));
  const answers = await Promise.all(
    hosts.map(({ bearer }) => call('POST', `/api/desk/requests/${asked.requestId}/accept`, bearer, {})),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  await Promise.all(hosts.map(({ desk }) => desk.says(() => offersOf(desk).length === 0)));
});

test('[X2] of two sessions that a host begins at the same time in single-session mode one is', async () => {
  await decide({ ...inboundOf(queueOf('shop')), mode: 'single' });
  const host = await hostAtWork();
  const answers = await Promise.all([1, 2, 3].map(() => call('POST', '/api/sessions', host.bearer, {})));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  const own = await call('GET', '/api/sessions', host.bearer);
  expect(own.body).toHaveLength(1);
});

test('a host in a session is offered nothing in single-session mode, and again once it is over', async () => {
  await decide({ ...inboundOf(queueOf('shop')), mode: 'single' });
  const host = await hostAtWork();
  const started = await call('POST', '/api/sessions', host.bearer, {});
  const { participantToken } = started.body as { participantToken: string };
  expect(await call('POST', '/api/sessions', host.bearer, {})).toMatchObject({ body: { error: 'host.full' } });
  await ask();
  await host.desk.says((view) => view['sessions'] === 1);
  expect(offersOf(host.desk)).toEqual([]);
  await call('POST', '/api/leave', participantToken, {});
  await host.desk.says(() => offersOf(host.desk).length === 1);
});

test('who leaves the queue is not offered; who is away for long loses the place', async () => {
  await decide(inboundOf(queueOf('shop')));
  const host = await hostAtWork();
  const first = await ask();
  await host.desk.says(() => offersOf(host.desk).length === 1);
  await call('POST', '/api/requests/mine/leave', first.requestToken, {});
  await host.desk.says(() => offersOf(host.desk).length === 0);
  const second = await ask();
  await host.desk.says(() => offersOf(host.desk).length === 1);
  // A lost network of a minute costs nobody the place.
  relay.advance(60_000);
  await new Promise((done) => setTimeout(done, 5 * relay.deps.limits.deskTendMs));
  expect([...relay.relay.room.desk.waiting.keys()]).toEqual([second.requestId]);
  relay.advance(relay.deps.limits.requestUnseenMs - 59_000);
  // Looking would keep the place, and the offer may be over before it.
  await waitFor('the place to be lost', () => relay.relay.room.desk.waiting.size === 0);
  await follow('/api/requests/mine', second.requestToken).says((view) => view['phase'] === 'over');
});

test('a window that is open keeps the place, and so does a reload', async () => {
  await relay.end();
  relay = await startLocalRelay({ limits: { tendMs: 50, deskTendMs: 50, requestUnseenMs: 400, requestSeenMs: 50 } });
  await decide(inboundOf(queueOf('shop')));
  const asked = await ask();
  const waits = follow('/api/requests/mine', asked.requestToken);
  await waits.says((view) => view['phase'] === 'waiting');
  await new Promise((done) => setTimeout(done, 1_000));
  waits.close();
  const again = follow('/api/requests/mine', asked.requestToken);
  await again.says((view) => view['phase'] === 'waiting');
  again.close();
  await new Promise((done) => setTimeout(done, 1_000));
  await follow('/api/requests/mine', asked.requestToken).says((view) => view['phase'] === 'over');
});

test('over a lost line the waiting room tries again by itself, and the place is what it was', async () => {
  await decide(inboundOf(queueOf('shop')));
  const { requestId, requestToken } = await ask();
  const near = await relay.another();
  const life = new AbortController();
  const said: (boolean | string)[] = [];
  const note = (what: boolean | string) => said.at(-1) === what || said.push(what);
  const following = followFeed({
    relay: near.url,
    path: '/api/requests/mine',
    bearer: requestToken,
    schema: waitingViewSchema,
    heard: ({ phase }) => note(phase),
    connected: note,
    refused: () => note('refused'),
    signal: life.signal,
  });
  await waitFor('the first view', () => said.includes('waiting'));
  await near.listening.kill();
  await waitFor('the word of the lost line', () => said.at(-1) === false);
  await relay.another(near.listening.port);
  await waitFor('the view again', () => said.at(-1) === 'waiting');
  expect(said).toEqual([true, 'waiting', false, true, 'waiting']);
  expect([...relay.relay.room.desk.waiting.keys()]).toEqual([requestId]);
  life.abort();
  await following;
});

test('within a second of the press an offer is at the host, as the relay is set', async () => {
  await relay.end();
  relay = await startLocalRelay();
  await decide(inboundOf(queueOf('shop')));
  const host = await hostAtWork();
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const before = performance.now();
    const { requestToken } = await ask();
    await host.desk.says(() => offersOf(host.desk).length === 1);
    times.push(performance.now() - before);
    await call('POST', '/api/requests/mine/leave', requestToken, {});
    await host.desk.says(() => offersOf(host.desk).length === 0);
  }
  expect(times.toSorted((a, b) => a - b)[1]).toBeLessThan(1_000);
});

test('a message to the next host has 345 characters at most', async () => {
  await decide(inboundOf(queueOf('shop')));
  const anna = await hostAtWork();
  const { requestId } = await ask();
  await anna.desk.says(() => offersOf(anna.desk).length === 1);
  const accepted = await call('POST', `/api/desk/requests/${requestId}/accept`, anna.bearer, {});
  const { sessionId } = accepted.body as { sessionId: string };
  const petr = await hostAtWork('Petr Host');
  const hand = (note: string) =>
    call('POST', '/api/desk/hand-on', anna.bearer, { sessionId, to: { queueId: 'shop' }, note });
  expect((await hand('x'.repeat(346))).status).toBe(400);
  const note = 'ž'.repeat(345);
  expect((await hand(note)).status).toBe(200);
  await petr.desk.says(() => offersOf(petr.desk).length === 1);
  expect(offersOf(petr.desk)[0]).toMatchObject({ note });
});

test('a session goes to another host with a message and the time waited, and who had it is out', async () => {
  await decide(inboundOf(queueOf('shop'), queueOf('experts', { strategy: 'everybody' })));
  const anna = await hostAtWork('Anna Host');
  const asked = await ask();
  await anna.desk.says(() => offersOf(anna.desk).length === 1);
  const accepted = await call('POST', `/api/desk/requests/${asked.requestId}/accept`, anna.bearer, {});
  const { sessionId } = accepted.body as { sessionId: string };
  const petr = await hostAtWork('Petr Host');
  const handed = await call('POST', '/api/desk/hand-on', anna.bearer, {
    sessionId,
    to: { queueId: 'experts' },
    note: 'Please look at the invoice.',
  });
  expect(handed.status).toBe(200);
  await petr.desk.says(() => offersOf(petr.desk).length === 1);
  expect(offersOf(petr.desk)[0]).toMatchObject({ note: 'Please look at the invoice.', isHandedOn: true });
  const { requestId } = handed.body as { requestId: string };
  const taken = await call('POST', `/api/desk/requests/${requestId}/accept`, petr.bearer, {});
  expect(taken.body).toEqual({ sessionId });
  expect((await call('POST', `/api/sessions/${sessionId}/enter`, petr.bearer, {})).status).toBe(200);
  expect((await call('POST', `/api/sessions/${sessionId}/enter`, anna.bearer, {})).status).toBe(404);
  await anna.desk.says((view) => view['sessions'] === 0);
  await petr.desk.says((view) => view['sessions'] === 1);
});

test('a queue says what it is, and what is no queue is not found', async () => {
  await decide(inboundOf(queueOf('shop', { isHostChosen: true }), queueOf('experts', { skills: ['sql'] })));
  await hostAtWork('Anna Host');
  expect((await call('GET', '/api/queues/shop')).body).toMatchObject({
    id: 'shop',
    isOpen: true,
    isSomebodyThere: true,
    hosts: [{ name: 'Anna Host' }],
  });
  expect((await call('GET', '/api/queues/experts')).body).toMatchObject({ isSomebodyThere: false });
  expect((await call('GET', '/api/queues/other')).status).toBe(404);
  expect((await call('GET', '/api/queues/..%2Fx')).status).toBe(404);
});

test('what a request needs is checked: bodies, queues, answers, how many of one address', async () => {
  const form = [{ id: 'order', kind: 'number', label: 'Order', required: true }] as const;
  await decide(inboundOf(queueOf('shop', { form: [...form] }), queueOf('plain')));
  const body = { queueId: 'shop', name: 'Jan', answers: {}, hostId: null, from: null, language: 'en' };
  expect(await call('POST', '/api/requests', undefined, {})).toMatchObject({ body: { error: 'body.invalid' } });
  expect(await call('POST', '/api/requests', undefined, body)).toMatchObject({ body: { error: 'answers.invalid' } });
  expect(await call('POST', '/api/requests', undefined, { ...body, queueId: 'none' })).toMatchObject({ status: 404 });
  for (let count = 0; count < 3; count += 1) await ask('plain');
  expect(await call('POST', '/api/requests', undefined, { ...body, queueId: 'plain' })).toMatchObject({
    status: 429,
    body: { error: 'source.too-many' },
  });
  expect((await call('GET', '/api/requests/mine', 'x'.repeat(43))).status).toBe(401);
  expect((await call('GET', '/api/desk', 'x'.repeat(43))).status).toBe(401);
});

test('a relay that starts anew has the same desk', async () => {
  await decide(inboundOf(queueOf('shop')));
  const asked = await ask();
  const second = await relay.another();
  const host = await makeHost(relay.deps);
  const feed = feedOf(`${second.url}/api/desk`, host.bearer);
  feeds.push(feed);
  await feed.says((view) => JSON.stringify(view).includes('"waiting":1'));
  await fetch(`${second.url}/api/desk/availability`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${host.bearer}`, 'content-type': 'application/json' },
    body: '{"availability":"available"}',
  });
  await feed.says(() => offersOf(feed)[0]?.requestId === asked.requestId);
});

test('prepared texts of the session’s queue and then of the site are for its hosts, not for the customer', async () => {
  const text = (title: string) => ({ title, text: { en: `${title} {{customer}}`, cs: '' } });
  const inbound = inboundOf(queueOf('shop', { name: 'Shop', cannedTexts: [text('queue')] }), queueOf('other'));
  await decide({ ...inbound, cannedTexts: [text('site')] });
  const anna = await hostAtWork();
  const { requestId, requestToken } = await ask();
  await anna.desk.says(() => offersOf(anna.desk).length === 1);
  const accepted = await call('POST', `/api/desk/requests/${requestId}/accept`, anna.bearer, {});
  const { sessionId } = accepted.body as { sessionId: string };
  const entered = await call('POST', `/api/sessions/${sessionId}/enter`, anna.bearer, {});
  const { participantToken } = entered.body as { participantToken: string };
  expect(await call('GET', '/api/canned-texts', participantToken)).toEqual({
    status: 200,
    body: { queue: 'Shop', texts: [text('queue'), text('site')] },
  });
  expect((await call('GET', '/api/canned-texts', requestToken)).status).toBe(404);
  expect((await call('GET', '/api/canned-texts', anna.bearer)).status).toBe(401);
});
