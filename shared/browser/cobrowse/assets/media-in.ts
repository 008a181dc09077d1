import { EventType, IncrementalSource, type eventWithTime, type serializedNodeWithId } from '@rrweb/types';

const media = new Set(['canvas', 'video', 'audio']);

/** Ids of the canvases and films that come with an event. */
export function mediaIn(event: eventWithTime): number[] {
  const found: number[] = [];
  const stack: serializedNodeWithId[] = [];
  if (event.type === EventType.FullSnapshot) stack.push(event.data.node);
  if (event.type === EventType.IncrementalSnapshot && event.data.source === IncrementalSource.Mutation) {
    for (const { node } of event.data.adds) stack.push(node);
  }
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('tagName' in node && media.has(node.tagName)) found.push(node.id);
    if ('childNodes' in node) for (const child of node.childNodes) stack.push(child);
  }
  return found;
}
