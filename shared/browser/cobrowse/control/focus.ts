import { deepParent } from './deep.ts';
import type { Place } from './target.ts';

const focusable =
  'a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]:not([contenteditable="false" i])';

export function isFocusable(element: Element): element is HTMLElement {
  return element.matches(focusable) && !element.matches(':disabled, [inert] *');
}

/** Fields whose text can be edited and that have a caret. */
export function isTextField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  if (!element) return false;
  if (element.localName === 'textarea') return true;
  return (
    element.localName === 'input' &&
    /^(?:text|search|url|tel|email|number|password)$/.test((element as HTMLInputElement).type)
  );
}

export function isEditable(element: Element | null): element is HTMLElement {
  return element !== null && 'isContentEditable' in element && element.isContentEditable === true;
}

/** A press focuses the nearest thing that can have focus, or takes focus away; in editable text it sets the caret. */
export function focusByPointer(element: Element, caret: Place | null): void {
  let target: Element | null = null;
  for (let node: Node | null = element; node && !target; node = deepParent(node)) {
    if (node.nodeType === 1 && isFocusable(node as Element)) target = node as Element;
  }
  const doc = element.ownerDocument;
  if (!target) {
    const active = doc.activeElement;
    if (active && active !== doc.body && 'blur' in active) (active as HTMLElement).blur();
    doc.getSelection()?.removeAllRanges();
    return;
  }
  (target as HTMLElement).focus({ preventScroll: true });
  if (caret && isTextField(target)) caretToEnd(target);
  else if (caret && isEditable(element)) caretAt(doc, caret);
}

function caretToEnd(field: HTMLInputElement | HTMLTextAreaElement): void {
  try {
    field.setSelectionRange(field.value.length, field.value.length);
  } catch {
    // Number and e-mail fields have no caret that scripts can set.
  }
}

function caretAt(doc: Document, { x, y }: Place): void {
  const position = doc.caretPositionFromPoint?.(x, y);
  const range = position ? null : doc.caretRangeFromPoint?.(x, y);
  const node = position?.offsetNode ?? range?.startContainer;
  if (node) doc.getSelection()?.collapse(node, position?.offset ?? range?.startOffset ?? 0);
}
