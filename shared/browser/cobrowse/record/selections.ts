import { IncrementalSource, type selectionData } from '@rrweb/types';
import type { Privacy } from '../filter/privacy.ts';
import type { NodeRegistry } from './node-registry.ts';

export interface Selections {
  listen(doc: Document, signal: AbortSignal): void;
  take(): selectionData | null;
  drop(): void;
}

/** What is marked in the page. In text that leaves in another form no place is told, as it would tell of its length. */
export function createSelections(deps: { registry: NodeRegistry; privacy: Privacy; changed(): void }): Selections {
  const { registry, privacy } = deps;
  let dirty: Document | null = null;
  let last = '';

  const isPlain = (node: Node) => node.nodeType !== 3 || privacy.text(node as Text) === (node as Text).data;

  function ranges(doc: Document): selectionData['ranges'] {
    const selection = doc.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    const start = registry.shownIdOf(startContainer);
    const end = registry.shownIdOf(endContainer);
    if (start < 0 || end < 0 || !isPlain(startContainer) || !isPlain(endContainer)) return [];
    return [{ start, startOffset, end, endOffset }];
  }

  return {
    listen(doc, signal) {
      const heard = () => {
        dirty = doc;
        deps.changed();
      };
      doc.addEventListener('selectionchange', heard, { signal });
    },
    take() {
      if (!dirty) return null;
      const now = ranges(dirty);
      dirty = null;
      const key = JSON.stringify(now);
      if (key === last) return null;
      last = key;
      return { source: IncrementalSource.Selection, ranges: now };
    },
    drop() {
      dirty = null;
      last = '[]';
    },
  };
}
