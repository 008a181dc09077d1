import { expect, test } from 'vitest';
import type { Handshake, HandshakeStep } from '../../../shared/browser/link/handshake.ts';
import { createInitiator } from '../../../shared/browser/link/handshake-initiator.ts';
import type { HandshakeMessage } from '../../../shared/browser/link/handshake-message.ts';
import { createResponder } from '../../../shared/browser/link/handshake-responder.ts';

const sessionId = 's'.repeat(22);
const hostId = 'h'.repeat(22);
const customerId = 'c'.repeat(22);

/** One side with what it has said and what it has agreed. */
function side(role: 'initiator' | 'responder', now = () => 0) {
  const said: HandshakeMessage[] = [];
  const steps: HandshakeStep[] = [];
  const initiator = role === 'initiator';
  const handshake: Handshake = (initiator ? createInitiator : createResponder)({
    sessionId,
    selfId: initiator ? hostId : customerId,
    otherId: initiator ? customerId : hostId,
    send: (message) => void said.push(message),
    now,
  });
  return {
    said,
    handshake,
    steps,
    async hear(message: HandshakeMessage) {
      const step = await handshake.receive(message);
      if (step.type !== 'none') steps.push(step);
    },
    completed: () => steps.filter((step) => step.type === 'completed'),
    words: () => steps.findLast((step) => step.type === 'completed')?.agreed.keys.words,
  };
}
type Side = ReturnType<typeof side>;

/** Carries all that is said until both are silent. */
async function carry(a: Side, b: Side): Promise<HandshakeMessage[]> {
  const carried: HandshakeMessage[] = [];
  while (a.said.length + b.said.length > 0) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const message of from.said.splice(0)) {
        carried.push(message);
        await to.hear(message);
      }
    }
  }
  return carried;
}

async function pair() {
  const host = side('initiator');
  const customer = side('responder');
  await host.handshake.retry();
  await carry(host, customer);
  return { host, customer };
}

function find<T extends HandshakeMessage['type']>(messages: readonly HandshakeMessage[], type: T) {
  const found = messages.find((message): message is Extract<HandshakeMessage, { type: T }> => message.type === type);
  if (!found) throw new Error(`nobody said ${type}`);
  return found;
}

test('both sides get the same four words and matching keys', async () => {
  const { host, customer } = await pair();
  expect(host.words()).toHaveLength(4);
  expect(host.words()).toEqual(customer.words());
  const [mine, yours] = [host, customer].map((one) => one.steps.findLast((step) => step.type === 'completed'));
  if (mine?.type !== 'completed' || yours?.type !== 'completed') throw new Error('not completed');
  const iv = new Uint8Array(12);
  const box = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    mine.agreed.keys.fromInitiator.frames,
    new Uint8Array([7]),
  );
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, yours.agreed.keys.fromInitiator.frames, box);
  expect(new Uint8Array(plain)).toEqual(new Uint8Array([7]));
  await expect(
    crypto.subtle.decrypt({ name: 'AES-GCM', iv }, yours.agreed.keys.fromResponder.frames, box),
  ).rejects.toThrow();
  await expect(crypto.subtle.exportKey('raw', mine.agreed.keys.fromInitiator.frames)).rejects.toThrow();
});

test('the handshake works whoever speaks first', async () => {
  const host = side('initiator');
  const customer = side('responder');
  await customer.handshake.retry();
  await host.handshake.retry();
  await carry(customer, host);
  expect(host.words()).toEqual(customer.words());
  expect(host.completed()).toHaveLength(1);
  expect(customer.completed()).toHaveLength(1);
});

test('a relay that talks to each side with keys of its own gives them different words', async () => {
  const host = side('initiator');
  const customer = side('responder');
  const toHost = side('responder');
  const toCustomer = side('initiator');
  await host.handshake.retry();
  await toCustomer.handshake.retry();
  await carry(host, toHost);
  await carry(toCustomer, customer);
  expect(host.words()).toBeDefined();
  expect(customer.words()).toBeDefined();
  expect(host.words()).not.toEqual(customer.words());
});

test('a key that was not committed to is refused: nobody chooses late', async () => {
  const host = side('initiator');
  const customer = side('responder');
  const middle = side('initiator');
  await host.handshake.retry();
  const commit = find(host.said, 'link.commit');
  await customer.hear(commit);
  const key = find(customer.said, 'link.key');
  await middle.handshake.retry();
  await middle.hear({ ...key, attempt: find(middle.said, 'link.commit').attempt });
  const reveal = find(middle.said, 'link.reveal');
  await customer.hear({ ...reveal, attempt: commit.attempt });
  expect(customer.completed()).toHaveLength(0);
});

