import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';
import { type Scrolled, scrollsAtOnce } from '../../../protocol/peer.ts';

/** What a batch says when it does nothing but scroll; null: it does more than that. */
export function onlyScrolled(events: readonly eventWithTime[]): Scrolled[] | null {
  if (events.length === 0 || events.length > scrollsAtOnce) return null;
  const scrolls: Scrolled[] = [];
  for (const { type, data } of events) {
    if (type !== EventType.IncrementalSnapshot || data.source !== IncrementalSource.Scroll) return null;
    scrolls.push([data.id, data.x, data.y]);
  }
  return scrolls;
}

/** The same as the recorder's events. */
export const scrollEvents = (scrolls: readonly Scrolled[]): eventWithTime[] =>
  scrolls.map(([id, x, y]) => ({
    type: EventType.IncrementalSnapshot,
    timestamp: 0,
    data: { source: IncrementalSource.Scroll, id, x, y },
  }));
