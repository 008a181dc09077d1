import { isShadowRoot } from '../filter/root.ts';

/** Walks that see through shadow roots and frames of the same origin. */

/** Parent in what is drawn: slot, host, or the frame that holds the document. */
export function deepParent(node: Node): Node | null {
  if (node.nodeType === Node.ELEMENT_NODE) {
    const { assignedSlot } = node as Element;
    if (assignedSlot) return assignedSlot;
  }
  if (node.parentNode) return node.parentNode;
  if (isShadowRoot(node)) return node.host;
  if (node.nodeType === Node.DOCUMENT_NODE) return (node as Document).defaultView?.frameElement ?? null;
  return null;
}

export function deepContains(ancestor: Node, node: Node): boolean {
  for (let at: Node | null = node; at; at = deepParent(at)) if (at === ancestor) return true;
  return false;
}

export function deepActiveElement(doc: Document): Element | null {
  let active = doc.activeElement;
  for (;;) {
    const inner = active?.shadowRoot?.activeElement ?? frameDocument(active)?.activeElement;
    if (!inner) return active;
    active = inner;
  }
}

/** The document in a frame of the same origin; null for all else. */
export function frameDocument(element: Element | null): Document | null {
  if (element?.localName !== 'iframe') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** The innermost element at a point of `doc`'s viewport; stops at a frame unless `frames`. */
export function deepElementFromPoint(doc: Document, x: number, y: number, frames: boolean): Element | null {
  let found = doc.elementFromPoint(x, y);
  for (;;) {
    const inside: Element | null = found?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (!inside || inside === found) break;
    found = inside;
  }
  const inner = frames ? frameDocument(found) : null;
  if (!found || !inner) return found;
  const box = found.getBoundingClientRect();
  const border = { left: found.clientLeft, top: found.clientTop };
  return deepElementFromPoint(inner, x - box.left - border.left, y - box.top - border.top, true) ?? found;
}
