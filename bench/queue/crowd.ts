import { decideDesk } from '../../shared/queue/decide-desk.ts';
import type { DeskAction } from '../../shared/queue/desk-action.ts';
import type { DeskFact } from '../../shared/queue/desk-facts.ts';
import type { Desk } from '../../shared/queue/desk.ts';
import { distribute } from '../../shared/queue/distribute.ts';
import { foldDesk, newDesk } from '../../shared/queue/fold-desk.ts';
import type { Inbound } from '../../shared/queue/inbound.ts';
import { type Queue, strategies } from '../../shared/queue/queue.ts';

export const size = { waiting: 10_000, hosts: 200, queues: 20 } as const;

const skills = ['czech', 'english', 'billing', 'network'];
export const id = (name: string): string => name.padEnd(22, '_');
const hostId = (index: number) => `host${index}`;
const cycle = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('An empty list.');
  return item;
};

const queue = (index: number): Queue => ({
  id: `queue${index}`,
  name: `Queue ${index}`,
  description: '',
  isOn: true,
  languages: ['en'],
  members:
    index % 2 === 0
      ? null
      : Array.from({ length: size.hosts / 2 }, (_, each) => ({ hostId: hostId(each * 2), priority: each % 3 })),
  skills: index % 4 === 0 ? [cycle(skills, index / 4)] : [],
  strategy: cycle(strategies, index),
  priority: index % 5,
  acceptWithinMs: 20_000,
  escalation: { afterMs: 600_000, queueId: `queue${(index + 1) % size.queues}` },
  wrapUpMs: 0,
  isChosenByHosts: index % 3 === 0,
  isHostChosen: true,
  isPositionShown: true,
  isEstimateShown: true,
  hours: null,
  closedText: '',
  nobodyText: '',
  isNameAsked: true,
  form: [{ id: 'topic', kind: 'text', label: 'Topic', required: true }],
  rules: skills.map((skill) => ({
    when: { field: 'topic', is: 'contains', value: skill },
    // oxlint-disable-next-line unicorn/no-thenable -- An object, never a function.
    then: { to: 'skill', skill },
  })),
  begin: { surface: 'none', level: 'view', isCalled: false, url: null },
  switchedOn: [],
  origins: [],
  cannedTexts: [],
});

/** A site of many queues with all strategies, skills, members and priorities. */
const inbound: Inbound = {
  isOn: true,
  mode: 'single',
  capacity: 1,
  consoles: ['dashboard', 'tray', 'multi'],
  ageingMs: 60_000,
  cannedTexts: [],
  queues: Array.from({ length: size.queues }, (_, index) => queue(index)),
  hosts: Array.from({ length: size.hosts }, (_, index) => ({
    hostId: hostId(index),
    skills: [cycle(skills, index), cycle(skills, index + 1)],
    capacity: null,
    consoles: null,
  })),
};

export interface Crowd {
  desk: Desk;
  inbound: Inbound;
  now: number;
  /** All that has happened so far, in order. */
  readonly facts: readonly DeskFact[];
  do(action: DeskAction): DeskFact[];
  fold(facts: readonly DeskFact[]): void;
}

/** Ten thousand wait; every host has a session. */
export function crowd(): Crowd {
  const all: DeskFact[] = [];
  const self: Crowd = {
    facts: all,
    desk: newDesk(),
    inbound,
    now: 1_800_000_000_000,
    do(action) {
      const decision = decideDesk(self, action);
      if (!decision.ok) throw new Error(`${action.type}: ${decision.code}`);
      self.fold(decision.facts);
      return decision.facts;
    },
    fold(facts) {
      all.push(...facts);
      for (const fact of facts) foldDesk(self.desk, { seq: self.desk.seq + 1, at: self.now, fact });
    },
  };
  for (let index = 0; index < size.hosts; index += 1) {
    const host = hostId(index);
    self.do({ type: 'set-availability', hostId: host, name: `Host ${index}`, availability: 'available' });
    self.do({ type: 'take-session', sessionId: id(`first${index}`), hostId: host, queueId: 'queue0' });
  }
  for (let index = 0; index < size.waiting; index += 1) enterCrowd(self, index);
  return self;
}

export function enterCrowd(self: Crowd, index: number): void {
  self.now += 3;
  self.do({
    type: 'enter',
    requestId: id(`request${index}`),
    queueId: `queue${(index * 7) % size.queues}`,
    name: `Customer ${index}`,
    answers: { topic: index % 3 === 0 ? `About ${cycle(skills, index)}, number ${index}` : `Number ${index}` },
    hostId: index % 50 === 0 ? hostId((index * 2) % size.hosts) : null,
    from: { url: `https://shop.example/orders/${index}`, title: 'Your order' },
    language: 'en',
    source: `source${index}`,
  });
}

/** A host gives its session back and is offered the next request: the facts of it, and how long they took to find. */
export function oneFree(self: Crowd, index: number): number {
  self.now += 5;
  const host = self.desk.hosts.get(hostId(index % size.hosts));
  const [sessionId] = host?.sessions.keys() ?? [];
  if (!host || sessionId === undefined) throw new Error('A host has no session.');
  const begun = performance.now();
  self.do({ type: 'give-back', sessionId, hostId: host.id });
  self.fold(distribute(self.desk, inbound, self.now));
  const spent = performance.now() - begun;
  const [requestId] = host.offers;
  if (requestId === undefined) throw new Error('A free host is offered nothing.');
  self.do({ type: 'accept', requestId, hostId: host.id, sessionId: id(`next${index}`) });
  return spent;
}
