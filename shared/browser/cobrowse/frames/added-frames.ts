import { EventType, IncrementalSource, type eventWithTime, type serializedNodeWithId } from '@rrweb/types';

/** The ids of all `<iframe>` elements that an event brings. */
export function addedFrames(event: eventWithTime): number[] {
  const nodes: serializedNodeWithId[] = [];
  if (event.type === EventType.FullSnapshot) nodes.push(event.data.node);
  if (event.type === EventType.IncrementalSnapshot && event.data.source === IncrementalSource.Mutation) {
    for (const { node } of event.data.adds) nodes.push(node);
  }
  const found: number[] = [];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if ('tagName' in node && node.tagName === 'iframe') found.push(node.id);
    if ('childNodes' in node) for (const child of node.childNodes) nodes.push(child);
  }
  return found;
}
