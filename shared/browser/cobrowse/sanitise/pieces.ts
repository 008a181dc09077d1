import {
  EventType,
  IncrementalSource,
  type addedNodeMutation,
  type eventWithTime,
  type incrementalData,
  type mutationData,
  type serializedNodeWithId,
} from '@rrweb/types';
import type { SafeNode } from './sanitise-node.ts';

/** Something that the player does in one go. */
export interface Piece {
  event: eventWithTime;
  /** What it takes, in nodes built. */
  cost: number;
}

/** About as much as a few milliseconds of the player's work. */
export const pieceCost = 100;

export const incremental = (data: incrementalData, timestamp: number, cost = 1): Piece => ({
  event: { type: EventType.IncrementalSnapshot, timestamp, data },
  cost,
});
export const mutation = (part: Partial<mutationData>, timestamp: number, cost: number): Piece =>
  incremental(
    { source: IncrementalSource.Mutation, texts: [], attributes: [], adds: [], removes: [], ...part },
    timestamp,
    cost,
  );

export interface Place {
  nextId: number | null;
  previousId?: number;
}
const last: Place = { nextId: null };

/** Gathers added nodes into mutations of bearable size. */
export function createAdds(timestamp: number) {
  let adds: addedNodeMutation[] = [];
  let cost = 0;
  /** A frame's document: the player needs its root element together with it. */
  let rootless: { id: number; childNodes: serializedNodeWithId[] } | null = null;

  function* flush(): Generator<Piece, void> {
    rootless = null;
    if (adds.length > 0) yield mutation({ adds }, timestamp, cost);
    adds = [];
    cost = 0;
  }
  return {
    *add({ node, at, cost: more }: SafeNode, place: Place = last): Generator<Piece, void> {
      if (!at.parent) return;
      if (cost > 0 && cost + more > pieceCost && !rootless) yield* flush();
      cost += more;
      if (rootless && rootless.id === at.parent.id) {
        rootless.childNodes.push(node);
        if (at.kind === 'element') rootless = null;
        return;
      }
      adds.push({ parentId: at.parent.id, ...place, node });
      rootless = 'childNodes' in node && at.kind === 'document' ? node : null;
    },
    flush,
  };
}
