import { IncrementalSource, type scrollData } from '@rrweb/types';
import type { NodeRegistry } from './node-registry.ts';

export interface Scrolls {
  listen(root: Document | ShadowRoot, signal: AbortSignal): void;
  /** Is scrolled already when it is first shown. */
  note(node: Node): void;
  take(): scrollData[];
  drop(): void;
}

/** Where things have been scrolled to: only the last place of each within a batch. */
export function createScrolls({ registry, drawing }: { registry: NodeRegistry; drawing(): void }): Scrolls {
  const dirty = new Set<Node>();

  function heard({ target }: Event) {
    const node = target as Node | null;
    if (!node || !registry.isShown(node)) return;
    // All that has scrolled is told right before the browser draws.
    if (dirty.size === 0) drawing();
    dirty.add(node);
  }
  function place(node: Node): { x: number; y: number } {
    if (node.nodeType !== 9) return { x: (node as Element).scrollLeft, y: (node as Element).scrollTop };
    const win = (node as Document).defaultView;
    return { x: win?.scrollX ?? 0, y: win?.scrollY ?? 0 };
  }

  return {
    listen: (root, signal) => root.addEventListener('scroll', heard, { capture: true, passive: true, signal }),
    note: (node) => void dirty.add(node),
    take() {
      const events: scrollData[] = [];
      for (const node of dirty) {
        const id = registry.shownIdOf(node);
        if (id > 0) events.push({ source: IncrementalSource.Scroll, id, ...place(node) });
      }
      dirty.clear();
      return events;
    },
    drop: () => dirty.clear(),
  };
}