test('a reveal without proof of the keys is refused, and the true one still counts', async () => {
  const host = side('initiator');
  const customer = side('responder');
  await host.handshake.retry();
  await customer.hear(find(host.said, 'link.commit'));
  await host.hear(find(customer.said, 'link.key'));
  const reveal = find(host.said, 'link.reveal');
  await customer.hear({ ...reveal, proof: reveal.proof.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) });
  expect(customer.completed()).toHaveLength(0);
  await customer.hear(reveal);
  expect(customer.completed()).toHaveLength(1);
});

test('any single message may be lost: asking again completes the handshake', async () => {
  for (let lost = 0; lost < 4; lost += 1) {
    const host = side('initiator');
    const customer = side('responder');
    let count = 0;
    await host.handshake.retry();
    for (let round = 0; round < 12; round += 1) {
      for (const [from, to] of [
        [host, customer],
        [customer, host],
      ] as const) {
        for (const message of from.said.splice(0)) {
          if (count++ !== lost) await to.hear(message);
        }
      }
      if (round === 6) {
        await host.handshake.retry();
        await customer.handshake.retry();
      }
    }
    expect(host.words(), `message ${lost}`).toEqual(customer.words());
    expect(host.words()).toHaveLength(4);
  }
});

test('the first use of the keys stands for the last message', async () => {
  const host = side('initiator');
  const customer = side('responder');
  await host.handshake.retry();
  await customer.hear(find(host.said, 'link.commit'));
  await host.hear(find(customer.said, 'link.key'));
  const { attempt } = find(host.said, 'link.reveal');
  expect(host.handshake.confirm(attempt).type).toBe('completed');
  expect(host.handshake.confirm(attempt).type).toBe('none');
});

test('old messages of all kinds change nothing in a handshake that is complete', async () => {
  const host = side('initiator');
  const customer = side('responder');
  await customer.handshake.retry();
  await host.handshake.retry();
  const old = await carry(customer, host);
  for (const message of [...old, ...old]) {
    await host.hear(message);
    await customer.hear(message);
    await carry(host, customer);
  }
  expect(host.completed()).toHaveLength(1);
  expect(customer.completed()).toHaveLength(1);
});

test('a reload of the responder gives new words on both sides, and its old life cannot come back', async () => {
  const { host, customer } = await pair();
  const old = customer.words();
  await customer.handshake.retry();
  const reloaded = side('responder');
  await reloaded.handshake.retry();
  const hello = find(reloaded.said, 'link.hello');
  await carry(reloaded, host);
  expect(host.words()).toEqual(reloaded.words());
  expect(host.words()).not.toEqual(old);
  await host.hear(hello);
  expect(host.said).toEqual([]);
});

test('a reload of the initiator gives new words on both sides', async () => {
  const { customer } = await pair();
  const old = customer.words();
  const reloaded = side('initiator');
  await reloaded.handshake.retry();
  await carry(reloaded, customer);
  expect(reloaded.words()).toEqual(customer.words());
  expect(customer.words()).not.toEqual(old);
});

test('a hello out of nowhere leaves the keys of a running pair as they are', async () => {
  const { host, customer } = await pair();
  const words = host.words();
  await host.hear({ type: 'link.hello', life: 'x'.repeat(22) });
  await carry(host, customer);
  await host.hear({ type: 'link.hello', life: 'x'.repeat(22) });
  expect(host.said).toEqual([]);
  expect(host.completed()).toHaveLength(1);
  expect(host.words()).toEqual(words);
});

test('runs cannot be begun until the words of two happen to agree', async () => {
  let time = 0;
  const customer = side('responder', () => time);
  const commit = async (number: number) => {
    const attempt = String(number).padStart(22, 'a');
    await customer.hear({ type: 'link.commit', attempt, commit: 'c'.repeat(43) });
  };
  for (let number = 0; number < 100; number += 1) await commit(number);
  expect(customer.said).toHaveLength(16);
  time += 1_000;
  await commit(100);
  expect(customer.said).toHaveLength(17);

  const host = side('initiator', () => time);
  await host.handshake.retry();
  const stranger = side('responder', () => time);
  for (let number = 0; number < 100; number += 1) {
    const found = host.said.findLast((message) => message.type === 'link.commit');
    const [key] = found ? (await stranger.hear(found), stranger.said.splice(0)) : [];
    if (key) await host.hear(key);
    await host.hear({ type: 'link.hello', life: String(number).padStart(22, 'b') });
  }
  const runs = new Set(host.said.flatMap((message) => (message.type === 'link.commit' ? [message.attempt] : [])));
  expect(runs.size).toBeLessThanOrEqual(16);
});
