import fc from 'fast-check';
import type { DeskAction } from '../../../shared/queue/desk-action.ts';
import type { DeskFact } from '../../../shared/queue/desk-facts.ts';
import type { Waiting } from '../../../shared/queue/desk.ts';
import type { Inbound } from '../../../shared/queue/inbound.ts';
import { planOf } from '../../../shared/queue/plan.ts';
import { strategies } from '../../../shared/queue/queue.ts';
import { holds, suits } from '../../../shared/queue/serves.ts';
import { aQueue, anInbound, aRule, type DeskWorld, deskWorld, entry, id } from './desk-world.ts';

const hosts = ['anna', 'bert', 'cyril', 'dana', 'emil'];
const queueIds = ['sales', 'support', 'other'];
const skill = fc.constantFrom('sql', 'czech');

const queueArbitrary = (queueId: string) =>
  fc
    .record({
      strategy: fc.constantFrom(...strategies),
      priority: fc.nat({ max: 3 }),
      members: fc.option(
        fc.uniqueArray(fc.record({ hostId: fc.constantFrom(...hosts), priority: fc.nat({ max: 2 }) }), {
          selector: ({ hostId }) => hostId,
          minLength: 1,
        }),
      ),
      skills: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.tuple(skill) }),
      escalation: fc.option(
        fc.record({ afterMs: fc.constantFrom(5_000, 40_000), queueId: fc.constantFrom(...queueIds) }),
      ),
      wrapUpMs: fc.constantFrom(0, 8_000),
      isChosenByHosts: fc.boolean(),
      rules: fc.array(
        fc
          .oneof(
            fc.record({ to: fc.constant('queue' as const), queueId: fc.constantFrom(...queueIds) }),
            fc.record({ to: fc.constant('host' as const), hostId: fc.constantFrom(...hosts) }),
            fc.record({ to: fc.constant('skill' as const), skill }),
          )
          .map((then) => aRule({ field: 'topic', is: 'equals', value: 'x' }, then)),
        { maxLength: 2 },
      ),
    })
    .map((changes) =>
      aQueue({
        id: queueId,
        isHostChosen: true,
        form: [{ id: 'topic', kind: 'text', label: 'Topic', required: false }],
        ...changes,
      }),
    );

export const inbounds: fc.Arbitrary<Inbound> = fc
  .record({
    queues: fc.tuple(...queueIds.map(queueArbitrary)),
    mode: fc.constantFrom('single', 'multi'),
    capacity: fc.integer({ min: 1, max: 3 }),
    ageingMs: fc.constantFrom(1_000, 60_000),
    hosts: fc.array(
      fc.record({
        hostId: fc.constantFrom(...hosts),
        skills: fc.uniqueArray(skill),
        capacity: fc.option(fc.integer({ min: 1, max: 3 })),
        consoles: fc.constant(null),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ queues, ...rest }) => anInbound(queues, rest));

/** One step, with who and what still open: they are drawn from what there is by then. */
export interface DeskStep {
  type: DeskAction['type'];
  waitMs: number;
  who: number;
  what: number;
  queue: number;
  isPlain: boolean;
}

const often: DeskAction['type'][] = ['enter', 'enter', 'enter', 'accept', 'accept', 'give-back', 'lapse', 'hand-on'];
const seldom: DeskAction['type'][] = ['decline', 'leave', 'set-availability', 'take-session', 'end-wrap-up', 'erase'];
export const runs = fc.array(
  fc.record({
    type: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...often) },
      { weight: 1, arbitrary: fc.constantFrom(...seldom) },
    ),
    waitMs: fc.constantFrom(0, 0, 100, 1_000, 5_000, 21_000),
    who: fc.nat({ max: 1_000 }),
    what: fc.nat({ max: 1_000 }),
    queue: fc.nat({ max: 2 }),
    isPlain: fc.boolean(),
  }),
  { minLength: 200, maxLength: 300, size: 'max' },
);

export interface DeskRun {
  world: DeskWorld;
  /** By request, whatever has become of it: since when it waits; how often it was accepted. */
  since: Map<string, number>;
  acceptances: Map<string, number>;
}

export function beginRun(inbound: Inbound): DeskRun {
  const world = deskWorld(inbound);
  world.come(...hosts.slice(0, 4));
  return { world, since: new Map(), acceptances: new Map() };
}

export function takeStep(run: DeskRun, step: DeskStep, index: number): void {
  const { world } = run;
  world.now += step.waitMs;
  const action = toAction(world, step, index);
  if (action) note(run, takeAndExplain(world, action));
  const decision = world.act({ type: 'lapse' });
  if (decision.ok) note(run, decision.facts);
  const before = new Map([...world.desk.waiting.values()].map((request) => [request.id, { ...request }]));
  const offers = world.distribute();
  checkOffers(world, offers, before);
  checkDesk(run);
}

function takeAndExplain(world: DeskWorld, action: DeskAction): DeskFact[] {
  const decision = world.act(action);
  return decision.ok ? decision.facts : [];
}

