import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { hostDesk } from '../../../shared/queue/host-desk.ts';
import { inboundSchema } from '../../../shared/queue/inbound.ts';
import { type Layout, layoutFor, layouts, layoutsOf, layoutsSchema } from '../../../shared/queue/layouts.ts';
import { anInbound, type DeskWorld, deskWorld, id } from './desk-world.ts';

describe('[X1] which consoles a host may choose from', () => {
  test.each<[mode: 'single' | 'multi', consoles: Layout[], given: Layout[]]>([
    ['multi', ['dashboard', 'tray', 'multi'], ['dashboard', 'tray', 'multi']],
    ['multi', ['multi', 'dashboard'], ['dashboard', 'multi']],
    ['multi', ['tray'], ['tray']],
    ['single', ['dashboard', 'tray', 'multi'], ['dashboard', 'tray']],
    ['single', ['multi'], ['dashboard']],
  ])('in mode %s with %j are %j', (mode, consoles, given) => {
    expect(layoutsOf({ mode, consoles, hosts: [] }, 'anna')).toEqual(given);
  });

  test.each<[wished: Layout | null, given: Layout[], got: Layout]>([
    ['tray', ['dashboard', 'tray'], 'tray'],
    ['multi', ['dashboard', 'tray'], 'dashboard'],
    [null, ['tray', 'multi'], 'tray'],
  ])('who wishes %s of %j gets %s', (wished, given, got) => {
    expect(layoutFor(wished, given)).toBe(got);
  });

  test('are its own where the admin has given it some, and the site’s for all others', () => {
    const hosts = [
      { hostId: 'anna', consoles: ['tray', 'multi'] as const },
      { hostId: 'petr', consoles: null },
    ];
    const all = { consoles: ['dashboard'] as const, hosts };
    expect(layoutsOf({ mode: 'multi', ...all }, 'anna')).toEqual(['tray', 'multi']);
    expect(layoutsOf({ mode: 'single', ...all }, 'anna')).toEqual(['tray']);
    for (const other of ['petr', 'nobody']) expect(layoutsOf({ mode: 'multi', ...all }, other)).toEqual(['dashboard']);
  });

  test('are one at least, each once', () => {
    expect(v.is(layoutsSchema, [])).toBe(false);
    expect(v.is(layoutsSchema, ['tray', 'tray'])).toBe(false);
    expect(v.is(layoutsSchema, ['tray'])).toBe(true);
  });

  test('are all where what is stored is older than the choice', () => {
    const { consoles: _none, ...older } = anInbound([]);
    expect(v.parse(inboundSchema, older).consoles).toEqual(layouts);
  });

  test('stand in what the desk tells its host, also while there are no queues', () => {
    const inbound = anInbound([], { isOn: false, mode: 'multi', consoles: ['tray', 'multi'] });
    const { desk, now } = deskWorld(inbound);
    expect(hostDesk(desk, inbound, 'anna', now).consoles).toEqual(['tray', 'multi']);
    const own = { ...inbound, hosts: [{ hostId: 'anna', skills: [], capacity: null, consoles: ['tray' as const] }] };
    expect(hostDesk(desk, own, 'anna', now).consoles).toEqual(['tray']);
    expect(hostDesk(desk, own, 'bert', now).consoles).toEqual(['tray', 'multi']);
  });
});

describe('[X2] a host who begins a session', () => {
  /** Why not; null: it is begun. */
  const begin = (world: DeskWorld, session: string, isBegun = true) => {
    const decided = world.act({ type: 'take-session', sessionId: id(session), hostId: 'anna', queueId: null, isBegun });
    return decided.ok ? null : decided.code;
  };

  test('has one at a time in single-session mode, and the next once it is over', () => {
    const world = deskWorld(anInbound([], { mode: 'single' }));
    world.come('anna');
    expect(begin(world, 's1')).toBeNull();
    expect(begin(world, 's2')).toBe('host.full');
    expect(begin(world, 's1')).toBeNull();
    world.do({ type: 'give-back', sessionId: id('s1'), hostId: 'anna' });
    expect(begin(world, 's2')).toBeNull();
  });

  test('may have more than the own capacity in multi-session mode', () => {
    const world = deskWorld(anInbound([], { mode: 'multi', capacity: 1 }));
    world.come('anna');
    expect([begin(world, 's1'), begin(world, 's2')]).toEqual([null, null]);
  });

  test('has a second one that was handed over, since its customer is there already', () => {
    const world = deskWorld(anInbound([], { mode: 'single' }));
    world.come('anna');
    expect([begin(world, 's1'), begin(world, 's2', false)]).toEqual([null, null]);
  });
});
