import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../../shared/protocol/limits.ts';
import { closeCodes } from '../../../shared/protocol/relay.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { makeHost, type TestHost } from '../../support/make-host.ts';
import { beginSession, connectBulk, freshNumber, joinSession } from '../../support/relay-client.ts';

let relay: LocalRelay;
let url: string;
let host: TestHost;

beforeAll(async () => {
  relay = await startLocalRelay({ limits: { heartbeatMs: 50, bulkDeadAfterMs: 1_500, politeCloseMs: 50 } });
  url = relay.url;
  host = await makeHost(relay.deps);
});
afterAll(() => relay.end());

const frame = (id: string, payload: Uint8Array | string) =>
  Buffer.concat([Buffer.from(id, 'latin1'), Buffer.from(payload)]);

async function until(test: () => boolean): Promise<void> {
  for (let tries = 0; !test(); tries += 1) {
    if (tries > 500) throw new Error('It did not come to that.');
    await sleep(10);
  }
}

describe('a bulk frame', () => {
  test('reaches the other with the sender’s id in front, on any instance, byte for byte', async () => {
    const second = await relay.another();
    const { started, seat } = await beginSession(url, host.bearer);
    const one = await connectBulk(url, started);
    const other = await connectBulk(second.url, seat);
    const payload = Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256));
    one.ws.send(frame(seat.participantId, payload));
    await until(() => other.frames.length === 1);
    expect(other.frames[0]).toEqual(frame(started.participantId, payload));
    other.ws.send(frame(started.participantId, ''));
    await until(() => one.frames.length === 1);
    expect(one.frames[0]).toEqual(frame(seat.participantId, ''));
  });

  test('to one who waits, is in another session, is unknown or is oneself goes nowhere', async () => {
    const mine = await beginSession(url, host.bearer);
    const theirs = await beginSession(url, (await makeHost(relay.deps)).bearer);
    const { sessionNumber } = await freshNumber(url, host.bearer, mine.started.sessionId);
    const waiting = await joinSession(url, sessionNumber);
    const sender = await connectBulk(url, mine.started);
    const receivers = [sender, await connectBulk(url, waiting), await connectBulk(url, theirs.seat)];
    for (const id of [waiting.participantId, theirs.seat.participantId, mine.started.participantId, newId()]) {
      sender.ws.send(frame(id, 'secret'));
    }
    receivers[1]?.ws.send(frame(mine.started.participantId, 'from the lobby'));
    const reached = await connectBulk(url, mine.seat);
    sender.ws.send(frame(mine.seat.participantId, 'last'));
    await until(() => reached.frames.length === 1);
    expect(receivers.map(({ frames }) => frames.length)).toEqual([0, 0, 0]);
    expect(relay.logged()).not.toContain('secret');
  });

  test.each([
    ['text', '{"type":"socket.pong","at":1}'],
    ['shorter than an id', Buffer.alloc(21)],
  ])('that is %s closes the socket', async (_what, data) => {
    const { started } = await beginSession(url, host.bearer);
    const { ws, closed } = await connectBulk(url, started);
    ws.send(data);
    expect((await closed).code).toBe(closeCodes['message.invalid']);
  });

  test('of 1 MiB passes, a longer one closes the socket', async () => {
    const { started, seat } = await beginSession(url, host.bearer);
    const one = await connectBulk(url, started);
    const other = await connectBulk(url, seat);
    one.ws.send(frame(seat.participantId, Buffer.alloc(limits.bulkFrameBytes - 22)));
    await until(() => other.frames.length === 1);
    one.ws.send(frame(seat.participantId, Buffer.alloc(limits.bulkFrameBytes - 21)));
    expect((await one.closed).code).toBe(1009);
  });
});

