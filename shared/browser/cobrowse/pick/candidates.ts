import type { PickPurpose } from '../../../protocol/page.ts';
import { isField } from './label-of.ts';

/** Fields that nothing can show; the filter has the last word on the others. */
const never = new Set(['password', 'hidden', 'file', 'submit', 'button', 'reset', 'image']);
const whole = 'a, button, input, select, textarea, img, picture, svg, video, canvas, iframe, label, summary';
const most = 2_000;

/** What would be picked where this element is under the pointer; null: nothing. */
export function pickable(element: Element | null, purpose: PickPurpose): Element | null {
  if (!element || /^(?:html|body)$/.test(element.localName)) return null;
  if (purpose === 'hide') return element.closest('svg, picture') ?? element;
  return isField(element) && !never.has(element.type) ? element : null;
}

/** What Tab goes through: whatever holds words or a picture itself, in the order of the page. */
export function candidates(doc: Document, purpose: PickPurpose): Element[] {
  const found: Element[] = [];
  for (const element of doc.body?.querySelectorAll('*') ?? []) {
    if (found.length >= most) break;
    if (pickable(element, purpose) !== element || !isSeen(element)) continue;
    if (purpose === 'show' || (hasOwnContent(element) && !element.parentElement?.closest(whole))) found.push(element);
  }
  return found;
}

const hasOwnContent = (element: Element) =>
  element.matches(whole) ||
  [...element.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''));

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && element.checkVisibility();
}
