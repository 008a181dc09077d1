import { isFocusable } from './focus.ts';

/** Tab order of a document: positive tab indices first, then document order. */
export function tabbable(doc: Document): HTMLElement[] {
  const all = [...doc.querySelectorAll('*')].filter(
    (element): element is HTMLElement =>
      isFocusable(element) && (element as HTMLElement).tabIndex >= 0 && element.getClientRects().length > 0,
  );
  return all.toSorted((a, b) => (a.tabIndex || Infinity) - (b.tabIndex || Infinity) || 0);
}