test('a sender waits while the receiver does not keep up, and nothing is lost', async () => {
  const { started, seat } = await beginSession(url, host.bearer);
  const sender = await connectBulk(url, started);
  const receiver = await connectBulk(url, seat);
  const count = 1_000;
  const payload = Buffer.alloc(32 * 1024);
  receiver.ws.pause();
  for (let n = 0; n < count; n += 1) {
    payload.writeUInt32BE(n);
    sender.ws.send(frame(seat.participantId, payload));
  }
  await sleep(500);
  // The relay takes one megabyte and the kernel a few; the rest of the 32 stays with the sender.
  expect(sender.ws.bufferedAmount).toBeGreaterThan(16 * 1024 * 1024);
  receiver.ws.resume();
  await until(() => receiver.frames.length === count);
  expect(receiver.frames.map((one) => one.readUInt32BE(22))).toEqual(Array.from({ length: count }, (_, n) => n));
  expect(sender.ws.readyState).toBe(sender.ws.OPEN);
});

test('large frames that have waited are byte for byte what was sent', async () => {
  const { started, seat } = await beginSession(url, host.bearer);
  const sender = await connectBulk(url, started);
  const receiver = await connectBulk(url, seat);
  receiver.ws.pause();
  const payloads = Array.from({ length: 60 }, (_, n) => Buffer.alloc(256 * 1024 - 200 + n, n));
  for (const payload of payloads) sender.ws.send(frame(seat.participantId, payload));
  await sleep(200);
  receiver.ws.resume();
  await until(() => receiver.frames.length === payloads.length);
  expect(receiver.frames.map((one, n) => one.subarray(22).equals(payloads[n] ?? Buffer.of()))).toEqual(
    payloads.map(() => true),
  );
});

test('a receiver that says it lives but takes nothing is dropped before it fills the relay', async () => {
  const small = await startLocalRelay({ limits: { pauseAtMostMs: 20, bulkBufferedBytes: 3 * 1024 * 1024 } });
  const lead = await makeHost(small.deps);
  const { started, seat } = await beginSession(small.url, lead.bearer);
  const sender = await connectBulk(small.url, started);
  const receiver = await connectBulk(small.url, seat);
  receiver.ws.pause();
  for (let n = 0; n < 64; n += 1) sender.ws.send(frame(seat.participantId, Buffer.alloc(512 * 1024)));
  await until(() => sender.ws.bufferedAmount === 0);
  receiver.ws.resume();
  expect((await receiver.closed).code).toBe(1006);
  expect(sender.ws.readyState).toBe(sender.ws.OPEN);
  await small.end();
});

test('a receiver that goes away lets the sender go on', async () => {
  const { started, seat } = await beginSession(url, host.bearer);
  const sender = await connectBulk(url, started);
  const receiver = await connectBulk(url, seat);
  receiver.ws.pause();
  for (let n = 0; n < 500; n += 1) sender.ws.send(frame(seat.participantId, Buffer.alloc(64 * 1024)));
  await sleep(100);
  receiver.ws.terminate();
  await until(() => sender.ws.bufferedAmount === 0);
  const back = await connectBulk(url, seat);
  sender.ws.send(frame(seat.participantId, 'again'));
  await until(() => back.frames.length > 0);
});

test('ten thousand small frames at once are slowed down, not lost', async () => {
  const { started, seat } = await beginSession(url, host.bearer);
  const sender = await connectBulk(url, started);
  const receiver = await connectBulk(url, seat);
  const count = 11_000;
  for (let n = 0; n < count; n += 1) sender.ws.send(frame(seat.participantId, Buffer.of(n >> 8, n & 255)));
  await until(() => receiver.frames.length === count);
  expect(receiver.frames.every((one, n) => one.readUInt16BE(22) === n)).toBe(true);
});

test('the bulk socket of one who leaves is closed, and a silent one too', async () => {
  const { started, seat, customer } = await beginSession(url, host.bearer);
  const leaver = await connectBulk(url, seat);
  await customer.act({ type: 'participant.leave' });
  expect((await leaver.closed).code).toBe(closeCodes['session.ended']);
  const silent = await connectBulk(url, started);
  silent.ws.pong = () => {};
  silent.ws.pause();
  await sleep(1_700);
  silent.ws.resume();
  expect([1006, closeCodes['heartbeat.missed']]).toContain((await silent.closed).code);
});
