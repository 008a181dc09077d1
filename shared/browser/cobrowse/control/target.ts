import type { ControlRefusal, Target } from '../../../protocol/peer.ts';
import { deepContains, deepElementFromPoint } from './deep.ts';
import type { Staleness } from './staleness.ts';

export interface Place {
  element: HTMLElement | SVGElement;
  /** In the viewport of the element's own window. */
  x: number;
  y: number;
}

export type Found = { ok: true; place: Place } | { ok: false; code: ControlRefusal };

/** Elements of any realm: `instanceof` knows only its own window's. */
function isElement(node: Node | null): node is HTMLElement {
  return node?.nodeType === 1;
}

/** No host acts on these, whatever else is allowed. */
export function isPrivate(element: Element): boolean {
  const field = element.closest('input');
  if (!field) return false;
  const { type, autocomplete } = field;
  return (
    type === 'password' ||
    type === 'file' ||
    type === 'hidden' ||
    field.hasAttribute('data-rr-is-password') ||
    /(?:^|\s)(?:cc-|current-password|new-password|one-time-code)/.test(autocomplete)
  );
}

/** A label's control counts as the label itself: clicking either does the same. */
function sameThing(wanted: Element, hit: Element): boolean {
  if (deepContains(wanted, hit) || deepContains(hit, wanted)) return true;
  const label = hit.closest('label');
  return label !== null && label.control === wanted;
}

/**
 * Where a target is now: the node itself and the point in its box. Refuses when it has gone, when
 * something else lies over the point, or when it became something else since the host saw it.
 */
export function findTarget(
  { node: id, fx, fy }: Target,
  seq: number,
  { nodeOf, staleness }: { nodeOf(id: number): Node | null; staleness: Staleness },
): Found {
  const node = nodeOf(id);
  if (!isElement(node) || !node.isConnected) return { ok: false, code: 'gone' };
  if (isPrivate(node)) return { ok: false, code: 'private' };
  if (staleness.changedAfter(id, seq)) return { ok: false, code: 'stale' };
  const box = node.getBoundingClientRect();
  // A fraction of 1 is the first pixel outside.
  const x = Math.min(box.left + box.width * fx, box.right - 0.5);
  const y = Math.min(box.top + box.height * fy, box.bottom - 0.5);
  const hit = deepElementFromPoint(node.ownerDocument, x, y, false);
  if (!hit || !sameThing(node, hit)) return { ok: false, code: 'covered' };
  // What lies inside the node is what gets the event, as with a real pointer.
  const element = deepContains(node, hit) && isElement(hit) ? hit : node;
  if (isPrivate(element)) return { ok: false, code: 'private' };
  return { ok: true, place: { element, x, y } };
}
