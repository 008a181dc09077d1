import { IncrementalSource, type mutationData } from '@rrweb/types';
import { frameDocument } from '../control/deep.ts';
import type { NodeRegistry } from './node-registry.ts';
import type { Budget, Walk } from './walk.ts';

export interface InnerFrames {
  /** A shown frame whose document is, or may be, another one now. */
  met(frame: Element): void;
  /** Whole documents that have not been sent, each as the content of its frame. */
  take(budget: Budget): mutationData[];
  drop(): void;
}

interface Deps {
  registry: NodeRegistry;
  walk: Walk;
  /** From now on this document is watched like the page's own. */
  watch(doc: Document): void;
}

/** Frames whose documents scripts of this page may read. All others have a recorder of their own. */
export function createInnerFrames({ registry, walk, watch }: Deps): InnerFrames {
  const waiting = new Set<Element>();

  function attach(frame: Element, budget: Budget): mutationData | null {
    const parentId = registry.shownIdOf(frame);
    const doc = frameDocument(frame);
    const before = registry.heldBy(frame);
    if (before === doc) return null;
    // Also when what has come instead is of another origin: nothing may be said of the old one any more.
    if (before) registry.letGo(frame, before);
    if (parentId < 0 || !doc?.documentElement) return null;
    registry.hold(frame, doc);
    watch(doc);
    // Without its root a document cannot be built.
    const withRoot: Budget = { take: () => budget.take() || !registry.isShown(doc.documentElement) };
    const node = walk.tree(doc, withRoot);
    if (!node) return null;
    const adds = [{ parentId, nextId: null, node }];
    return { source: IncrementalSource.Mutation, texts: [], attributes: [], removes: [], adds };
  }

  return {
    met: (frame) => void waiting.add(frame),
    take(budget) {
      const events: mutationData[] = [];
      // A document may bring frames of its own, which are met while it is walked.
      for (const frame of waiting) {
        waiting.delete(frame);
        const event = attach(frame, budget);
        if (event) events.push(event);
      }
      return events;
    },
    drop: () => waiting.clear(),
  };
}
