import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { attributes, methods } from '../../../../server/turn/stun-codes.ts';
import { uint32 } from '../../../../server/turn/turn-attributes.ts';
import { turnPassword } from '../../../../server/turn/turn-credentials.ts';
import { turnSecret } from '../../../../server/turn/ice-offer.ts';
import type { Seat } from '../../../../shared/protocol/rest.ts';
import { type LocalRelay, startLocalRelay } from '../../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../../support/make-host.ts';
import {
  beginSession,
  call,
  connect,
  joinSession,
  startSession,
  type TestClient,
} from '../../../support/relay-client.ts';
import {
  joinTurn,
  openTurn,
  type TurnClient,
  udpTransport,
  untilReceived,
  xorAddress,
} from '../../../support/turn-client.ts';
import { waitFor } from '../../../support/wait-for.ts';

let relay: LocalRelay;
let host: TestHost;
const open: { close(): unknown }[] = [];

beforeAll(async () => {
  relay = await startLocalRelay({ limits: { turnTendMs: 50, turnAllocationsPerParticipant: 3, turnPeers: 4 } });
  host = await makeHost(relay.deps);
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await waitFor('no allocation to be left', async () => (await allocations()) === 0);
});
afterAll(() => relay.end());

const hello = Buffer.from('hello');

async function allocations(): Promise<number> {
  const text = await (await call(relay.url, 'GET', '/metrics')).text();
  return Number(/^beside_turn_allocations (\d+)/m.exec(text)?.[1]);
}

const offered = (client: TestClient) =>
  client.until(
    (message) => message.type === 'ice.offered' && { ...message, server: message.servers[0] ?? { urls: [] } },
  );

async function begin() {
  const session = await beginSession(relay.url, host.bearer);
  open.push(session.host, session.customer);
  return session;
}

async function turnOf(client: TestClient): Promise<TurnClient> {
  const turn = await openTurn(relay.port, (await offered(client)).server);
  open.push(turn);
  return turn;
}

async function beginTurn() {
  const session = await begin();
  return { session, one: await turnOf(session.host), other: await turnOf(session.customer) };
}

describe('the servers', () => {
  test('are told to those who are inside, with a credential of their own', async () => {
    const { host: lead, customer, started, seat } = await begin();
    const theirs = [await offered(lead), await offered(customer)];
    for (const { servers } of theirs) {
      expect(servers).toHaveLength(1);
      expect(servers[0]?.urls).toEqual([`turn:localhost:${relay.port}?transport=tcp`]);
    }
    expect(theirs[0]?.server.username).toContain(`${started.sessionId}.${started.participantId}`);
    expect(theirs[1]?.server.username).toContain(`${seat.sessionId}.${seat.participantId}`);
    expect(theirs[0]?.server.credential).not.toBe(theirs[1]?.server.credential);
  });

  test('are not told to one who waits to be let in, nor to anybody who asks the site', async () => {
    const started = await startSession(relay.url, host.bearer);
    const waiting = await connect(relay.url, await joinSession(relay.url, started.sessionNumber));
    open.push(waiting);
    await waiting.until((message) => message.type === 'lobby.changed');
    await sleep(100);
    expect(waiting.messages.map(({ type }) => type)).not.toContain('ice.offered');
    expect(await (await call(relay.url, 'GET', '/api/site')).text()).not.toContain('turn:');
  });

  test('are told anew before the credential has expired', async () => {
    const short = await startLocalRelay({ limits: { turnCredentialLifeMs: 400 } });
    const bearer = (await makeHost(short.deps)).bearer;
    const client = await connect(short.url, await startSession(short.url, bearer));
    const all = () => client.messages.filter(({ type }) => type === 'ice.offered');
    await waitFor('three offers', () => all().length >= 3);
    const times = all().map((message) => (message.type === 'ice.offered' ? message.expiresAt : 0));
    for (let turn = 1; turn < times.length; turn += 1) {
      expect((times[turn] ?? 0) - (times[turn - 1] ?? 0)).toBeLessThan(400);
    }
    await client.close();
    await short.end();
  });

  test('leave no credential in the log', async () => {
    const { one } = await beginTurn();
    await one.allocate();
    expect(relay.logged()).not.toContain('credential');
    expect(relay.logged()).not.toContain('turn:');
  });
});

