import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { newId } from '../../../shared/protocol/new-id.ts';
import { answersSchema } from '../../../shared/queue/form.ts';
import { askedFromSchema, type DeskFact } from '../../../shared/queue/desk-facts.ts';
import { foldDesk, newDesk } from '../../../shared/queue/fold-desk.ts';
import { hostDesk } from '../../../shared/queue/host-desk.ts';
import { createFeedSlots } from '../../../server/routes/feed-slots.ts';
import { createSiteInbound } from '../../../server/settings/site-inbound.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';
import { inboundOf, queueOf } from '../../support/queues.ts';

let relay: LocalRelay;
beforeAll(async () => {
  relay = await startLocalRelay();
});
afterAll(() => relay.end());

const entered = (index: number, more: object = {}): DeskFact => ({
  type: 'request.entered',
  requestId: newId(),
  queueId: 'shop',
  name: 'Jan',
  answers: {},
  skills: [],
  hostId: null,
  from: null,
  language: 'en',
  source: `s${index}`,
  since: 1,
  sessionId: null,
  note: '',
  ...more,
});

/** What a host's window reads at once (follow-feed.ts). */
const lineChars = 512 * 1024;

test('[Q7] the fullest view of a host stays within what its window reads at once', () => {
  const form = Array.from({ length: 30 }, (_, index) => {
    return { id: `f${index}`, kind: 'long-text' as const, label: 'L'.repeat(80), required: false };
  });
  const answers = Object.fromEntries(form.map(({ id }) => [id, '"'.repeat(2_000)]));
  const from = { url: `https://${'a'.repeat(990)}`, title: '"'.repeat(300) };
  const desk = newDesk();
  let seq = 0;
  const fold = (fact: DeskFact) => foldDesk(desk, { seq: (seq += 1), at: 1, fact });
  fold({ type: 'host.changed', hostId: 'anna', name: 'Anna', availability: 'available' });
  for (let index = 0; index < 200; index += 1) fold(entered(index, { answers, from, note: '"'.repeat(345) }));
  for (const requestId of [...desk.waiting.keys()].slice(0, 5)) {
    fold({ type: 'request.offered', requestId, hostIds: ['anna'], until: 2 });
  }
  const inbound = inboundOf(queueOf('shop', { form, isChosenByHosts: true, strategy: 'everybody' }));
  const view = hostDesk(desk, inbound, 'anna', 1);
  expect(view.offers).toHaveLength(5);
  expect(view.waiting.length).toBeGreaterThan(10);
  expect(JSON.stringify(view).length).toBeLessThan(lineChars);
});

test.each([
  ['https://shop.example/cart', true],
  ['https://shop.example/cart?token=1', false],
  ['https://shop.example/cart#x', false],
  ['javascript:alert(1)', false],
  ['https://shop.example/\u0007', false],
])('[Q9] a page %j that help is asked from is taken: %s', (url, isTaken) => {
  expect(v.is(askedFromSchema, { url, title: 'Cart' })).toBe(isTaken);
});

test('[Q2] answers hold no control characters but broken lines', () => {
  expect(v.is(answersSchema, { about: 'One\ntwo' })).toBe(true);
  expect(v.is(answersSchema, { about: 'One\u0000' })).toBe(false);
});

test('[Q1] twenty thousand who wait leave at once when their queue is removed', { timeout: 60_000 }, async () => {
  const { deskStore } = relay.deps;
  await createSiteInbound(relay.deps).set(inboundOf(queueOf('shop')));
  await relay.relay.room.refresh();
  const facts = Array.from({ length: 20_000 }, (_, index) => entered(index));
  for (;;) {
    const after = relay.relay.room.desk.seq;
    if (await deskStore.append({ after, at: Date.now(), facts })) break;
    await relay.relay.room.refresh();
  }
  await relay.relay.room.refresh();
  expect(relay.relay.room.desk.waiting.size).toBe(20_000);
  await createSiteInbound(relay.deps).set(inboundOf(queueOf('other')));
  await relay.relay.room.run({ type: 'lapse' });
  expect(relay.relay.room.desk.waiting.size).toBe(0);
});

test('[Q7] a newer feed ends the oldest, and gives its place back once', () => {
  const ended: string[] = [];
  const slots = createFeedSlots(2);
  const leave = ['a', 'b', 'c'].map((name) => slots('who', () => ended.push(name)));
  expect(ended).toEqual(['a']);
  leave[0]?.();
  leave[1]?.();
  slots('who', () => ended.push('d'));
  expect(ended).toEqual(['a']);
});
