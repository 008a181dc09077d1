import { isFocusable } from './focus.ts';
import { isGroupStop } from './radio-group.ts';

/** Tab order of a document: positive tab indices first, then document order; only what is inside when a dialog is modal. */
export function tabbable(doc: Document): HTMLElement[] {
  const modal = [...doc.querySelectorAll('dialog:modal')].at(-1);
  const all = [...(modal ?? doc).querySelectorAll('*')].filter(
    (element): element is HTMLElement =>
      isFocusable(element) &&
      (element as HTMLElement).tabIndex >= 0 &&
      element.getClientRects().length > 0 &&
      isGroupStop(element),
  );
  return all.toSorted((a, b) => (a.tabIndex || Infinity) - (b.tabIndex || Infinity) || 0);
}
