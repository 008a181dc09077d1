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
  readonly children: Set<TreeNode>;
}

export interface MirrorTree {
  get(id: number): TreeNode | undefined;
  /** Of a document that has gone: the player never forgets these, so none may come again. */
  isSpent(id: number): boolean;
  /** False: there is no room for one more, here or at all. */
  hasRoom(parent: TreeNode | null): boolean;
  add(node: Omit<TreeNode, 'children'>): TreeNode;
  /** With all that is in it; in the order in which they can be taken away one by one. */
  remove(node: TreeNode): TreeNode[];
}

const none: Set<TreeNode> = new Set();

/** What is in the mirror, as far as the sanitiser has to know. Forgets what goes, with all that was in it. */
export function createMirrorTree(): MirrorTree {
  const nodes = new Map<number, TreeNode>();
  const spent = new Set<number>();
  return {
    get: (id) => nodes.get(id),
    isSpent: (id) => spent.has(id),
    hasRoom: (parent) =>
      nodes.size + spent.size < budgets.nodes &&
      (!parent || (parent.depth < budgets.depth && parent.children.size < budgets.children)),
    add(node) {
      const leaf = node.kind !== 'element' && node.kind !== 'document';
      const added: TreeNode = { ...node, children: leaf ? none : new Set() };
      nodes.set(node.id, added);
      node.parent?.children.add(added);
      return added;
    },
    remove(node) {
      const gone = [node];
      // Grows as it is walked.
      for (const each of gone) for (const child of each.children) gone.push(child);
      for (const { id, kind } of gone) {
        nodes.delete(id);
        if (kind === 'document') spent.add(id);
      }
      node.parent?.children.delete(node);
      return gone.reverse();
    },
  };
}
