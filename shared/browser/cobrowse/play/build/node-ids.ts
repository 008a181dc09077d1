import { frameDocument } from '../../control/deep.ts';

/** Which node of the mirror has which number. */
export interface NodeIds {
  add(node: Node, id: number): void;
  /** -1: it is none of the customer's. */
  idOf(node: Node): number;
  nodeOf(id: number): Node | null;
  /**
   * The numbers of a tree are free for others, through shadow roots and frames. Before it is taken away: a frame
   * that is in no page has no document.
   */
  forget(root: Node): void;
}

export function createNodeIds(): NodeIds {
  const nodes = new Map<number, Node>();
  const ids = new WeakMap<Node, number>();

  function forgetOne(node: Node) {
    const id = ids.get(node);
    if (id === undefined) return;
    ids.delete(node);
    if (nodes.get(id) === node) nodes.delete(id);
  }
  return {
    add(node, id) {
      nodes.set(id, node);
      ids.set(node, id);
    },
    idOf: (node) => ids.get(node) ?? -1,
    nodeOf: (id) => nodes.get(id) ?? null,
    forget(root) {
      const roots = [root];
      for (let top = roots.pop(); top; top = roots.pop()) {
        for (let node: Node | null = top; node; node = following(node, top)) {
          forgetOne(node);
          if (node.nodeType !== 1) continue;
          const inner = (node as Element).shadowRoot ?? frameDocument(node as Element);
          if (inner) roots.push(inner);
        }
      }
    },
  };
}

/** The next one in document order within `top`. */
function following(node: Node, top: Node): Node | null {
  if (node.firstChild) return node.firstChild;
  for (let at: Node | null = node; at && at !== top; at = at.parentNode) if (at.nextSibling) return at.nextSibling;
  return null;
}