describe('two of one session', () => {
  test('reach each other, by indications and by channels', async () => {
    const { one, other } = await beginTurn();
    const addresses = await joinTurn(one, other);
    one.send(addresses.other, hello);
    await untilReceived(other, 1);
    expect(other.received[0]).toEqual({ channel: null, data: hello });
    expect(await one.bind(0x4001, addresses.other)).toBe(0);
    expect(await other.bind(0x4abc, addresses.one)).toBe(0);
    one.sendOn(0x4001, Buffer.from('by a channel'));
    other.sendOn(0x4abc, Buffer.from('and back'));
    await untilReceived(one, 1);
    await untilReceived(other, 2);
    expect(other.received[1]).toEqual({ channel: 0x4abc, data: Buffer.from('by a channel') });
    expect(one.received[0]).toEqual({ channel: 0x4001, data: Buffer.from('and back') });
  });

  test('do not before both have let the other in', async () => {
    const { one, other } = await beginTurn();
    const [first, second] = [await one.allocate(), await other.allocate()];
    one.send(second, hello);
    expect(await one.permit(second)).toBe(0);
    one.send(second, hello);
    expect(await other.permit(first)).toBe(0);
    one.send(second, Buffer.from('now'));
    await untilReceived(other, 1);
    expect(other.received).toEqual([{ channel: null, data: Buffer.from('now') }]);
  });

  test('are told no address of each other’s, but virtual ones', async () => {
    const { one } = await beginTurn();
    await one.requestAs(methods.allocate, [udpTransport], null);
    const { message } = await one.request(methods.allocate, [udpTransport]);
    for (const type of [attributes.xorRelayedAddress, attributes.xorMappedAddress]) {
      const value = message.attributes.find((attribute) => attribute.type === type)?.value;
      expect(value?.subarray(4)).toEqual(xorAddress('192.0.2.1', 0).subarray(4));
    }
  });

  test('are parted when one leaves', async () => {
    const { session, one, other } = await beginTurn();
    const addresses = await joinTurn(one, other);
    await session.customer.act({ type: 'participant.leave' });
    await waitFor('the allocation to go', async () => (await allocations()) === 1);
    expect(await one.permit(addresses.other)).toBe(403);
    await expect(other.refresh()).rejects.toThrow('closed');
  });

  test('and all others when the session ends', async () => {
    const { session, one, other } = await beginTurn();
    await joinTurn(one, other);
    await session.host.act({ type: 'session.end' });
    await waitFor('the allocations to go', async () => (await allocations()) === 0);
  });
});

test('a participant of one session does not reach one of another', async () => {
  const [first, second] = [await beginTurn(), await beginTurn()];
  const here = await joinTurn(first.one, first.other);
  const there = await joinTurn(second.one, second.other);
  expect(await first.one.permit(there.one)).toBe(403);
  expect(await first.one.bind(0x4000, there.one)).toBe(403);
  expect(await second.one.permit(here.one)).toBe(403);
  first.one.send(there.one, hello);
  first.one.sendOn(0x4000, hello);
  first.one.send(here.other, Buffer.from('mine'));
  await untilReceived(first.other, 1);
  await sleep(100);
  expect(second.one.received).toEqual([]);
  expect(second.other.received).toEqual([]);
});

test('no host is reached, whatever address is named', async () => {
  let touched = 0;
  const listener = createServer(() => (touched += 1)).listen(0, '0.0.0.0');
  await once(listener, 'listening');
  const address = listener.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const own = Object.values(networkInterfaces())
    .flat()
    .flatMap((one) => (one?.family === 'IPv4' ? [one.address] : []));
  const v6 = Buffer.concat([Buffer.from([0, 2, 0, 0]), Buffer.alloc(15), Buffer.from([1])]);
  const { one, other } = await beginTurn();
  const addresses = await joinTurn(one, other);
  const hosts = [...own, '127.0.0.1', '0.0.0.0', '10.0.0.1', '192.168.1.1', '169.254.169.254', '192.0.2.2'];
  for (const value of [...hosts.map((name) => xorAddress(name, port)), v6, Buffer.alloc(0)]) {
    expect(await one.permit(value)).toBe(403);
    expect(await one.bind(0x4000, value)).toBe(403);
    one.send(value, hello);
    one.sendOn(0x4000, hello);
  }
  // One address that is not allowed spoils those beside it.
  const both = [addresses.other, xorAddress('127.0.0.1', port)];
  const list = both.map((value) => ({ type: attributes.xorPeerAddress, value }));
  expect((await one.request(methods.createPermission, list)).code).toBe(403);
  await sleep(100);
  expect(touched).toBe(0);
  listener.close();
});

