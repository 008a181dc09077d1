import { EventType, IncrementalSource, type eventWithTime, type serializedNodeWithId } from '@rrweb/types';
import { frameDocument } from '../control/deep.ts';

/** Tells of each recorded frame that the recorder cannot read: when it is first seen, and at each load. */
export function watchFrames(deps: { nodeOf(id: number): Node | null; loaded(): void }): {
  note(event: eventWithTime): void;
} {
  const watched = new WeakSet<Node>();

  function watch(id: number) {
    const frame = deps.nodeOf(id);
    if (!frame || watched.has(frame)) return;
    watched.add(frame);
    const tell = () => {
      if (!frameDocument(frame as Element)) deps.loaded();
    };
    frame.addEventListener('load', tell);
    tell();
  }
  function walk(root: serializedNodeWithId) {
    const nodes = [root];
    for (let node = nodes.pop(); node; node = nodes.pop()) {
      if ('tagName' in node && node.tagName === 'iframe') watch(node.id);
      if ('childNodes' in node) for (const child of node.childNodes) nodes.push(child);
    }
  }

  return {
    note(event) {
      if (event.type === EventType.FullSnapshot) walk(event.data.node);
      if (event.type !== EventType.IncrementalSnapshot || event.data.source !== IncrementalSource.Mutation) return;
      for (const { node } of event.data.adds) walk(node);
    },
  };
}
