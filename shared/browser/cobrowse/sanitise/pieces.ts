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
export const pieceCost = 1_000;
/** Rules are read by the browser, which takes longer than making a node. */
export const ruleCost = 5;

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
/** The player takes the nearest that there is. */
const atTheEnd = 2 ** 31;
const last: Place = { nextId: null };

/** Gathers added nodes into mutations of bearable size. */
export function createAdds(timestamp: number) {
  let adds: addedNodeMutation[] = [];
  let cost = 0;
  const late: NonNullable<SafeNode['late']>[] = [];
  /** A frame's document: the player needs its root element together with it. */
  let rootless: { id: number; childNodes: serializedNodeWithId[] } | null = null;

  function* flush(): Generator<Piece, void> {
    rootless = null;
    if (adds.length > 0) yield mutation({ adds }, timestamp, cost);
    adds = [];
    cost = 0;
  }
  return {
    *add(safe: SafeNode, place: Place = last): Generator<Piece, void> {
      const { node, at, cost: more } = safe;
      this.note(safe);
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
    /** It is built elsewhere, but what of it comes late, comes from here. */
    note(safe: SafeNode) {
      if (safe.late) late.push(safe.late);
    },
    /** All that is left, and last the rules of long sheets: a text that comes into one drops them. */
    *end(): Generator<Piece, void> {
      yield* flush();
      for (const { id, rules } of late) {
        const atOnce = pieceCost / ruleCost;
        for (let from = 0; from < rules.length; from += atOnce) {
          const adds = rules.slice(from, from + atOnce).map((rule) => ({ rule, index: atTheEnd }));
          yield incremental({ source: IncrementalSource.StyleSheetRule, id, adds }, timestamp, pieceCost);
        }
      }
    },
  };
}
