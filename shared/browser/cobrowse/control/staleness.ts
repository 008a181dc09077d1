import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';

export interface Staleness {
  note(event: eventWithTime, seq: number): void;
  /** The host has just acted on this node: what changes there now is its own doing. */
  acted(id: number): void;
  changedAfter(id: number, seq: number): boolean;
}

/** Changes of these make another thing of a node; class and style only make it look different. */
const meaning = new Set(['href', 'type', 'action', 'formaction', 'name', 'value', 'onclick', 'target', 'role']);
const ownDoingMs = 1_000;
const kept = 5_000;
/** From this many on it is looked now and then which are still there. */
const tidyFrom = 256;

export interface StalenessDeps {
  /** Of a shown node; below 1: there is none. */
  parentIdOf(id: number): number;
  isShown(id: number): boolean;
  now?: () => number;
}

/** Knows in which batch a node last changed what it means. */
export function createStaleness({ parentIdOf, isShown, now = () => performance.now() }: StalenessDeps): Staleness {
  let tidyAt = tidyFrom;
  const changed = new Map<number, number>();
  const actedAt = new Map<number, number>();

  function mark(id: number, seq: number) {
    if (now() - (actedAt.get(id) ?? -Infinity) < ownDoingMs) return;
    changed.delete(id);
    changed.set(id, seq);
    if (changed.size >= tidyAt) tidy();
    if (changed.size > kept) for (const [oldest] of changed) return void changed.delete(oldest);
  }

  /** Nobody acts on what has gone. */
  function tidy() {
    for (const id of changed.keys()) if (!isShown(id)) changed.delete(id);
    tidyAt = Math.max(tidyFrom, changed.size * 2);
  }

  return {
    note(event, seq) {
      if (event.type === EventType.FullSnapshot) changed.clear();
      if (event.type !== EventType.IncrementalSnapshot || event.data.source !== IncrementalSource.Mutation) return;
      for (const text of event.data.texts) mark(parentIdOf(text.id), seq);
      for (const { id, attributes } of event.data.attributes) {
        if (Object.keys(attributes).some((name) => meaning.has(name))) mark(id, seq);
      }
      for (const { parentId, node } of event.data.adds) if (node.type === 3) mark(parentId, seq);
    },
    acted(id) {
      if (actedAt.size > 50) actedAt.clear();
      actedAt.set(id, now());
    },
    changedAfter: (id, seq) => (changed.get(id) ?? -1) > seq,
  };
}
