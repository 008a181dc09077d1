import { budgets } from './budget.ts';

/** A node that was let through; later changes name it by its id only. */
export interface TreeNode {
  readonly id: number;
  readonly kind: 'document' | 'doctype' | 'element' | 'text' | 'comment';
  /** In lower case; '' for what is no element. */
  readonly tag: string;
  /** May have a shadow root. */
  readonly host: boolean;
  /** Stands in the shadow root of its parent. */
  readonly shadow: boolean;
  readonly parent: TreeNode | null;
  readonly depth: number;
  /** How many children it has; they are a chain, for a set for each node costs more than all else about it. */
  size: number;
  first: TreeNode | null;
  previous: TreeNode | null;
  next: TreeNode | null;
}
type NewNode = Omit<TreeNode, 'size' | 'first' | 'previous' | 'next'>;

export interface MirrorTree {
  get(id: number): TreeNode | undefined;
  /** Of a document that has gone: the player never forgets these, so none may come again. */
  isSpent(id: number): boolean;
  /** False: there is no room for one more, here or at all. */
  hasRoom(parent: TreeNode | null): boolean;
  add(node: NewNode): TreeNode;
  /** With all that is in it; in the order in which they can be taken away one by one. */
  remove(node: TreeNode): TreeNode[];
}

/** The youngest first. */
export function* childrenOf({ first }: TreeNode): Generator<TreeNode, void> {
  for (let child = first; child; child = child.next) yield child;
}

function link(node: TreeNode, parent: TreeNode): void {
  node.next = parent.first;
  if (parent.first) parent.first.previous = node;
  parent.first = node;
  parent.size += 1;
}

function unlink(node: TreeNode, parent: TreeNode): void {
  if (node.previous) node.previous.next = node.next;
  else parent.first = node.next;
  if (node.next) node.next.previous = node.previous;
  parent.size -= 1;
}

/** What is in the mirror, as far as the sanitiser has to know. Forgets what goes, with all that was in it. */
export function createMirrorTree(): MirrorTree {
  const nodes = new Map<number, TreeNode>();
  const spent = new Set<number>();
  return {
    get: (id) => nodes.get(id),
    isSpent: (id) => spent.has(id),
    hasRoom: (parent) =>
      nodes.size + spent.size < budgets.nodes &&
      (!parent || (parent.depth < budgets.depth && parent.size < budgets.children)),
    add(node) {
      const { id, kind, tag, host, shadow, parent, depth } = node;
      const added: TreeNode = {
        id,
        kind,
        tag,
        host,
        shadow,
        parent,
        depth,
        size: 0,
        first: null,
        previous: null,
        next: null,
      };
      nodes.set(id, added);
      if (parent) link(added, parent);
      return added;
    },
    remove(node) {
      const gone = [node];
      // Grows as it is walked.
      for (const each of gone) for (let child = each.first; child; child = child.next) gone.push(child);
      for (const { id, kind } of gone) {
        nodes.delete(id);
        if (kind === 'document') spent.add(id);
      }
      if (node.parent) unlink(node, node.parent);
      return gone.reverse();
    },
  };
}
