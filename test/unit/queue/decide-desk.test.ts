import { describe, expect, test } from 'vitest';
import type { DeskAction, DeskRefusal } from '../../../shared/queue/desk-action.ts';
import type { Queue } from '../../../shared/queue/queue.ts';
import { aQueue, anInbound, aRule, deskWorld, entry, id, startedAt } from './desk-world.ts';

const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const sales = (changes: Partial<Queue> = {}) => aQueue({ id: 'sales', ...changes });
const site = (changes: Partial<Queue> = {}) =>
  anInbound([
    sales({ isHostChosen: true, form: [{ id: 'topic', kind: 'text', label: 'Topic', required: false }], ...changes }),
    aQueue({ id: 'support', members: [{ hostId: 'bert', priority: 0 }] }),
    aQueue({ id: 'off', isOn: false }),
    aQueue({ id: 'closed', hours: { timeZone: 'Europe/Prague', week: never, holidays: [] } }),
  ]);
const accept = (name: string, hostId: string, session = 'session'): DeskAction => ({
  type: 'accept',
  requestId: id(name),
  hostId,
  sessionId: id(session),
});
const handOn = (
  to: Extract<DeskAction, { type: 'hand-on' }>['to'],
  changes: Partial<Extract<DeskAction, { type: 'hand-on' }>> = {},
): DeskAction => ({
  type: 'hand-on',
  requestId: id('again'),
  sessionId: id('session'),
  by: 'anna',
  name: 'Eva',
  to,
  note: 'Knows the way.',
  from: null,
  language: 'cs',
  since: startedAt - 1_000,
  ...changes,
});

describe('a customer who asks', () => {
  test.each<[changes: Partial<Extract<DeskAction, { type: 'enter' }>>, DeskRefusal]>([
    [{ queueId: 'none' }, 'queue.unknown'],
    [{ queueId: 'off' }, 'queue.off'],
    [{ queueId: 'closed' }, 'queue.closed'],
    [{ answers: { colour: 'red' } }, 'answers.invalid'],
    [{ hostId: 'nobody' }, 'host.unknown'],
    [{ queueId: 'support', hostId: 'anna' }, 'host.not-served'],
  ])('with %j is refused: %s', (changes, code) => {
    const world = deskWorld(site());
    world.come('anna', 'bert');
    world.refuses({ ...entry('eva'), ...changes }, code);
  });

  test('is refused where there are no queues', () => {
    deskWorld({ ...site(), isOn: false }).refuses(entry('eva'), 'inbound.off');
  });

  test('is refused as the fourth of one source, until one of them goes', () => {
    const world = deskWorld(site());
    for (const name of ['a', 'b', 'c']) world.enter(name, { source: 'home' });
    world.refuses({ ...entry('d'), source: 'home' }, 'source.too-many');
    world.do({ type: 'leave', requestId: id('b'), why: 'cancelled' });
    world.enter('d', { source: 'home' });
  });

  test('waits once', () => {
    const world = deskWorld(site());
    world.enter('eva');
    world.refuses(entry('eva'), 'request.taken');
  });

  test('has only the host whom it wished for', () => {
    const world = deskWorld(site());
    world.come('anna', 'bert');
    world.enter('eva', { hostId: 'bert' });
    world.distribute();
    expect(world.offered('eva')).toEqual(['bert']);
  });

  test('is sent on by the rules, with its answers as they are kept', () => {
    const then = { to: 'queue', queueId: 'support' } as const;
    const world = deskWorld(site({ rules: [aRule({ field: 'topic', is: 'contains', value: 'b' }, then)] }));
    expect(world.enter('eva', { answers: { topic: ' b ' } })).toMatchObject({
      queueId: 'support',
      answers: { topic: 'b' },
    });
    expect(world.enter('ota', { answers: { topic: '  ' } })).toMatchObject({ queueId: 'sales', answers: {} });
  });
});

