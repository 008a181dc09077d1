import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TicketResult } from '../../../shared/browser/link/relay-client.ts';
import { createSessionClient, type SessionClient } from '../../../shared/browser/link/session-client.ts';
import { admitted, customerId, hostId, sessionId, startTinyRelay, type TinyRelay } from './tiny-relay.ts';

let relay: TinyRelay;
let ending: AbortController;
const network = new EventTarget();
const ticket: TicketResult = { ok: true, ticket: 't'.repeat(43) };
const until = (done: () => boolean) => vi.waitUntil(done, { timeout: 5_000, interval: 5 });
/** Also if it is there for less time than there is between two looks. */
const comesTo = (client: SessionClient, wanted: string) =>
  new Promise<void>((resolve) =>
    client.connection.subscribe(({ phase }) => {
      if (phase === wanted) resolve();
    }),
  );

beforeEach(async () => {
  relay = await startTinyRelay();
  ending = new AbortController();
});
afterEach(async () => {
  ending.abort();
  await relay.stop();
});

function connect(getTicket: () => Promise<TicketResult> = () => Promise.resolve(ticket)) {
  const seat = { sessionId, participantId: hostId, participantToken: 'p'.repeat(43) };
  return createSessionClient({
    relay: relay.address,
    seat,
    signal: ending.signal,
    network,
    deadAfterMs: 1_000,
    getTicket,
  });
}

async function opened() {
  const client = connect();
  await until(() => client.state.value.seq === 2);
  return client;
}

test('the facts are folded as they come, and presence and the clock are kept', async () => {
  const client = await opened();
  expect(client.connection.value).toEqual({ phase: 'open' });
  expect(client.state.value).toMatchObject({ phase: 'open', site: 'Shop' });
  expect(client.online.value).toEqual(new Set([hostId]));
  expect(Math.abs(client.relayNow() - 5_000_000)).toBeLessThan(500);
  relay.tell({ type: 'presence.changed', participantId: customerId, online: true });
  relay.append(admitted);
  await until(() => client.state.value.seq === 3);
  expect(client.online.value).toEqual(new Set([hostId, customerId]));
  relay.tell({ type: 'presence.changed', participantId: customerId, online: false });
  await until(() => client.online.value.size === 1);
});

test('one who waits is told so until the first fact comes', async () => {
  relay.facts.length = 0;
  const client = connect();
  await until(() => client.connection.value.phase === 'open');
  relay.tell({ type: 'lobby.changed', phase: 'waiting', site: 'Shop', host: 'Helen' });
  await until(() => client.lobby.value !== null);
  expect(client.lobby.value).toEqual({ phase: 'waiting', site: 'Shop', host: 'Helen' });
  relay.append({
    ...admitted,
    seq: 1,
    fact: {
      type: 'session.started',
      sessionId,
      site: 'Shop',
      host: { participantId: hostId, name: 'Helen' },
      switchedOn: [],
    },
  });
  await until(() => client.lobby.value === null);
});

test('a socket that breaks comes back by itself and asks for the facts after the last one', async () => {
  const client = await opened();
  const waits = comesTo(client, 'waiting');
  relay.cut();
  await waits;
  expect(client.online.value.size).toBe(0);
  relay.facts.push(admitted);
  await until(() => client.state.value.seq === 3);
  expect(relay.hellos.map(({ after }) => after)).toEqual([0, 2]);
});

test('a command without an answer goes again under the same id, and its answer settles it once', async () => {
  const client = await opened();
  const performed = client.perform({ type: 'participant.admit', participantId: customerId });
  await until(() => relay.heard.length === 1);
  relay.onCommand((message, answer) => {
    if (message.type === 'participant.admit') answer({ type: 'command.accepted', id: message.id, seq: 3 });
  });
  relay.cut();
  expect(await performed).toEqual({ ok: true });
  expect(relay.heard).toHaveLength(2);
  expect(relay.heard[1]).toEqual(relay.heard[0]);
  relay.cut();
  await until(() => relay.hellos.length === 3);
  await until(() => client.connection.value.phase === 'open');
  expect(relay.heard).toHaveLength(2);
});

test('a command that is given while there is no socket goes when there is one', async () => {
  const client = await opened();
  relay.onCommand((message, answer) => {
    if (message.type === 'session.end') answer({ type: 'command.refused', id: message.id, code: 'relay.busy' });
  });
  const waits = comesTo(client, 'waiting');
  relay.cut();
  await waits;
  expect(await client.perform({ type: 'session.end' })).toEqual({ ok: false, code: 'relay.busy' });
});

test('what may not be done is refused here and not sent', async () => {
  const client = await opened();
  const stranger = 'x'.repeat(22);
  const performed = await client.perform({ type: 'participant.admit', participantId: stranger });
  expect(performed).toEqual({ ok: false, code: 'participant.not-waiting' });
  expect(relay.heard).toEqual([]);
});

test('a relay that falls silent is left for a new socket', async () => {
  const client = await opened();
  const first = [...relay.control];
  relay.fallSilent();
  await until(() => client.connection.value.phase !== 'open');
  await until(() => client.connection.value.phase === 'open');
  expect(relay.hellos).toHaveLength(2);
  expect(first.some((ws) => relay.control.has(ws))).toBe(false);
});

