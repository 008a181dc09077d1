import { type Mirror, type SafeNode, sanitiseNode } from './sanitise-node.ts';
import type { TreeNode } from './mirror-tree.ts';

/** A tree from outside node by node, parents before children, without recursion. Stops when the mirror is full. */
export function* grow(root: unknown, parent: TreeNode | null, mirror: Mirror): Generator<SafeNode, void> {
  const stack = [{ raw: root, parent }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (!mirror.tree.hasRoom(null)) return mirror.budget.spend();
    const safe = sanitiseNode(next.raw, next.parent, mirror);
    if (!safe) continue;
    yield safe;
    for (let at = safe.children.length - 1; at >= 0; at--) stack.push({ raw: safe.children[at], parent: safe.at });
  }
}
