/**
 * What is ours in the customer's page: nothing of it may be in the mirror, and nobody can click it.
 * Elements and sheets are known by identity, which no page can forge.
 */
export const ownElements = new WeakSet<Node>();
export const ownSheets = new WeakSet<CSSStyleSheet>();

/** On the page's elements under the host's pointer; stands for `:hover` in our sheet. */
export const handMark = 'data-beside-hand';
