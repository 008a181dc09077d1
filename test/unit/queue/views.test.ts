import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { estimateWait, placeOf } from '../../../shared/queue/estimate.ts';
import { hostDesk, hostDeskSchema } from '../../../shared/queue/host-desk.ts';
import { deskFromText, deskToText } from '../../../shared/queue/keep-desk.ts';
import type { Queue } from '../../../shared/queue/queue.ts';
import { waitingView, waitingViewSchema } from '../../../shared/queue/waiting-view.ts';
import { aQueue, anInbound, type DeskWorld, deskWorld, id } from './desk-world.ts';

const minute = 60_000;
const site = (changes: Partial<Queue> = {}) =>
  anInbound([
    aQueue({
      id: 'sales',
      form: [
        { id: 'topic', kind: 'text', label: 'Topic', required: false },
        { id: 'amount', kind: 'number', label: 'Amount', required: false },
      ],
      ...changes,
    }),
    aQueue({ id: 'support', members: [{ hostId: 'bert', priority: 0 }] }),
  ]);

/** One session of so many minutes, whose customer waited for so many. */
function learn(world: DeskWorld, waited: number, lasted: number): void {
  const { desk } = world;
  world.enter('earlier');
  world.now += waited * minute;
  world.distribute();
  const [hostId = ''] = desk.waiting.get(id('earlier'))?.offer?.hostIds ?? [];
  world.do({ type: 'accept', requestId: id('earlier'), hostId, sessionId: id('earlier') });
  world.now += lasted * minute;
  world.do({ type: 'give-back', sessionId: id('earlier'), hostId });
}

const view = (world: DeskWorld, name: string) => {
  const seen = waitingView(world.desk, world.inbound, id(name), world.now);
  expect(v.parse(waitingViewSchema, JSON.parse(JSON.stringify(seen)))).toEqual(seen);
  return seen;
};
const hostView = (world: DeskWorld, hostId: string) => {
  const seen = hostDesk(world.desk, world.inbound, hostId, world.now);
  expect(v.parse(hostDeskSchema, JSON.parse(JSON.stringify(seen)))).toEqual(seen);
  return seen;
};

describe('the estimate of a wait', () => {
  test.each<[place: number, hosts: number, fromMinutes: number, toMinutes: number | null]>([
    // Of (6 s + 10 min × those before ÷ hosts) and the last wait of 4 min, the mean.
    [1, 1, 2, 5],
    [2, 1, 5, 10],
    [2, 2, 2, 5],
    [4, 1, 10, 20],
    [9, 1, 40, 60],
    [14, 1, 60, null],
  ])('at place %i of %i hosts is from %i to %s minutes', (place, hosts, from, to) => {
    const world = deskWorld(site());
    const names = Array.from({ length: hosts }, (_, index) => `host${index}`);
    world.come(...names);
    learn(world, 4, 10);
    for (const hostId of names) world.do({ type: 'take-session', sessionId: id(`s-${hostId}`), hostId, queueId: null });
    for (let each = 1; each <= place; each += 1) world.enter(`r${each}`);
    const name = id(`r${place}`);
    expect(placeOf(world.desk, world.inbound, name)).toBe(place);
    const expected = { fromMs: from * minute, toMs: to === null ? null : to * minute };
    expect(estimateWait(world.desk, world.inbound, name, world.now)).toEqual(expected);
  });

  test('is under a minute while a host is free', () => {
    const world = deskWorld(site());
    world.come('anna');
    learn(world, 4, 10);
    world.enter('eva');
    expect(view(world, 'eva')).toMatchObject({ estimate: { fromMs: 0, toMs: minute } });
  });

  test('is nothing while nothing is known or nobody is there', () => {
    const world = deskWorld(site());
    world.come('anna');
    world.enter('eva');
    expect(view(world, 'eva')).toMatchObject({ estimate: null, isSomebodyThere: true });
    world.do({ type: 'leave', requestId: id('eva'), why: 'cancelled' });
    learn(world, 4, 10);
    world.enter('ota');
    world.do({ type: 'set-availability', hostId: 'anna', name: 'Anna', availability: 'away' });
    expect(view(world, 'ota')).toMatchObject({ estimate: null, isSomebodyThere: false });
  });
});

