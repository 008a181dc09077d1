import type { Hours } from './hours.ts';
import { type Opening, opening } from './opening.ts';

const known = new WeakMap<Hours, { from: number; until: number; state: Opening }>();
/** Hours that never open take long to find out about, and do not change by the minute. */
const atMostMs = 60_000;

/** As `opening`, worked out once until it changes: anybody may ask, as often as they like. */
export function openingNow(hours: Hours | null, now: number): Opening {
  if (hours === null) return opening(hours, now);
  const before = known.get(hours);
  if (before && before.from <= now && now < before.until) return before.state;
  const state = opening(hours, now);
  const changes = (state.isOpen ? state.until : state.next) ?? Infinity;
  known.set(hours, { from: now, until: Math.min(changes, now + atMostMs), state });
  return state;
}
