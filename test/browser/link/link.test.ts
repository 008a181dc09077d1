import { effect } from '@preact/signals';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Channel, channels } from '../../../shared/browser/link/contract.ts';
import { createLink, type CreatedLink } from '../../../shared/browser/link/create-link.ts';
import { createMemoryRelay } from './memory-relay.ts';

const hostId = 'h'.repeat(22);
const customerId = 'c'.repeat(22);
let ending: AbortController;

beforeEach(() => {
  ending = new AbortController();
});
afterEach(() => ending.abort());

interface Side {
  link: CreatedLink;
  got: Map<Channel, Uint8Array[]>;
  fresh: number;
  end: AbortController;
}

function makeSide(relay: ReturnType<typeof createMemoryRelay>, role: 'host' | 'customer', relayOnly = false): Side {
  const end = new AbortController();
  const link = createLink({
    client: relay.carriers[role === 'host' ? 0 : 1],
    other: role === 'host' ? customerId : hostId,
    initiator: role === 'host',
    relayOnly,
    signal: AbortSignal.any([ending.signal, end.signal]),
  });
  const side: Side = { link, got: new Map(), fresh: 0, end };
  for (const channel of channels) {
    side.got.set(channel, []);
    link.receive(channel, (message) => side.got.get(channel)?.push(message));
  }
  link.onFresh(() => (side.fresh += 1));
  return side;
}

async function makePair(relayOnly = false) {
  const relay = createMemoryRelay([hostId, customerId]);
  const host = makeSide(relay, 'host', relayOnly);
  const customer = makeSide(relay, 'customer', relayOnly);
  await until(() => host.fresh === 1 && customer.fresh === 1);
  return { relay, host, customer };
}

function until(done: () => boolean, withinMs = 20_000): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const from = performance.now();
  const timer = setInterval(() => {
    if (done()) resolve();
    else if (performance.now() - from > withinMs) reject(new Error(`not within ${withinMs} ms: ${done.toString()}`));
    else return;
    clearInterval(timer);
  }, 5);
  return promise;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const bytes = (text: string) => new TextEncoder().encode(text);
const texts = (side: Side, channel: Channel) =>
  side.got.get(channel)?.map((message) => new TextDecoder().decode(message));
const numbered = (number: number) => {
  const message = new Uint8Array(300).fill(number % 251);
  new DataView(message.buffer).setUint32(0, number);
  return message;
};
const numbers = (side: Side, channel: Channel) =>
  side.got.get(channel)?.map((message) => new DataView(message.buffer, message.byteOffset).getUint32(0)) ?? [];

test('both sides show the same words, begin through the relay and go direct', async () => {
  const { host, customer } = await makePair();
  const seen: string[] = [];
  const stop = effect(() => void seen.push(host.link.path.value));
  expect(host.link.words.value).toHaveLength(4);
  expect(host.link.words.value).toEqual(customer.link.words.value);
  host.link.send('control', bytes('click'));
  await until(() => host.link.path.value === 'direct' && customer.link.path.value === 'direct');
  customer.link.send('mirror', bytes('page'));
  await until(() => texts(host, 'mirror')?.length === 1 && texts(customer, 'control')?.length === 1);
  await until(() => host.link.roundTripMs.value !== null);
  expect(seen).toEqual(['relay', 'direct']);
  expect(host.link.roundTripMs.value).toBeLessThan(1_000);
  stop();
});

test('10,000 numbered frames each way over ten forced changes of path: none lost, doubled or out of order', async () => {
  const { host, customer } = await makePair();
  const direct = () => host.link.path.value === 'direct' && customer.link.path.value === 'direct';
  const changes: string[] = [];
  const stop = effect(() => void changes.push(host.link.path.value));
  let sent = 0;
  const send = (count: number) => {
    for (const end = sent + count; sent < end; sent += 1) {
      host.link.send('control', numbered(sent));
      customer.link.send('mirror', numbered(sent));
      host.link.send('pointer', numbered(sent));
    }
  };
  await until(direct);
  for (let drop = 0; drop < 5; drop += 1) {
    send(500);
    (drop % 2 ? customer : host).link.dropPeer();
    send(500);
    await until(() => !direct());
    for (let part = 0; part < 20; part += 1) {
      send(50);
      await pause(5);
    }
    await until(direct);
  }
  await until(() => host.link.unsent('control') === 0 && customer.link.unsent('mirror') === 0);
  const all = Array.from({ length: 10_000 }, (_, index) => index);
  expect(numbers(customer, 'control')).toEqual(all);
  expect(numbers(host, 'mirror')).toEqual(all);
  const pointers = numbers(customer, 'pointer');
  expect(pointers).toEqual([...new Set(pointers)].toSorted((one, other) => one - other));
  expect(pointers.length).toBeGreaterThan(5);
  expect(changes.slice(-11)).toEqual(['direct', ...Array.from({ length: 5 }, () => ['relay', 'direct']).flat()]);
  stop();
}, 60_000);