describe('a host who accepts', () => {
  test('has what was offered, and nobody else has', () => {
    const world = deskWorld(site());
    world.come('anna', 'bert');
    world.enter('eva');
    world.distribute();
    world.refuses(accept('eva', 'bert'), 'host.not-offered');
    world.refuses(accept('eva', 'nobody'), 'host.unknown');
    world.refuses(accept('ota', 'anna'), 'request.gone');
    world.do(accept('eva', 'anna'));
    expect(world.desk.hosts.get('anna')?.sessions.get(id('session'))).toEqual({ queueId: 'sales', since: startedAt });
    world.refuses(accept('eva', 'bert'), 'request.taken');
    // The answer was lost: asked again it is the same.
    world.do(accept('eva', 'anna'));
    expect(world.desk.hosts.get('anna')?.sessions.size).toBe(1);
  });

  test('of twenty only one has it', () => {
    const world = deskWorld(site({ strategy: 'everybody' }));
    const hosts = Array.from({ length: 20 }, (_, index) => `host${index}`);
    world.come(...hosts);
    world.enter('eva');
    world.distribute();
    const accepted = hosts.filter((hostId) => world.act(accept('eva', hostId, hostId)).ok);
    expect(accepted).toEqual(['host0']);
  });

  test('may choose by hand where the queue lets it, though it is busy, but not when it is full', () => {
    const world = deskWorld(site({ isChosenByHosts: true, members: [{ hostId: 'anna', priority: 0 }] }));
    world.come('anna', 'bert');
    world.do({ type: 'set-availability', hostId: 'anna', name: 'anna', availability: 'busy' });
    world.enter('eva');
    world.enter('ota');
    world.refuses(accept('eva', 'bert'), 'host.not-served');
    world.do(accept('ota', 'anna'));
    world.refuses(accept('eva', 'anna', 'other'), 'host.full');
  });

  test('another by hand is rid of the offer that it cannot take any more', () => {
    const world = deskWorld(site({ isChosenByHosts: true }));
    world.come('anna');
    world.enter('eva');
    world.enter('ota');
    world.distribute();
    expect(world.do(accept('ota', 'anna'))).toMatchObject([
      { type: 'request.accepted' },
      { type: 'offer.ended', requestId: id('eva'), hostIds: ['anna'], why: 'withdrawn' },
    ]);
    expect(world.request('eva').passedBy).toEqual([]);
  });
});

describe('a host who goes away', () => {
  test('is rid of its offers, which others have at once', () => {
    const world = deskWorld(site());
    world.come('anna', 'bert');
    world.enter('eva');
    world.distribute();
    world.do({ type: 'set-availability', hostId: 'anna', name: 'Anna', availability: 'away' });
    world.distribute();
    expect(world.offered('eva')).toEqual(['bert']);
  });

  test('is told twice that nobody answered, then is away', () => {
    const world = deskWorld(site());
    world.come('anna');
    world.enter('eva');
    world.distribute();
    expect(world.pass(20_000)).toEqual([
      { type: 'offer.ended', requestId: id('eva'), hostIds: ['anna'], why: 'no-answer' },
    ]);
    world.pass(10_000);
    expect(world.pass(20_000)).toMatchObject([
      { type: 'offer.ended', why: 'no-answer' },
      { type: 'host.changed', hostId: 'anna', availability: 'away' },
    ]);
    world.come('anna');
    expect(world.desk.hosts.get('anna')?.missed).toBe(0);
  });

  test('has missed several that rang at once only once', () => {
    const world = deskWorld(site({ strategy: 'everybody' }));
    world.come('anna');
    for (const name of ['a', 'b', 'c']) world.enter(name);
    world.distribute();
    expect(world.pass(20_000).map(({ type }) => type)).toEqual(['offer.ended', 'offer.ended', 'offer.ended']);
    expect(world.desk.hosts.get('anna')?.missed).toBe(1);
  });
});

