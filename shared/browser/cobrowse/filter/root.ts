export type Root = Document | ShadowRoot;

/** By its type: links have a `host` too, and `instanceof` knows only its own window's nodes. */
export const isShadowRoot = (node: Node): node is ShadowRoot => node.nodeType === 11 && 'host' in node;

export const isRoot = (node: Node): node is Root => node.nodeType === 9 || isShadowRoot(node);