describe('a credential', () => {
  const ask = (turn: TurnClient, how: Parameters<TurnClient['requestAs']>[2]) =>
    turn.requestAs(methods.allocate, [udpTransport], how).then(({ code }) => code);

  test('is asked for, and a wrong one is refused', async () => {
    const { one, session } = await beginTurn();
    const { server } = await offered(session.customer);
    expect(await ask(one, null)).toBe(401);
    expect(await ask(one, { password: 'wrong' })).toBe(401);
    expect(await ask(one, { username: server.username ?? '' })).toBe(401);
    expect(await ask(one, { username: 'nobody' })).toBe(401);
    expect(await ask(one, { nonce: 'of another connection' })).toBe(438);
    expect(await ask(one, {})).toBe(0);
  });

  const credentialFor = (seat: Seat, expiresAt: number) => {
    const username = `${Math.floor(expiresAt / 1_000)}:${seat.sessionId}.${seat.participantId}`;
    return { username, password: turnPassword(turnSecret(relay.deps), username) };
  };

  test('that has expired opens nothing, and an allocation outlives it', async () => {
    const { one, session } = await beginTurn();
    expect(await ask(one, null)).toBe(401);
    expect(await ask(one, credentialFor(session.started, relay.deps.now() - 1_000))).toBe(401);
    const soon = credentialFor(session.started, relay.deps.now() + 2_000);
    expect(await ask(one, soon)).toBe(0);
    relay.advance(3_000);
    const value = uint32(attributes.lifetime, 600);
    expect((await one.requestAs(methods.refresh, [value], soon)).code).toBe(0);
    // The same, but by another name of the same participant.
    const later = credentialFor(session.started, relay.deps.now() + 60_000);
    expect((await one.requestAs(methods.refresh, [value], later)).code).toBe(441);
  });

  test('of one who only waits in the lobby, or was never there, opens nothing', async () => {
    const { one, session } = await beginTurn();
    const started = await startSession(relay.url, host.bearer);
    const waiting = await joinSession(relay.url, started.sessionNumber);
    const soon = relay.deps.now() + 60_000;
    expect(await ask(one, null)).toBe(401);
    expect(await ask(one, credentialFor(waiting, soon))).toBe(403);
    expect(await ask(one, credentialFor({ ...session.started, sessionId: 'x'.repeat(22) }, soon))).toBe(403);
  });

  test('is what coturn computes too', () => {
    const expected = createHmac('sha1', 'north').update('1433895918:a').digest('base64');
    expect(turnPassword('north', '1433895918:a')).toBe(expected);
  });
});

