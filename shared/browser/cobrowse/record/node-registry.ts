/**
 * Numbers of nodes. A node has one number for life, so that one that is moved keeps it; it is *shown* while
 * the mirror holds it.
 */
export interface NodeRegistry {
  /** The node's number, given at the first asking. 1 is the document. */
  idOf(node: Node): number;
  isShown(node: Node): boolean;
  show(node: Node): number;
  /** Nothing inside of this node is ever shown: something stands in for it. */
  close(node: Node): void;
  isClosed(node: Node): boolean;
  /** Takes the node and all below it out of the mirror. */
  hide(node: Node): void;
  /** The number of a node that the mirror holds, else -1. */
  shownIdOf(node: Node | null): number;
  nodeOf(id: number): Node | null;
  /** The shadow root of an element, closed ones included where they were seen to be made. */
  shadowOf(element: Element): ShadowRoot | null;
  /** The document in this frame is shown with it. */
  hold(frame: Element, doc: Document): void;
  heldBy(frame: Element): Document | null;
  letGo(frame: Element, doc: Document): void;
  /** From now on `isFresh` tells what is new. */
  mark(): void;
  /** Shown since the mark, be it for the first time or anew. */
  isFresh(node: Node): boolean;
  clear(): void;
}

/** The numbers given so far; kept while nobody records, so that no number comes again for another node. */
export interface NodeNumbers {
  ids: WeakMap<Node, number>;
  last: number;
}

export const createNodeNumbers = (): NodeNumbers => ({ ids: new WeakMap(), last: 0 });

export interface NodeRegistryDeps {
  numbers: NodeNumbers;
  shadowOf(element: Element): ShadowRoot | null;
}

export function createNodeRegistry({ numbers, shadowOf }: NodeRegistryDeps): NodeRegistry {
  const { ids } = numbers;
  const shown = new Map<number, Node>();
  /** Shown anew since the mark, with the number from before it. */
  let again = new Set<number>();
  let held = new WeakMap<Element, Document>();
  let closed = new WeakSet<Node>();
  let marked = 0;

  function idOf(node: Node): number {
    let id = ids.get(node);
    if (id === undefined) ids.set(node, (id = ++numbers.last));
    return id;
  }
  const isShown = (node: Node) => {
    const id = ids.get(node);
    return id !== undefined && shown.has(id);
  };

  function hide(root: Node): void {
    const stack: Node[] = [root];
    for (let node = stack.pop(); node; node = stack.pop()) {
      const id = ids.get(node);
      if (id !== undefined) shown.delete(id);
      if (node.nodeType === 1) {
        const shadow = shadowOf(node as Element);
        if (shadow) stack.push(shadow);
        const inner = held.get(node as Element);
        if (inner) stack.push(inner);
        held.delete(node as Element);
      }
      for (let child = node.firstChild; child; child = child.nextSibling) stack.push(child);
    }
  }

  return {
    idOf,
    isShown,
    show(node) {
      const id = idOf(node);
      shown.set(id, node);
      if (id <= marked) again.add(id);
      return id;
    },
    close: (node) => void closed.add(node),
    isClosed: (node) => closed.has(node),
    hide,
    letGo(frame, doc) {
      hide(doc);
      held.delete(frame);
    },
    shownIdOf(node) {
      const id = node ? ids.get(node) : undefined;
      return id !== undefined && shown.has(id) ? id : -1;
    },
    nodeOf: (id) => shown.get(id) ?? null,
    shadowOf,
    hold: (frame, doc) => void held.set(frame, doc),
    heldBy: (frame) => held.get(frame) ?? null,
    mark() {
      marked = numbers.last;
      again = new Set();
    },
    isFresh(node) {
      const id = ids.get(node);
      return id !== undefined && (again.has(id) || (id > marked && shown.has(id)));
    },
    clear() {
      shown.clear();
      again.clear();
      closed = new WeakSet();
      held = new WeakMap();
    },
  };
}