describe('what a customer who waits may see', () => {
  test('is its own place in its own queue', () => {
    const world = deskWorld(site());
    world.enter('other', { queueId: 'support' });
    world.enter('first', { hostId: null });
    world.now += 1;
    world.enter('eva');
    expect(view(world, 'eva')).toMatchObject({ phase: 'waiting', queueName: 'SALES', place: 2, isOffered: false });
    world.come('anna');
    world.distribute();
    expect(view(world, 'first')).toMatchObject({ place: 1, isOffered: true });
  });

  test('is when the queue opens again, once its hours are over; the place stays', () => {
    const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    const week = { ...never, mon: [{ from: 9 * 60, to: 10 * 60 }] };
    const hours = { timeZone: 'Europe/Prague', week, holidays: [] };
    const world = deskWorld(site({ hours, closedText: 'Until Monday!', nobodyText: 'Nobody.' }));
    world.now = Date.parse('2026-11-30T08:59:00Z');
    world.enter('eva');
    expect(view(world, 'eva')).toMatchObject({ isOpen: true, opensAt: null, nobodyText: 'Nobody.' });
    world.now += 2 * minute;
    const opensAt = Date.parse('2026-12-07T08:00:00Z');
    expect(view(world, 'eva')).toMatchObject({ isOpen: false, opensAt, nobodyText: 'Until Monday!', place: 1 });
  });

  test('is neither place nor estimate where the queue hides them', () => {
    const world = deskWorld(site({ isPositionShown: false, isEstimateShown: false }));
    world.come('anna');
    learn(world, 1, 1);
    world.enter('eva');
    expect(view(world, 'eva')).toMatchObject({ place: null, estimate: null });
  });

  test('is who has accepted, or why it is over', () => {
    const world = deskWorld(site());
    world.come('anna');
    world.enter('eva');
    world.enter('ota');
    world.distribute();
    world.do({ type: 'accept', requestId: id('eva'), hostId: 'anna', sessionId: id('s') });
    world.do({ type: 'leave', requestId: id('ota'), why: 'cancelled' });
    expect(view(world, 'eva')).toEqual({ phase: 'accepted', sessionId: id('s'), host: 'anna' });
    expect(view(world, 'ota')).toEqual({ phase: 'over', why: 'cancelled' });
    expect(view(world, 'nobody')).toEqual({ phase: 'over', why: 'gone' });
  });
});

describe('what a host may see', () => {
  test('are its offers with answers in the order of the form, and counts of its queues', () => {
    const world = deskWorld(site());
    world.come('anna', 'bert');
    world.enter('eva', { answers: { amount: '5', topic: 'Bill' } });
    world.enter('ota', { queueId: 'support' });
    world.distribute();
    const seen = hostView(world, 'anna');
    expect(seen).toMatchObject({ availability: 'available', sessions: 0, capacity: 1, wrapUpUntil: 0, waiting: [] });
    expect(seen.offers).toMatchObject([
      {
        requestId: id('eva'),
        queueName: 'SALES',
        until: world.now + 20_000,
        answers: [
          { label: 'Topic', answer: 'Bill' },
          { label: 'Amount', answer: '5' },
        ],
      },
    ]);
    expect(seen.queues).toEqual([
      { queueId: 'sales', name: 'SALES', isChosenByHosts: false, waiting: 1, since: world.now, hosts: 2 },
    ]);
  });

  test('are the requests to choose from, the first in turn first, and none that is not for it', () => {
    const world = deskWorld(site({ isChosenByHosts: true, isHostChosen: true }));
    world.come('anna', 'bert');
    for (const hostId of ['anna', 'bert'])
      world.do({ type: 'take-session', sessionId: id(hostId), hostId, queueId: null });
    world.enter('first');
    world.enter('berts', { hostId: 'bert' });
    world.now += 1;
    world.enter('annas', { hostId: 'anna' });
    world.enter('other', { queueId: 'support' });
    expect(hostView(world, 'anna').waiting.map(({ name }) => name)).toEqual(['first', 'annas']);
    expect(hostView(world, 'bert').waiting.map(({ name }) => name)).toEqual(['first', 'berts']);
    expect(hostView(world, 'bert').queues.map(({ waiting }) => waiting)).toEqual([3, 1]);
  });

  test('is an empty desk for one who never came, or without queues', () => {
    const world = deskWorld(site());
    expect(hostView(world, 'anna')).toMatchObject({ availability: 'away', offers: [] });
    world.inbound = { ...world.inbound, isOn: false };
    expect(hostView(world, 'anna')).toMatchObject({ isOn: false, queues: [] });
  });
});

test('a text that is not of a desk is refused', () => {
  expect(deskFromText(deskToText(deskWorld(site()).desk))).toEqual(deskWorld(site()).desk);
  for (const text of ['', '{}', '{"version":2}']) expect(() => deskFromText(text)).toThrow();
});
