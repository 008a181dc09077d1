import { isEditable, isTextField } from './focus.ts';
import { markInField } from './field-caret.ts';
import type { Place } from './target.ts';

/** The second press of a series marks the word under it, the third the line. */
export function markByClicks({ element, x, y }: Place, count: number): void {
  if (count < 2) return;
  const what = count === 2 ? 'word' : 'line';
  if (isTextField(element)) return markInField(element, what);
  const doc = element.ownerDocument;
  const selection = doc.getSelection();
  const position = doc.caretPositionFromPoint?.(x, y);
  const range = position ? null : doc.caretRangeFromPoint?.(x, y);
  const node = position?.offsetNode ?? range?.startContainer;
  if (!selection || node?.nodeType !== Node.TEXT_NODE) return;
  if (!isEditable(element) && getComputedStyle(element).userSelect === 'none') return;
  const text = node.nodeValue ?? '';
  const at = position?.offset ?? range?.startOffset ?? 0;
  const unit = count === 2 ? /[\p{L}\p{N}_]/u : /[^\n]/;
  let [start, end] = [at, at];
  while (start > 0 && unit.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && unit.test(text[end] ?? '')) end += 1;
  selection.setBaseAndExtent(node, start, node, end);
}
