import { expect } from 'vitest';
import { decideDesk } from '../../../shared/queue/decide-desk.ts';
import type { DeskAction, DeskDecision, DeskRefusal } from '../../../shared/queue/desk-action.ts';
import type { DeskEntry, DeskFact } from '../../../shared/queue/desk-facts.ts';
import type { Desk, Waiting } from '../../../shared/queue/desk.ts';
import { distribute } from '../../../shared/queue/distribute.ts';
import { foldDesk, newDesk } from '../../../shared/queue/fold-desk.ts';
import type { Inbound } from '../../../shared/queue/inbound.ts';
import type { Queue } from '../../../shared/queue/queue.ts';
import type { Rule } from '../../../shared/queue/rules.ts';

/** An id that can be read: `id('anna')`. */
export const id = (name: string): string => name.padEnd(22, '_');

export const startedAt = Date.parse('2026-11-30T10:00:00Z');

export const aQueue = (changes: Partial<Queue> & Pick<Queue, 'id'>): Queue => ({
  name: changes.id.toUpperCase(),
  description: '',
  isOn: true,
  languages: [],
  members: null,
  skills: [],
  strategy: 'most-idle',
  priority: 0,
  acceptWithinMs: 20_000,
  escalation: null,
  wrapUpMs: 0,
  isChosenByHosts: false,
  isHostChosen: false,
  isPositionShown: true,
  isEstimateShown: true,
  hours: null,
  closedText: '',
  nobodyText: 'Nobody is here.',
  isNameAsked: false,
  form: [],
  rules: [],
  begin: { surface: 'none', level: 'view', isCalled: false, url: null },
  switchedOn: [],
  origins: [],
  cannedTexts: [],
  ...changes,
});

export const anInbound = (queues: Queue[], changes: Partial<Inbound> = {}): Inbound => ({
  isOn: true,
  mode: 'single',
  capacity: 1,
  consoles: ['dashboard', 'tray', 'multi'],
  ageingMs: 60_000,
  cannedTexts: [],
  queues,
  hosts: [],
  ...changes,
});

// oxlint-disable-next-line unicorn/no-thenable -- An object, never a function.
export const aRule = (when: Rule['when'], then: Rule['then']): Rule => ({ when, then });

export interface DeskWorld {
  desk: Desk;
  inbound: Inbound;
  now: number;
  entries: DeskEntry[];
  /** Decides and folds; what was refused changes nothing. */
  act(action: DeskAction): DeskDecision;
  /** As `act`, of what must be allowed. */
  do(action: DeskAction): DeskFact[];
  refuses(action: DeskAction, code: DeskRefusal): void;
  distribute(): DeskFact[];
  /** Time goes by; what it has brought happens, and new offers are made. */
  pass(ms: number): DeskFact[];
  enter(name: string, changes?: Partial<Extract<DeskAction, { type: 'enter' }>>): Waiting;
  come(...hosts: string[]): void;
  request(name: string): Waiting;
  /** Whom a request is offered to. */
  offered(name: string): readonly string[];
  fold(facts: readonly DeskFact[]): void;
}

export function deskWorld(inbound: Inbound): DeskWorld {
  const world: DeskWorld = {
    desk: newDesk(),
    inbound,
    now: startedAt,
    entries: [],
    act(action) {
      const { desk, now } = world;
      const decision = decideDesk({ desk, inbound: world.inbound, now }, action);
      if (decision.ok) world.fold(decision.facts);
      return decision;
    },
    do(action) {
      const decision = world.act(action);
      expect(decision).toMatchObject({ ok: true });
      return decision.ok ? decision.facts : [];
    },
    refuses: (action, code) => expect(world.act(action)).toEqual({ ok: false, code }),
    distribute() {
      const facts = distribute(world.desk, world.inbound, world.now);
      world.fold(facts);
      return facts;
    },
    pass(ms) {
      world.now += ms;
      const lapsed = world.act({ type: 'lapse' });
      return [...(lapsed.ok ? lapsed.facts : []), ...world.distribute()];
    },
    enter(name, changes = {}) {
      const entering = { ...entry(name), queueId: world.inbound.queues[0]?.id ?? '', ...changes };
      world.do(entering);
      return world.request(name);
    },
    come(...hosts) {
      for (const hostId of hosts)
        world.do({ type: 'set-availability', hostId, name: hostId, availability: 'available' });
    },
    request(name) {
      const request = world.desk.waiting.get(id(name));
      if (!request) throw new Error(`${name} does not wait.`);
      return request;
    },
    offered: (name) => world.request(name).offer?.hostIds ?? [],
    fold(facts) {
      for (const fact of facts) {
        const entryOf = { seq: world.entries.length + 1, at: world.now, fact };
        world.entries.push(entryOf);
        foldDesk(world.desk, entryOf);
      }
    },
  };
  return world;
}

export const entry = (name: string): Extract<DeskAction, { type: 'enter' }> => ({
  type: 'enter',
  requestId: id(name),
  queueId: 'sales',
  name,
  answers: {},
  hostId: null,
  from: null,
  language: 'en',
  source: name,
});
