import type { Desk, Waiting } from './desk.ts';
import type { RequestId } from './desk-facts.ts';
import type { Inbound } from './inbound.ts';
import { countBefore } from './lines.ts';
import { type Plan, planOf } from './plan.ts';
import { suits } from './serves.ts';

const minute = 60_000;
/** Until a host has seen the offer and pressed. */
const answerMs = 6_000;
/** No answer is more exact than these, in minutes. */
const bounds = [0, 1, 2, 5, 10, 20, 40, 60];

/** `toMs` null: more than `fromMs`. */
export interface WaitEstimate {
  fromMs: number;
  toMs: number | null;
}

/** 1: next in its queue. 0: it does not wait. */
export function placeOf(desk: Desk, _inbound: Inbound, requestId: RequestId): number {
  const request = desk.waiting.get(requestId);
  if (!request) return 0;
  let place = 1;
  for (const line of desk.lines.get(request.queueId)?.values() ?? []) place += countBefore(line, request);
  return place;
}

/**
 * Handling time × those before it ÷ hosts, averaged with the last real wait: by simulation the best of the simple
 * ones. Null while nothing is known or nobody is there.
 */
export function estimateWait(desk: Desk, inbound: Inbound, requestId: RequestId, now: number): WaitEstimate | null {
  const request = desk.waiting.get(requestId);
  const pace = request && desk.pace.get(request.queueId);
  if (!request || !pace) return null;
  const { places, free } = placesFor(desk, planOf(inbound), request, now);
  if (places === 0) return null;
  const place = placeOf(desk, inbound, requestId);
  if (place <= free) return asRange(answerMs);
  const { handlingMs, lastWaitMs } = pace;
  const known = [
    ...(handlingMs === null ? [] : [answerMs + (handlingMs * (place - 1)) / places]),
    ...(lastWaitMs === null ? [] : [Math.max(0, lastWaitMs - (now - request.since))]),
  ];
  if (known.length === 0) return null;
  return asRange(known.reduce((sum, ms) => sum + ms, 0) / known.length);
}

/** Sessions that hosts at work could have at once of those who may take a request; how many of these are free. */
function placesFor(desk: Desk, plan: Plan, request: Waiting, now: number): { places: number; free: number } {
  let [places, free] = [0, 0];
  for (const host of desk.hosts.values()) {
    if (host.availability !== 'available' || !suits(plan, host.id, request)) continue;
    const capacity = plan.capacityOf(host.id);
    places += capacity;
    if (host.wrapUpUntil <= now) free += Math.max(0, capacity - host.sessions.size);
  }
  return { places, free };
}

function asRange(ms: number): WaitEstimate {
  const above = bounds.findIndex((bound) => ms < bound * minute);
  const [from = 60, to] = above < 0 ? [60] : bounds.slice(above - 1, above + 1);
  return { fromMs: from * minute, toMs: to === undefined ? null : to * minute };
}