describe('limits', () => {
  test('a participant has so many allocations, and may have another when one is gone', async () => {
    const { session } = await beginTurn();
    const several: TurnClient[] = [];
    for (let count = 0; count < 4; count += 1) several.push(await turnOf(session.host));
    for (const turn of several.slice(0, 3)) await turn.allocate();
    await expect(several[3]?.allocate()).rejects.toThrow('486');
    expect(await several[0]?.refresh(0)).toBe(0);
    await several[3]?.allocate();
  });

  test('an allocation has so many permissions and channels', async () => {
    const { session, one } = await beginTurn();
    await one.allocate();
    const guests = [];
    for (const client of [session.host, session.customer]) {
      for (let count = 0; count < 3 && guests.length < 5; count += 1) guests.push(await turnOf(client));
    }
    const addresses = [];
    for (const guest of guests.slice(1)) addresses.push(await guest.allocate().catch(() => null));
    const codes = [];
    for (const address of addresses) if (address) codes.push(await one.permit(address));
    expect(codes).toEqual([0, 0, 0, 0]);
    const last = await turnOf(session.customer);
    const full = await last.allocate();
    expect(await one.permit(full)).toBe(508);
    expect(await one.bind(0x4000, full)).toBe(508);
  });

  test('a channel is bound to one peer only, and a number outside of the range to none', async () => {
    const { session, one, other } = await beginTurn();
    const addresses = await joinTurn(one, other);
    const third = await turnOf(session.customer);
    const another = await third.allocate();
    expect(await one.bind(0x4000, addresses.other)).toBe(0);
    expect(await one.bind(0x4000, addresses.other)).toBe(0);
    expect(await one.bind(0x4000, another)).toBe(400);
    expect(await one.bind(0x4001, addresses.other)).toBe(400);
    expect(await one.bind(0x3fff, another)).toBe(400);
    expect(await one.bind(0x5000, another)).toBe(400);
  });

  test('permissions, channels and allocations end when they are not renewed', async () => {
    const { one, other } = await beginTurn();
    const addresses = await joinTurn(one, other);
    expect(await one.bind(0x4000, addresses.other)).toBe(0);
    relay.advance(relay.deps.limits.turnPermissionLifeMs);
    one.send(addresses.other, hello);
    one.sendOn(0x4000, hello);
    expect(await other.refresh()).toBe(0);
    expect(await other.permit(addresses.one)).toBe(0);
    one.send(addresses.other, hello);
    expect(await one.permit(addresses.other)).toBe(0);
    one.send(addresses.other, Buffer.from('renewed'));
    await untilReceived(other, 1);
    expect(other.received).toEqual([{ channel: null, data: Buffer.from('renewed') }]);
    relay.advance(relay.deps.limits.turnPermissionLifeMs);
    await waitFor('the allocation to end', async () => (await allocations()) === 1);
    expect(await other.permit(addresses.one)).toBe(403);
  });

  test('a connection that asks for no allocation is closed', async () => {
    const { one } = await beginTurn();
    expect((await one.requestAs(methods.allocate, [udpTransport], null)).code).toBe(401);
    relay.advance(relay.deps.limits.helloWithinMs);
    await waitFor('it to be closed', () => one.closed());
  });

  test('one who floods with requests is cut off', async () => {
    const { one } = await beginTurn();
    await one.allocate();
    const asked = Array.from({ length: 400 }, () => one.refresh().catch(() => 'cut off'));
    expect(await Promise.all(asked)).toContain('cut off');
  });

  test('who sends more than may pass loses it', async () => {
    const narrow = await startLocalRelay({ limits: { turnBytesPerSecond: 100_000 } });
    const session = await beginSession(narrow.url, (await makeHost(narrow.deps)).bearer);
    const [one, other] = [
      await openTurn(narrow.port, (await offered(session.host)).server),
      await openTurn(narrow.port, (await offered(session.customer)).server),
    ];
    const addresses = await joinTurn(one, other);
    const since = performance.now();
    for (let count = 0; count < 1_000; count += 1) one.send(addresses.other, Buffer.alloc(4_000));
    expect(await one.refresh()).toBe(0);
    await untilReceived(other, 25);
    const most = 100_000 * (1 + (performance.now() - since) / 1_000);
    expect(other.received.length * 4_000).toBeLessThan(most);
    await narrow.end();
  });

  test('a receiver that does not read costs no more than its buffer', async () => {
    const { one, other } = await beginTurn();
    const addresses = await joinTurn(one, other);
    other.socket.pause();
    const datagram = Buffer.alloc(1_200);
    for (let second = 0; second < 8; second += 1) {
      for (let count = 0; count < 3_000; count += 1) one.send(addresses.other, datagram);
      expect(await one.refresh()).toBe(0);
      relay.advance(1_000);
    }
    const text = await (await call(relay.url, 'GET', '/metrics')).text();
    const dropped = Number(/^beside_turn_bytes_total\{outcome="dropped"\} (\d+)/m.exec(text)?.[1]);
    // All but what the relay and the network's own buffers hold.
    expect(dropped).toBeGreaterThan(8 * 3_000 * datagram.length - 10 * 1024 * 1024);
  });
});

describe('what is no TURN', () => {
  test('begins as TURN and goes on as anything: the connection ends, the relay does not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (noise) => {
        const turn = await openTurn(relay.port, {});
        turn.socket.write(Buffer.concat([Buffer.from([(noise[0] ?? 0) & 3]), Buffer.from(noise)]));
        turn.socket.end();
        await waitFor('the connection to end', () => turn.closed());
      }),
      { numRuns: 60 },
    );
    expect((await call(relay.url, 'GET', '/healthz')).status).toBe(200);
  });

  test('a request from one inside that is made of random attributes is answered or ends the connection', async () => {
    const { session } = await beginTurn();
    let turn = await turnOf(session.host);
    await turn.allocate();
    const list = fc.array(
      fc.record({
        type: fc.constantFrom(...Object.values(attributes).filter((type) => type !== attributes.messageIntegrity)),
        value: fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array)),
      }),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 12 }), list, async (method, values) => {
        if (turn.closed()) {
          turn = await turnOf(session.host);
          await turn.allocate();
        }
        relay.advance(100);
        await turn.request(method, values).catch(() => undefined);
      }),
      { numRuns: 300 },
    );
    expect((await call(relay.url, 'GET', '/healthz')).status).toBe(200);
  });

  test('HTTP on the same port is answered as ever, also when it comes byte by byte', async () => {
    const turn = await openTurn(relay.port, {});
    let answer = '';
    turn.socket.removeAllListeners('data').on('data', (chunk) => (answer += chunk.toString()));
    for (const byte of 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n') {
      turn.socket.write(byte);
      await sleep(2);
    }
    await waitFor('the answer', () => turn.closed());
    expect(answer).toContain('200 OK');
  });
});