describe('a session that is handed on', () => {
  const running = () => {
    const world = deskWorld(site());
    world.come('anna', 'bert');
    world.enter('eva', { hostId: 'anna' });
    world.distribute();
    world.do(accept('eva', 'anna'));
    return world;
  };

  test.each<[string, DeskAction, DeskRefusal]>([
    ['by a stranger', handOn({ queueId: 'sales' }, { by: 'nobody' }), 'host.unknown'],
    ['by one who does not have it', handOn({ queueId: 'sales' }, { by: 'bert' }), 'session.unknown'],
    ['to a stranger', handOn({ hostId: 'nobody' }), 'host.unknown'],
    ['to the same host', handOn({ hostId: 'anna' }), 'host.not-served'],
    ['into a closed queue', handOn({ queueId: 'closed' }), 'queue.closed'],
  ])('%s is refused', (_fact, action, code) => running().refuses(action, code));

  test('to a queue keeps its session and the time waited, and rings at others first', () => {
    const world = running();
    world.do(handOn({ queueId: 'sales' }));
    world.refuses(handOn({ queueId: 'sales' }, { requestId: id('twice') }), 'request.taken');
    world.do({ type: 'give-back', sessionId: id('session'), hostId: 'anna' });
    world.distribute();
    expect(world.request('again')).toMatchObject({ since: startedAt - 1_000, note: 'Knows the way.' });
    expect(world.offered('again')).toEqual(['bert']);
    expect(world.do(accept('again', 'bert', 'another'))).toMatchObject([{ sessionId: id('session') }]);
  });

  test('to a host waits for that host, and can be the same request again', () => {
    const world = running();
    world.do(handOn({ hostId: 'bert' }, { requestId: id('eva') }));
    world.distribute();
    expect(world.request('eva')).toMatchObject({ hostId: 'bert', queueId: 'sales' });
    world.do(accept('eva', 'bert'));
    expect(world.desk.hosts.get('bert')?.sessions.has(id('session'))).toBe(true);
  });
});

describe('what time brings', () => {
  test('who has waited for too long goes on to another queue, once, and keeps its time', () => {
    const inbound = anInbound([
      sales({ escalation: { afterMs: 10_000, queueId: 'support' } }),
      aQueue({ id: 'support', escalation: { afterMs: 10_000, queueId: 'sales' } }),
    ]);
    const world = deskWorld(inbound);
    world.enter('eva');
    expect(world.pass(9_999)).toEqual([]);
    expect(world.pass(1)).toEqual([{ type: 'request.moved', requestId: id('eva'), queueId: 'support' }]);
    expect(world.pass(3_600_000)).toEqual([]);
    expect(world.request('eva')).toMatchObject({ queueId: 'support', since: startedAt });
  });

  test('a queue that is switched off or gone lets all go; the end of its hours nobody', () => {
    const week = { ...never, mon: [{ from: 0, to: 24 * 60 }] };
    const world = deskWorld(anInbound([sales({ hours: { timeZone: 'UTC', week, holidays: [] } })]));
    world.enter('eva');
    expect(world.pass(24 * 3_600_000)).toEqual([]);
    world.refuses(entry('ota'), 'queue.closed');
    world.inbound = anInbound([sales({ isOn: false })]);
    expect(world.pass(0)).toEqual([{ type: 'request.left', requestId: id('eva'), why: 'closed' }]);
  });

  test('a wrap-up ends by itself or by hand', () => {
    const world = deskWorld(site({ wrapUpMs: 60_000 }));
    world.come('anna');
    const wrapUp = () => {
      world.do({ type: 'take-session', sessionId: id('s'), hostId: 'anna', queueId: 'sales' });
      world.do({ type: 'give-back', sessionId: id('s'), hostId: 'anna' });
    };
    wrapUp();
    expect(world.do({ type: 'end-wrap-up', hostId: 'anna' })).toHaveLength(1);
    expect(world.do({ type: 'end-wrap-up', hostId: 'anna' })).toEqual([]);
    wrapUp();
    expect(world.pass(60_000)).toEqual([{ type: 'wrap-up.ended', hostId: 'anna' }]);
  });

  test('a session without a queue has no wrap-up, and one that is not there is not given back', () => {
    const world = deskWorld(site({ wrapUpMs: 60_000 }));
    world.come('anna');
    world.do({ type: 'take-session', sessionId: id('s'), hostId: 'anna', queueId: null });
    expect(world.do({ type: 'give-back', sessionId: id('s'), hostId: 'anna' })).toMatchObject([{ wrapUpMs: 0 }]);
    world.refuses({ type: 'give-back', sessionId: id('s'), hostId: 'anna' }, 'session.unknown');
  });
});