test('the relay sees nothing of what it carries: neither messages nor the peers’ descriptions', async () => {
  const { relay, host, customer } = await makePair();
  await until(() => host.link.path.value === 'direct');
  host.link.dropPeer();
  host.link.send('control', bytes('planted-word-one'));
  customer.link.send('mirror', bytes('planted-word-two'.repeat(5_000)));
  await until(() => texts(host, 'mirror')?.length === 1 && texts(customer, 'control')?.length === 1);
  expect(relay.seen.frames.length).toBeGreaterThan(2);
  expect(relay.seen.signals.length).toBeGreaterThan(5);
  for (const word of ['planted-word', 'fingerprint', 'candidate', ...(host.link.words.value ?? [])]) {
    expect(relay.hasSeen(word), word).toBe(false);
  }
});

test('with peer to peer blocked all goes through the relay', async () => {
  const { relay, host, customer } = await makePair(true);
  for (let number = 0; number < 2_000; number += 1) customer.link.send('mirror', numbered(number));
  host.link.send('control', bytes('click'));
  await until(() => numbers(host, 'mirror').length === 2_000 && texts(customer, 'control')?.length === 1);
  await until(() => host.link.roundTripMs.value !== null);
  expect(host.link.path.value).toBe('relay');
  expect(relay.seen.signals.every((data) => !data.includes('link.sealed'))).toBe(true);
});

test('a message of 5 MB arrives whole on both paths', async () => {
  const { host, customer } = await makePair();
  const large = new Uint8Array(5_000_000).map((_, index) => (index * 7 + (index >> 9)) % 256);
  customer.link.send('mirror', large);
  await until(() => host.got.get('mirror')?.length === 1);
  await until(() => customer.link.path.value === 'direct');
  customer.link.send('mirror', large);
  await until(() => host.got.get('mirror')?.length === 2);
  for (const message of host.got.get('mirror') ?? []) {
    expect(message.length).toBe(large.length);
    expect(message.every((byte, index) => byte === large[index])).toBe(true);
  }
});

test('frames that the relay repeats, changes or makes up are refused', async () => {
  const { relay, host, customer } = await makePair(true);
  customer.link.send('mirror', bytes('one'));
  await until(() => texts(host, 'mirror')?.length === 1);
  const old = relay.seen.frames.slice();
  for (const frame of old) {
    relay.carriers[1].sendBulk(hostId, frame);
    const changed = frame.slice();
    changed[20] = (changed[20] ?? 0) ^ 1;
    relay.carriers[1].sendBulk(hostId, changed);
  }
  customer.link.send('mirror', bytes('two'));
  await until(() => texts(host, 'mirror')?.length === 2);
  expect(texts(host, 'mirror')).toEqual(['one', 'two']);
  expect(host.link.refused()).toBeGreaterThan(0);
});

test('a sender is held back while nothing gets through, and all goes on when the relay is back', async () => {
  const { relay, host, customer } = await makePair(true);
  relay.bulkOpen.value = false;
  expect(customer.link.path.value).toBe('none');
  const frames = relay.seen.frames.length;
  for (let number = 0; number < 100; number += 1) customer.link.send('mirror', new Uint8Array(100_000).fill(number));
  await pause(50);
  expect(relay.seen.frames.length).toBe(frames);
  expect(customer.link.unsent('mirror')).toBe(10_000_000);
  let drained = 0;
  customer.link.onDrained('mirror', () => (drained += 1));
  relay.bulkOpen.value = true;
  expect(customer.link.path.value).toBe('relay');
  await until(() => host.got.get('mirror')?.length === 100 && customer.link.unsent('mirror') === 0);
  expect(host.got.get('mirror')?.map((message) => message[0])).toEqual(
    Array.from({ length: 100 }, (_, index) => index),
  );
  expect(drained).toBe(1);
});

test('while the relay is away two peers go on directly', async () => {
  const { relay, host, customer } = await makePair();
  await until(() => host.link.path.value === 'direct' && customer.link.path.value === 'direct');
  relay.bulkOpen.value = false;
  relay.online.value = new Set();
  host.link.send('control', bytes('still here'));
  await until(() => texts(customer, 'control')?.length === 1);
  expect(customer.link.path.value).toBe('direct');
  host.link.dropPeer();
  await until(() => customer.link.path.value === 'none');
  host.link.send('control', bytes('and back'));
  relay.online.value = new Set([hostId, customerId]);
  relay.bulkOpen.value = true;
  await until(() => texts(customer, 'control')?.length === 2);
  await until(() => host.link.path.value === 'direct');
});

test.each(['host', 'customer'] as const)(
  'a reload of the %s starts all channels afresh on both sides',
  async (role) => {
    const pair = await makePair();
    const other = role === 'host' ? pair.customer : pair.host;
    const words = other.link.words.value;
    other.link.send('control', bytes('before'));
    await until(() => texts(pair[role], 'control')?.length === 1);
    pair[role].end.abort();
    const reloaded = makeSide(pair.relay, role);
    pair.relay.online.value = new Set([hostId]);
    pair.relay.online.value = new Set([hostId, customerId]);
    await until(() => reloaded.fresh === 1 && other.fresh === 2);
    expect(other.link.words.value).not.toEqual(words);
    expect(other.link.words.value).toEqual(reloaded.link.words.value);
    other.link.send('control', bytes('after'));
    reloaded.link.send('control', bytes('hello'));
    await until(() => texts(reloaded, 'control')?.length === 1 && texts(other, 'control')?.length === 1);
    await until(() => other.link.path.value === 'direct' && reloaded.link.path.value === 'direct');
  },
);
