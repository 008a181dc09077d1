import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';

/** Which later event makes this one needless; null: it always counts. */
function slot(event: eventWithTime): string | null {
  if (event.type !== EventType.IncrementalSnapshot) return null;
  const { data } = event;
  const { source } = data;
  if (source === IncrementalSource.Input || source === IncrementalSource.Scroll) return `${source}/${data.id}`;
  if (source === IncrementalSource.Selection || source === IncrementalSource.ViewportResize) return `${source}`;
  return null;
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