test('pings are answered and keep a socket alive', async () => {
  const client = await opened();
  await until(() => relay.pongs.length >= 15);
  expect(relay.pongs[0]).toBe(5_000_000);
  expect(client.connection.value.phase).toBe('open');
  expect(relay.hellos).toHaveLength(1);
});

test('a relay that stops is left at once and sought again no sooner than it asked', async () => {
  const client = await opened();
  const from = performance.now();
  relay.tell({ type: 'socket.drained', retryMs: 500 });
  await until(() => client.connection.value.phase === 'waiting');
  await until(() => client.connection.value.phase === 'open');
  expect(performance.now() - from).toBeGreaterThanOrEqual(495);
});

test('a network that comes back is a reason to try at once', async () => {
  const client = await opened();
  relay.tell({ type: 'socket.drained', retryMs: 60_000 });
  await until(() => client.connection.value.phase === 'waiting');
  network.dispatchEvent(new Event('online'));
  await until(() => client.connection.value.phase === 'open');
});

test.each(['replaced', 'session.ended'] as const)(
  'a socket closed as %s stays closed, and open commands fail',
  async (reason) => {
    const client = await opened();
    const performed = client.perform({ type: 'session.end' });
    await until(() => relay.heard.length === 1);
    relay.close(reason);
    expect(await performed).toEqual({ ok: false, code: 'relay.lost' });
    expect(client.connection.value).toEqual({ phase: 'stopped', reason });
    expect(await client.perform({ type: 'session.end' })).toEqual({ ok: false, code: 'relay.lost' });
    expect(relay.hellos).toHaveLength(1);
  },
);

test('a ticket that is not taken is replaced by a new one', async () => {
  let tickets = 0;
  const client = connect(() => Promise.resolve({ ok: true, ticket: String((tickets += 1)).padStart(43, 't') }));
  await until(() => client.connection.value.phase === 'open');
  relay.close('ticket.invalid');
  await until(() => relay.hellos.length === 2);
  expect(relay.hellos.map((hello) => hello.ticket.at(-1))).toEqual(['1', '2']);
});

test('no ticket for want of a network is tried again, for want of a right it is final', async () => {
  const answers: TicketResult[] = [{ ok: false, code: 'unreachable' }, ticket, { ok: false, code: 'auth.required' }];
  const client = connect(() => Promise.resolve(answers.shift() ?? ticket));
  await until(() => client.connection.value.phase === 'open');
  relay.cut();
  await until(() => client.connection.value.phase === 'stopped');
  expect(client.connection.value).toEqual({ phase: 'stopped', reason: 'auth.required' });
});

test('signals go to whom they are meant for and are heard from whom they come', async () => {
  const client = await opened();
  const heard: string[] = [];
  const listening = new AbortController();
  client.onSignal(customerId, (data) => heard.push(data), listening.signal);
  expect(client.sendSignal(customerId, 'offer')).toBe(true);
  await until(() => relay.heard.length === 1);
  expect(relay.heard[0]).toEqual({ type: 'signal.send', to: customerId, data: 'offer' });
  relay.tell({ type: 'signal.received', from: 'x'.repeat(22), data: 'not for us' });
  relay.tell({ type: 'signal.received', from: customerId, data: 'answer' });
  await until(() => heard.length === 1);
  listening.abort();
  relay.tell({ type: 'signal.received', from: customerId, data: 'late' });
  relay.append(admitted);
  await until(() => client.state.value.seq === 3);
  expect(heard).toEqual(['answer']);
});

test('the bulk socket is open while somebody listens, and carries bytes', async () => {
  const client = await opened();
  expect(client.sendBulk(customerId, new Uint8Array([1]))).toBe(false);
  const heard: Uint8Array[] = [];
  const listening = new AbortController();
  client.onBulk(customerId, (payload) => heard.push(payload), listening.signal);
  await until(() => client.bulkOpen.value);
  // The tiny relay sends a frame back as it came.
  expect(client.sendBulk(customerId, new Uint8Array([1, 2, 3]))).toBe(true);
  await until(() => heard.length === 1);
  expect(heard[0]).toEqual(new Uint8Array([1, 2, 3]));
  listening.abort();
  await until(() => relay.bulk.size === 0);
  expect(client.bulkOpen.value).toBe(false);
});

test('a bulk socket is opened anew with the control socket, for nobody pings on it', async () => {
  const client = await opened();
  client.onBulk(customerId, () => {}, ending.signal);
  await until(() => client.bulkOpen.value);
  const first = [...relay.bulk];
  relay.control.forEach((ws) => ws.terminate());
  await until(() => relay.bulk.size === 1 && !first.some((ws) => relay.bulk.has(ws)));
  await until(() => client.bulkOpen.value);
});

test('an aborted client leaves its sockets and does not come back', async () => {
  const client = await opened();
  client.onBulk(customerId, () => {}, ending.signal);
  await until(() => client.bulkOpen.value);
  ending.abort();
  await until(() => relay.control.size + relay.bulk.size === 0);
  expect(client.connection.value).toEqual({ phase: 'stopped', reason: 'aborted' });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(relay.control.size + relay.bulk.size).toBe(0);
});
