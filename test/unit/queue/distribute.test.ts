import { describe, expect, test } from 'vitest';
import type { Queue } from '../../../shared/queue/queue.ts';
import { aQueue, anInbound, aRule, deskWorld, id } from './desk-world.ts';

const sales = (changes: Partial<Queue> = {}) => aQueue({ id: 'sales', ...changes });
const minute = 60_000;

describe('who is offered what', () => {
  test('who has waited for longest is first', () => {
    const world = deskWorld(anInbound([sales()]));
    for (const name of ['first', 'second']) {
      world.enter(name);
      world.now += 1;
    }
    world.come('anna');
    world.distribute();
    expect([world.offered('first'), world.offered('second')]).toEqual([['anna'], []]);
  });

  test('a greater priority is first, until the other has waited for long enough', () => {
    const inbound = anInbound([sales(), aQueue({ id: 'urgent', priority: 2 })]);
    for (const [early, expected] of [
      [2 * minute - 1, 'urgent'],
      [2 * minute + 1, 'calm'],
    ] as const) {
      const world = deskWorld(inbound);
      world.enter('calm');
      world.now += early;
      world.enter('urgent', { queueId: 'urgent' });
      world.come('anna');
      world.distribute();
      expect(world.offered(expected)).toEqual(['anna']);
    }
  });

  test('nobody starves behind a stream of more urgent requests', () => {
    const world = deskWorld(anInbound([sales(), aQueue({ id: 'urgent', priority: 9 })]));
    world.come('anna');
    world.enter('calm');
    for (let round = 0; round < 1_200 && world.desk.waiting.has(id('calm')); round += 1) {
      world.enter(`urgent${round}a`, { queueId: 'urgent' });
      world.enter(`urgent${round}b`, { queueId: 'urgent' });
      world.pass(1_000);
      const [requestId = ''] = world.desk.hosts.get('anna')?.offers ?? [];
      world.do({ type: 'accept', requestId, hostId: 'anna', sessionId: id(`s${round}`) });
      world.do({ type: 'give-back', sessionId: id(`s${round}`), hostId: 'anna' });
    }
    expect(world.desk.accepted.has(id('calm'))).toBe(true);
  });

  test('a host with a greater priority in the queue is asked before one who is idle for longer', () => {
    const members = [
      { hostId: 'anna', priority: 0 },
      { hostId: 'bert', priority: 1 },
    ];
    const world = deskWorld(anInbound([sales({ members })]));
    world.come('anna', 'bert', 'stranger');
    world.enter('eva');
    world.distribute();
    expect(world.offered('eva')).toEqual(['bert']);
  });

  test('a host of two queues is given more of that where its own priority is greater', () => {
    const world = deskWorld(
      anInbound([sales(), aQueue({ id: 'support', members: [{ hostId: 'anna', priority: 1 }] })]),
    );
    world.enter('early');
    world.now += minute / 2;
    world.enter('late', { queueId: 'support' });
    world.come('anna');
    world.distribute();
    expect(world.offered('late')).toEqual(['anna']);
  });

  test('skills of the queue and of the request are both needed', () => {
    const rules = [aRule({ field: 'topic', is: 'equals', value: 'sql' }, { to: 'skill', skill: 'sql' })];
    const form = [{ id: 'topic', kind: 'text', label: 'Topic', required: false } as const];
    const hosts = [
      { hostId: 'anna', skills: ['czech'], capacity: null, consoles: null },
      { hostId: 'bert', skills: ['sql'], capacity: null, consoles: null },
      { hostId: 'cyril', skills: ['sql', 'czech'], capacity: null, consoles: null },
    ];
    const world = deskWorld(anInbound([sales({ skills: ['czech'], rules, form })], { hosts }));
    world.come('anna', 'bert', 'cyril');
    world.enter('hard', { answers: { topic: 'sql' } });
    world.enter('easy');
    world.enter('next');
    world.distribute();
    expect([world.offered('hard'), world.offered('easy'), world.offered('next')]).toEqual([['cyril'], ['anna'], []]);
  });

  test('most idle: who has been without a session for longest', () => {
    const world = deskWorld(anInbound([sales()]));
    world.come('anna', 'bert');
    world.do({ type: 'take-session', sessionId: id('s'), hostId: 'anna', queueId: null });
    world.now += 1_000;
    world.do({ type: 'give-back', sessionId: id('s'), hostId: 'anna' });
    world.now += 1_000;
    world.enter('eva');
    world.distribute();
    expect(world.offered('eva')).toEqual(['bert']);
  });

  test('round robin: each in turn, several at one time too', () => {
    const world = deskWorld(anInbound([sales({ strategy: 'round-robin' })], { mode: 'multi', capacity: 2 }));
    world.come('anna', 'bert', 'cyril');
    for (const name of ['a', 'b', 'c', 'd']) world.enter(name);
    world.distribute();
    expect(['a', 'b', 'c', 'd'].map((name) => world.offered(name)[0])).toEqual(['anna', 'bert', 'cyril', 'anna']);
  });

  test('least busy: who has the smallest part of the own capacity in use', () => {
    const hosts = [{ hostId: 'bert', skills: [], capacity: 4, consoles: null }];
    const world = deskWorld(anInbound([sales({ strategy: 'least-busy' })], { mode: 'multi', capacity: 2, hosts }));
    world.come('anna', 'bert');
    for (const hostId of ['anna', 'bert'])
      world.do({ type: 'take-session', sessionId: id(`of-${hostId}`), hostId, queueId: null });
    world.enter('eva');
    world.distribute();
    expect(world.offered('eva')).toEqual(['bert']);
  });

  test('everybody: all are asked at once, and who comes later as well', () => {
    const world = deskWorld(anInbound([sales({ strategy: 'everybody' })]));
    world.come('anna', 'bert');
    world.enter('eva');
    world.distribute();
    expect(world.offered('eva')).toEqual(['anna', 'bert']);
    world.now += 2_000;
    world.come('cyril');
    expect(world.distribute()).toMatchObject([{ hostIds: ['cyril'], until: world.now + 18_000 }]);
    world.now += 14_000;
    world.come('dana');
    // Four seconds are too few to answer.
    expect(world.distribute()).toEqual([]);
    world.do({ type: 'accept', requestId: id('eva'), hostId: 'bert', sessionId: id('s') });
    world.refuses({ type: 'accept', requestId: id('eva'), hostId: 'anna', sessionId: id('t') }, 'request.taken');
  });

  test('everybody: a host hears five at once and no more, and is rid of them when it has one', () => {
    const world = deskWorld(anInbound([sales({ strategy: 'everybody' })]));
    for (let each = 0; each < 9; each += 1) world.enter(`r${each}`);
    world.come('anna', 'bert');
    world.distribute();
    expect(world.desk.hosts.get('anna')?.offers.size).toBe(5);
    world.do({ type: 'accept', requestId: id('r0'), hostId: 'anna', sessionId: id('s') });
    expect(world.desk.hosts.get('anna')?.offers.size).toBe(0);
    expect(world.offered('r1')).toEqual(['bert']);
  });

  test('nothing is offered to one who is away, busy, full or wraps up', () => {
    const world = deskWorld(anInbound([sales({ wrapUpMs: 5_000 })]));
    world.come('away', 'busy', 'full', 'wraps');
    world.do({ type: 'set-availability', hostId: 'away', name: 'away', availability: 'away' });
    world.do({ type: 'set-availability', hostId: 'busy', name: 'busy', availability: 'busy' });
    for (const hostId of ['full', 'wraps'])
      world.do({ type: 'take-session', sessionId: id(hostId), hostId, queueId: 'sales' });
    world.do({ type: 'give-back', sessionId: id('wraps'), hostId: 'wraps' });
    world.enter('eva');
    expect(world.distribute()).toEqual([]);
    expect(world.pass(5_000)).toMatchObject([
      { type: 'wrap-up.ended', hostId: 'wraps' },
      { type: 'request.offered', hostIds: ['wraps'] },
    ]);
  });

  test('who declined is asked again when all have, and not at once', () => {
    const world = deskWorld(anInbound([sales()]));
    world.come('anna', 'bert');
    world.enter('eva');
    world.distribute();
    const decline = (hostId: string) => world.do({ type: 'decline', requestId: id('eva'), hostId });
    decline('anna');
    world.distribute();
    expect(world.offered('eva')).toEqual(['bert']);
    decline('bert');
    expect(world.pass(9_999)).toEqual([]);
    world.pass(1);
    expect(world.offered('eva')).toEqual(['anna']);
    decline('anna');
    world.distribute();
    expect(world.offered('eva')).toEqual(['bert']);
  });

  test('one who declined is not asked again while another who could is only busy', () => {
    const world = deskWorld(anInbound([sales()]));
    world.come('anna', 'bert');
    world.do({ type: 'take-session', sessionId: id('s'), hostId: 'bert', queueId: null });
    world.enter('eva');
    world.distribute();
    world.do({ type: 'decline', requestId: id('eva'), hostId: 'anna' });
    expect(world.pass(minute)).toEqual([]);
    world.do({ type: 'give-back', sessionId: id('s'), hostId: 'bert' });
    world.distribute();
    expect(world.offered('eva')).toEqual(['bert']);
  });

  test('an offer keeps a place, so that two strategies together give nobody too much', () => {
    const world = deskWorld(anInbound([sales(), aQueue({ id: 'all', strategy: 'everybody' })]));
    world.enter('one');
    world.enter('two');
    world.enter('three', { queueId: 'all' });
    world.come('anna');
    world.distribute();
    expect(world.desk.hosts.get('anna')?.offers.size).toBe(1);
  });
});
