import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';

/** Which later event makes this one needless; null: it always counts. */
function slot(event: eventWithTime): string | null {
  if (event.type !== EventType.IncrementalSnapshot) return null;
  const { data } = event;
  switch (data.source) {
    case IncrementalSource.Input:
    case IncrementalSource.Scroll:
      return `${data.source}/${data.id}`;
    case IncrementalSource.Selection:
    case IncrementalSource.ViewportResize:
      return `${data.source}`;
    default:
      return null;
  }
}

/** A batch without what its own later events make needless: typing and scrolling leave only where they ended. */
export function coalesce(events: readonly eventWithTime[]): eventWithTime[] {
  const seen = new Set<string>();
  const kept: eventWithTime[] = [];
  for (const event of events.toReversed()) {
    const key = slot(event);
    if (key !== null && seen.has(key)) continue;
    if (key !== null) seen.add(key);
    kept.push(event);
  }
  return kept.reverse();
}
