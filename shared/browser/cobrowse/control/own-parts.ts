/**
 * What is ours in the customer's page: nothing of it may be in the mirror, and nobody can click it.
 * Known by identity, which no page can forge.
 */
export const ownElements = new WeakSet<Node>();
export const ownSheets = new WeakSet<CSSStyleSheet>();

export const isOwnElement = (node: Node): boolean => ownElements.has(node);
