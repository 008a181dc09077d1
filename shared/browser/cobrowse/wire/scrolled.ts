import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';
import { farthestScroll, lastMirrorNode, type Scrolled, scrollsAtOnce } from '../../../protocol/peer.ts';

/**
 * What a batch says when it does nothing but scroll; null: it does more than that, or says what a head may not. A
 * page can make its places anything, and a body is checked event by event.
 */
export function onlyScrolled(events: readonly eventWithTime[]): Scrolled[] | null {
  if (events.length === 0 || events.length > scrollsAtOnce) return null;
  const scrolls: Scrolled[] = [];
  for (const { type, data } of events) {
    if (type !== EventType.IncrementalSnapshot || data.source !== IncrementalSource.Scroll) return null;
    scrolls.push([data.id, data.x, data.y]);
  }
  return scrolls.every(fits) ? scrolls : null;
}

/** As the schema of the head has it, which would be long for a recorder. */
function fits([id, ...places]: Scrolled): boolean {
  // A page has its word in what browsers say of it.
  const isPlace = (place: unknown) => typeof place === 'number' && Math.abs(place) <= farthestScroll;
  return id >= 1 && id <= lastMirrorNode && places.every(isPlace);
}

/** The same as the recorder's events. */
export const scrollEvents = (scrolls: readonly Scrolled[]): eventWithTime[] =>
  scrolls.map(([id, x, y]) => ({
    type: EventType.IncrementalSnapshot,
    timestamp: 0,
    data: { source: IncrementalSource.Scroll, id, x, y },
  }));
