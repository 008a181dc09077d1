import { chooseHost } from './choose-host.ts';
import type { Desk } from './desk.ts';
import type { DeskFact } from './desk-facts.ts';
import type { Inbound } from './inbound.ts';
import { type Candidate, candidatesOf, refresh } from './candidates.ts';
import { planOf } from './plan.ts';
import { priorityIn } from './serves.ts';
import { freeSlots, hasRoom } from './slots.ts';

/**
 * New offers, for requests that nobody is offered yet, and for those that ring at everybody and not yet at all: again and again the one that is first in turn among all that a
 * free host could take, until no host is free. The order of two requests of a line never changes, so only the first
 * of each line is looked at; ten thousand that wait cost no more than a few.
 */
export function distribute(desk: Desk, inbound: Inbound, now: number): DeskFact[] {
  const plan = planOf(inbound);
  if (!plan.isOn || desk.waiting.size === 0) return [];
  const slots = freeSlots(desk, inbound, now);
  if (slots.size === 0) return [];
  const facts: DeskFact[] = [];
  let candidates = candidatesOf({ desk, plan, slots, now });
  let turn = now;
  for (;;) {
    const next = first(candidates);
    if (!next) return facts;
    const before = next.score;
    // Hosts that it counted on may be taken by now.
    if (!refresh(next, { desk, plan, slots, now })) candidates = candidates.filter((other) => other !== next);
    else if (next.score === before) {
      const offered = offerTo(next);
      facts.push({
        type: 'request.offered',
        requestId: next.request.id,
        hostIds: offered.map(({ host }) => host.id),
        until: next.request.offer?.until ?? now + next.queue.acceptWithinMs,
      });
      for (const slot of offered) {
        if (next.queue.strategy === 'everybody') slot.rings += 1;
        else slot.used += 1;
        turn += 1;
        slot.turn = turn;
        if (!hasRoom(slot)) slots.delete(slot.host.id);
      }
      if (slots.size === 0) return facts;
      next.place += 1;
      if (!refresh(next, { desk, plan, slots, now })) candidates = candidates.filter((other) => other !== next);
    }
  }

  function offerTo({ queue, takers }: Candidate) {
    if (queue.strategy === 'everybody') return takers;
    const best = Math.max(...takers.map(({ host }) => priorityIn(plan, host.id, queue.id)));
    const chosen = chooseHost(
      queue.strategy,
      takers.filter(({ host }) => priorityIn(plan, host.id, queue.id) === best),
    );
    return chosen ? [chosen] : [];
  }
}

function first(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    if (
      !best ||
      candidate.score < best.score ||
      (candidate.score === best.score && candidate.request.seq < best.request.seq)
    )
      best = candidate;
  }
  return best;
}
