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

/** Puts a node at the end of its parent, if that is one that is built together with it. */
export function nest({ node, at }: SafeNode, parent: serializedNodeWithId | undefined): boolean {
  if (!parent || !('childNodes' in parent) || at.kind === 'document') return false;
  parent.childNodes.push(node);
  if (at.shadow && 'tagName' in parent) parent.isShadowHost = true;
  return true;
}

/** Gathers added nodes into mutations of bearable size. */
export function createAdds(timestamp: number) {
  let adds: addedNodeMutation[] = [];
  let cost = 0;
  /** Elements among them: what comes into one goes with it, and is no addition of its own. */
  const together = new Map<number, serializedNodeWithId>();
  const late: NonNullable<SafeNode['late']>[] = [];
  /** A frame's document: the player needs its root element together with it. */
  let rootless: { id: number; childNodes: serializedNodeWithId[] } | null = null;

  function flush(): Piece | null {
    const piece = adds.length > 0 ? mutation({ adds }, timestamp, cost) : null;
    rootless = null;
    together.clear();
    adds = [];
    cost = 0;
    return piece;
  }
  function put(safe: SafeNode, parentId: number, place: Place | undefined) {
    const { node, at } = safe;
    if (at.kind === 'element') together.set(node.id, node);
    if (rootless && rootless.id === parentId) {
      rootless.childNodes.push(node);
      if (at.kind === 'element') rootless = null;
      return;
    }
    if (!place && nest(safe, together.get(parentId))) return;
    adds.push({ parentId, ...(place ?? last), node });
    rootless = 'childNodes' in node && at.kind === 'document' ? node : null;
  }
  return {
    /** The piece that was full before it, if any. `place` left out: it is the last of its parent. */
    add(safe: SafeNode, place?: Place): Piece | null {
      const { at, cost: more } = safe;
      this.note(safe);
      if (!at.parent) return null;
      const full = cost > 0 && cost + more > pieceCost && !rootless ? flush() : null;
      cost += more;
      put(safe, at.parent.id, place);
      return full;
    },
    flush,
    /** It is built elsewhere, but what of it comes late, comes from here. */
    note(safe: SafeNode) {
      if (safe.late) late.push(safe.late);
    },
    /** All that is left, and last the rules of long sheets: a text that comes into one drops them. */
    *end(): Generator<Piece, void> {
      const piece = flush();
      if (piece) yield piece;
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
