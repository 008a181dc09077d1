import type { Desk, DeskHost, Line, Waiting } from './desk.ts';
import type { HostId } from './names.ts';
import type { Plan } from './plan.ts';
import type { Queue } from './queue.ts';
import { holds, priorityIn, suits } from './serves.ts';
import { hasRoom, mayRing, type Slot } from './slots.ts';

/** The first of a line that some free host could take. */
export interface Candidate {
  queue: Queue;
  line: Line;
  place: number;
  request: Waiting;
  takers: readonly Slot[];
  /** Smaller is sooner: since when it waits, less what priorities are worth. Never gets smaller. */
  score: number;
  /** Free hosts that suit the line; all hosts at work that do, once that is asked. */
  able: readonly Slot[];
  atWork: readonly DeskHost[] | null;
}

export interface Situation {
  desk: Desk;
  plan: Plan;
  slots: ReadonlyMap<HostId, Slot>;
  now: number;
}

/** With less time than this to answer, nobody joins those at whom it rings. */
const leastMs = 5_000;
/** Whoever declined is not asked again at once, though nobody else is there. */
const askAgainAfterMs = 10_000;

export function candidatesOf(situation: Situation): Candidate[] {
  const { desk, plan, slots } = situation;
  const candidates: Candidate[] = [];
  for (const [queueId, lines] of desk.lines) {
    const queue = plan.queues.get(queueId)?.queue;
    if (!queue?.isOn) continue;
    for (const line of lines.values()) {
      const [request] = line;
      if (!request) continue;
      const able = [...slots.values()].filter(({ host }) => suits(plan, host.id, request));
      const candidate = { queue, line, place: 0, request, takers: [], score: 0, able, atWork: null };
      if (able.length > 0 && refresh(candidate, situation)) candidates.push(candidate);
    }
  }
  return candidates;
}

/** Goes on to the first request that somebody can take now. False: there is none in this line. */
export function refresh(candidate: Candidate, situation: Situation): boolean {
  const { queue, line } = candidate;
  const isFree = queue.strategy === 'everybody' ? mayRing : hasRoom;
  candidate.able = candidate.able.filter(isFree);
  if (candidate.able.length === 0) return false;
  for (; candidate.place < line.length; candidate.place += 1) {
    const request = line[candidate.place];
    if (!request || (request.offer && queue.strategy !== 'everybody')) continue;
    const takers = request.offer
      ? joiningOf(candidate, request, request.offer, situation)
      : takersOf(candidate, request, situation);
    if (takers.length === 0) continue;
    const { plan } = situation;
    const best = Math.max(...takers.map(({ host }) => priorityIn(plan, host.id, queue.id)));
    candidate.score = request.since - (queue.priority + best) * plan.ageingMs;
    candidate.request = request;
    candidate.takers = takers;
    return true;
  }
  return false;
}

/** Nobody who has passed it is asked before all have who could have it and are at work. */
function takersOf(candidate: Candidate, request: Waiting, { desk, plan, now }: Situation): readonly Slot[] {
  const { able } = candidate;
  const free = request.sessionId === null ? able : able.filter(({ host }) => !holds(host, request));
  if (request.passedBy.length === 0 || free.length === 0) return free;
  const passed = new Set(request.passedBy);
  const others = free.filter(({ host }) => !passed.has(host.id));
  if (others.length > 0 || now < request.passedAt + askAgainAfterMs) return others;
  candidate.atWork ??= [...desk.hosts.values()].filter(
    (host) => host.availability === 'available' && suits(plan, host.id, request),
  );
  return candidate.atWork.every(({ id }) => passed.has(id)) ? free : [];
}

/** What rings at everybody rings as well at those who have become free since. */
function joiningOf(
  { able }: Candidate,
  request: Waiting,
  { hostIds, until }: NonNullable<Waiting['offer']>,
  { now }: Situation,
): readonly Slot[] {
  if (until - now < leastMs) return [];
  return able.filter(
    ({ host }) => !hostIds.includes(host.id) && !request.passedBy.includes(host.id) && !holds(host, request),
  );
}
