import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Link } from '../../../shared/browser/link/contract.ts';
import { createLink } from '../../../shared/browser/link/create-link.ts';
import { createSessionClient, type SessionClient } from '../../../shared/browser/link/session-client.ts';
import type { Seat } from '../../../shared/protocol/rest.ts';
import { startRelay, type TestRelay } from '../../support/relay.ts';
import { extensionOrigin, joinSession, startSession } from '../../support/relay-client.ts';

/** A browser sends its page's origin, which the relay checks; Node's socket must be told one. */
class SocketWithOrigin extends WebSocket {
  constructor(url: string) {
    const init = { headers: { origin: extensionOrigin } };
    super(url, init as unknown as string[]);
  }
}

let relay: TestRelay;
let bearer: string;
let ending: AbortController;
const network = new EventTarget();
const until = (done: () => boolean) => vi.waitUntil(done, { timeout: 15_000, interval: 5 });

beforeAll(async () => {
  vi.stubGlobal('WebSocket', SocketWithOrigin);
  relay = await startRelay();
  ({ bearer } = await relay.addHost());
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await relay.stop();
});
beforeEach(() => {
  ending = new AbortController();
});
afterEach(() => ending.abort());

const open = (seat: Seat): SessionClient =>
  createSessionClient({ relay: relay.url, seat, signal: ending.signal, network });

async function admitted() {
  const started = await startSession(relay.url, bearer);
  const host = open(started);
  const seat = await joinSession(relay.url, started.sessionNumber);
  const customer = open(seat);
  await until(() => customer.lobby.value?.phase === 'waiting');
  await until(() => host.state.value.seq === 2);
  expect(await host.perform({ type: 'participant.admit', participantId: seat.participantId })).toEqual({ ok: true });
  await until(() => customer.lobby.value === null && customer.state.value.seq === 3);
  return { host, customer };
}

async function linked() {
  const { host, customer } = await admitted();
  const link = (client: SessionClient, other: SessionClient): Link =>
    createLink({
      client,
      other: other.selfId,
      initiator: client === host,
      relayOnly: true,
      signal: ending.signal,
    });
  const links = { host: link(host, customer), customer: link(customer, host) };
  const got: string[] = [];
  let fresh = 0;
  links.host.receive('mirror', (message) => void got.push(new TextDecoder().decode(message)));
  links.host.onFresh(() => (fresh += 1));
  await until(() => links.host.path.value === 'relay' && links.customer.path.value === 'relay');
  return { host, customer, links, got, fresh: () => fresh };
}

test('two clients find each other through the real relay, with the same words, and it writes down none of it', async () => {
  const { host, customer, links, got } = await linked();
  for (const { iceServers } of [host, customer]) {
    const [turn] = iceServers.value;
    expect(turn?.urls).toEqual([expect.stringMatching(/^turn:localhost:\d+\?transport=tcp$/)]);
    expect(relay.output()).not.toContain(turn?.credential ?? 'no credential came');
  }
  expect(links.host.words.value).toEqual(links.customer.words.value);
  const from = performance.now();
  links.customer.send('mirror', new TextEncoder().encode('planted-word'));
  await until(() => got.length === 1);
  expect(performance.now() - from).toBeLessThan(1_000);
  expect(relay.output()).not.toContain('planted-word');
});

test('a relay killed in mid-stream and started again loses, doubles and reorders nothing, and nobody begins afresh', async () => {
  const { host, customer, links, got, fresh } = await linked();
  const all = Array.from({ length: 3_000 }, (_, index) => `${index} ${'x'.repeat(500)}`);
  for (const text of all.slice(0, 1_500)) links.customer.send('mirror', new TextEncoder().encode(text));
  await until(() => got.length > 10);
  await relay.end('SIGKILL');
  await until(() => links.customer.path.value === 'none');
  for (const text of all.slice(1_500)) links.customer.send('mirror', new TextEncoder().encode(text));
  const ref = { owner: customer.selfId, viewer: host.selfId, surface: 'page', level: 'view' } as const;
  const asked = host.perform({ type: 'share.request', ref, direction: 'request' });
  await relay.restart();
  expect(await asked).toEqual({ ok: true });
  await until(() => got.length >= all.length);
  expect(got).toEqual(all);
  expect(fresh()).toBe(1);
  await until(() => customer.state.value.seq === 4 && host.state.value.seq === 4);
}, 30_000);

test('the end of the session stops both clients, and both have heard of it', async () => {
  const { host, customer } = await admitted();
  expect(await host.perform({ type: 'session.end' })).toEqual({ ok: true });
  await until(() => customer.connection.value.phase === 'stopped' && host.connection.value.phase === 'stopped');
  expect(host.connection.value).toEqual({ phase: 'stopped', reason: 'session.ended' });
  expect(customer.state.value.phase).toBe('ended');
});

test('a second window takes the seat over and the first one stops', async () => {
  const started = await startSession(relay.url, bearer);
  const first = open(started);
  await until(() => first.connection.value.phase === 'open');
  const second = open(started);
  await until(() => first.connection.value.phase === 'stopped');
  expect(first.connection.value).toEqual({ phase: 'stopped', reason: 'replaced' });
  await until(() => second.state.value.seq === 1);
});
