import type { ControlRefusal, Target } from '../../../protocol/peer.ts';
import { deepContains, deepElementFromPoint } from './deep.ts';
import type { Forbidden } from './forbidden.ts';
import type { Staleness } from './staleness.ts';

export interface Place {
  element: HTMLElement | SVGElement;
  /** In the viewport of the element's own window. */
  x: number;
  y: number;
}

export interface TargetDeps {
  nodeOf(id: number): Node | null;
  staleness: Staleness;
  forbidden: Forbidden;
}

export type Found = { ok: true; place: Place } | { ok: false; code: ControlRefusal };

/** Elements of any realm: `instanceof` knows only its own window's. */
function isElement(node: Node | null): node is HTMLElement {
  return node?.nodeType === 1;
}

/** A label's control counts as the label itself: clicking either does the same. */
function sameThing(wanted: Element, hit: Element): boolean {
  if (deepContains(wanted, hit) || deepContains(hit, wanted)) return true;
  const label = hit.closest('label');
  return label !== null && label.control === wanted;
}

/**
 * Where a target is now: the node itself and the point in its box. Refuses when it has gone, when
 * something else lies over the point, or when it became something else since the host saw `seq`.
 * With `seq` null the point alone counts, whatever is there: for moves and drags.
 */
export function findTarget(
  { node: id, fx, fy }: Target,
  seq: number | null,
  { nodeOf, staleness, forbidden }: TargetDeps,
): Found {
  const node = nodeOf(id);
  if (!isElement(node) || !node.isConnected) return { ok: false, code: 'gone' };
  const kept = forbidden(node);
  if (kept) return { ok: false, code: kept };
  const exact = seq !== null;
  if (exact && staleness.changedAfter(id, seq)) return { ok: false, code: 'stale' };
  const box = node.getBoundingClientRect();
  // A fraction of 1 is the first pixel outside.
  const x = Math.min(box.left + box.width * fx, box.right - 0.5);
  const y = Math.min(box.top + box.height * fy, box.bottom - 0.5);
  const hit = deepElementFromPoint(node.ownerDocument, x, y, false);
  if (exact && (!hit || !sameThing(node, hit))) return { ok: false, code: 'covered' };
  // What lies inside the node is what gets the event, as with a real pointer.
  const element = isElement(hit) && (!exact || deepContains(node, hit)) ? hit : node;
  const inner = element === node ? null : forbidden(element);
  if (inner) return { ok: false, code: inner };
  return { ok: true, place: { element, x, y } };
}