function note(run: DeskRun, facts: readonly DeskFact[]): void {
  for (const fact of facts) {
    if (fact.type === 'request.entered') run.since.set(fact.requestId, fact.since);
    if (fact.type === 'request.accepted')
      run.acceptances.set(fact.requestId, (run.acceptances.get(fact.requestId) ?? 0) + 1);
  }
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

function toAction(world: DeskWorld, { type, who, what, queue, isPlain }: DeskStep, index: number): DeskAction | null {
  const { desk, inbound } = world;
  const hostId = pick(hosts, who) ?? '';
  const host = desk.hosts.get(hostId);
  const requestId = pick([...desk.waiting.keys()], what) ?? id('nobody');
  const sessionId = pick([...(host?.sessions.keys() ?? [])], what);
  const queueId = queueIds[queue] ?? '';
  switch (type) {
    case 'enter':
      return {
        ...entry(`request${index}`),
        queueId,
        answers: isPlain ? {} : { topic: 'x' },
        hostId: who % 10 === 0 ? hostId : null,
        source: `source${what % 40}`,
      };
    case 'hand-on': {
      if (sessionId === undefined) return null;
      const to = isPlain ? { queueId } : { hostId: pick(hosts, what) ?? '' };
      const since = world.now - what * 100;
      const known = { requestId: id(`request${index}`), sessionId, by: hostId, to, since };
      return { type, ...known, name: 'Eva', note: '', from: null, language: 'cs' };
    }
    case 'leave':
      return { type, requestId, why: 'cancelled' };
    case 'leave-many':
      return { type, requestIds: [requestId, id('nobody')], why: 'gone' };
    case 'erase':
      return { type, requestIds: [...desk.accepted.keys()].slice(0, what % 5) };
    case 'accept': {
      const offered = isPlain ? pick([...(host?.offers ?? [])], what) : requestId;
      return { type, requestId: offered ?? requestId, hostId, sessionId: id(`session${index}`) };
    }
    case 'decline':
      return { type, hostId, requestId: pick([...(host?.offers ?? [])], what) ?? requestId };
    case 'set-availability':
      return { type, hostId, name: hostId, availability: what % 3 === 0 ? 'away' : 'available' };
    case 'take-session':
      // Sessions that are begun by number may be more than the capacity; here they are not.
      if (!host || host.sessions.size >= planOf(inbound).capacityOf(hostId)) return null;
      return { type, sessionId: id(`session${index}`), hostId, queueId: null };
    case 'give-back':
      return sessionId === undefined ? null : { type, sessionId, hostId };
    case 'end-wrap-up':
      return { type, hostId };
    case 'lapse':
      return { type };
  }
}

/** An expectation costs too much where there are millions. */
function must(isSo: boolean, what: string): asserts isSo {
  if (!isSo) throw new Error(what);
}

const sameNeeds = (a: Waiting, b: Waiting) =>
  a.queueId === b.queueId && a.hostId === b.hostId && a.skills.join() === b.skills.join();
const isUntouched = ({ passedBy, sessionId }: Waiting) => passedBy.length === 0 && sessionId === null;

/** New offers are to who may have them, and nobody is overtaken or forgotten. */
function checkOffers(world: DeskWorld, facts: readonly DeskFact[], before: ReadonlyMap<string, Waiting>): void {
  const { desk, inbound, now } = world;
  const plan = planOf(inbound);
  for (const fact of facts) {
    must(fact.type === 'request.offered', `Distribution made ${fact.type}.`);
    const request = before.get(fact.requestId);
    must(request !== undefined, `${fact.requestId} does not wait`);
    const isForAll = plan.queues.get(request.queueId)?.queue.strategy === 'everybody';
    must(isForAll || (request.offer === null && fact.hostIds.length === 1), `${request.id} is offered to several`);
    for (const hostId of fact.hostIds) {
      const host = desk.hosts.get(hostId);
      must(host?.availability === 'available' && host.wrapUpUntil <= now, `${hostId} is not free`);
      must(suits(plan, hostId, request) && !holds(host, request), `${request.id} does not suit ${hostId}`);
    }
    for (const other of desk.waiting.values()) {
      if (!isUntouched(other) || !isUntouched(request) || !sameNeeds(other, request)) continue;
      const isOlder = other.since < request.since || (other.since === request.since && other.seq < request.seq);
      must(!isOlder || other.offer !== null, `${request.id} overtakes ${other.id}`);
    }
  }
  const free = [...desk.hosts.values()].filter(
    (host) =>
      host.availability === 'available' &&
      host.wrapUpUntil <= now &&
      host.offers.size === 0 &&
      host.sessions.size < plan.capacityOf(host.id),
  );
  for (const request of desk.waiting.values()) {
    if (request.offer || !isUntouched(request)) continue;
    must(!free.some((host) => suits(plan, host.id, request)), `${request.id} is forgotten`);
  }
}

/** What holds at every moment. */
function checkDesk({ world, since, acceptances }: DeskRun): void {
  const { desk, inbound } = world;
  const plan = planOf(inbound);
  for (const host of desk.hosts.values()) {
    const offered = [...desk.waiting.values()].filter(({ offer }) => offer?.hostIds.includes(host.id));
    const own = offered.filter(({ queueId }) => plan.queues.get(queueId)?.queue.strategy !== 'everybody');
    must(host.sessions.size + own.length <= plan.capacityOf(host.id), `${host.id} is above capacity`);
    must(offered.length === host.offers.size && offered.every(({ id: one }) => host.offers.has(one)), 'lost offers');
  }
  for (const [requestId, waitsSince] of since) {
    const request = desk.waiting.get(requestId);
    must(!request || request.since === waitsSince, `${requestId} has lost its time`);
    const places = [desk.waiting, desk.accepted, desk.left].filter((place) => place.has(requestId));
    must(places.length === 1, `${requestId} is in ${places.length} places`);
    must((acceptances.get(requestId) ?? 0) === (desk.accepted.has(requestId) ? 1 : 0), `${requestId} is given twice`);
  }
  const inLines = [...desk.lines.values()].flatMap((lines) => [...lines.values()].flat());
  must(inLines.length === desk.waiting.size && inLines.every((one) => desk.waiting.get(one.id) === one), 'lost lines');
}
