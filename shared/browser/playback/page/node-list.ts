import type { CheckedNode } from '../../cobrowse/sanitise/node-schema.ts';

/** A node of a recorded page; its children are a chain, so that one comes in anywhere without moving the others. */
export interface ModelNode {
  readonly id: number;
  /** As it was sent, without children; attributes and text are as they are now. */
  readonly own: OwnPart;
  readonly depth: number;
  readonly shadow: boolean;
  parent: ModelNode | null;
  first: ModelNode | null;
  last: ModelNode | null;
  previous: ModelNode | null;
  next: ModelNode | null;
}
export type OwnPart =
  | Exclude<CheckedNode, { childNodes: unknown }>
  | WithoutChildren<Extract<CheckedNode, { childNodes: unknown }>>;
type WithoutChildren<T> = T extends { childNodes: unknown } ? Omit<T, 'childNodes'> : never;

/** `before`: null is the end. */
export function linkNode(node: ModelNode, parent: ModelNode, before: ModelNode | null): void {
  node.parent = parent;
  node.next = before;
  node.previous = before ? before.previous : parent.last;
  if (node.previous) node.previous.next = node;
  else parent.first = node;
  if (before) before.previous = node;
  else parent.last = node;
}

export function unlinkNode(node: ModelNode): void {
  const { parent, previous, next } = node;
  if (!parent) return;
  if (previous) previous.next = next;
  else parent.first = next;
  if (next) next.previous = previous;
  else parent.last = previous;
  node.parent = null;
  node.previous = null;
  node.next = null;
}

export function* childNodesOf({ first }: ModelNode): Generator<ModelNode, void> {
  for (let child = first; child; child = child.next) yield child;
}
