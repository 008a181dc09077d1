import type { selectionData } from '@rrweb/types';
import type { NodeIds } from './node-ids.ts';

/** Marks in the mirror what is marked in the page, one range. Gives what takes the mark away. */
export function selectRange(range: selectionData['ranges'][number] | undefined, ids: NodeIds): (() => void) | null {
  const start = range && ids.nodeOf(range.start);
  const end = range && ids.nodeOf(range.end);
  const selection = start?.ownerDocument?.getSelection();
  if (!start || !end || !selection) return null;
  try {
    selection.setBaseAndExtent(start, range.startOffset, end, range.endOffset);
  } catch {
    // It lies beyond a text that leaves in another form.
  }
  return () => selection.removeAllRanges();
}
