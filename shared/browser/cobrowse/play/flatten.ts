import type { addedNodeMutation, serializedNodeWithId } from '@rrweb/types';

/** rrweb adds one node at a time and leaves children out; here each child becomes an addition of its own, after its parent. */
export function flatten(adds: readonly addedNodeMutation[]): addedNodeMutation[] {
  const flat: addedNodeMutation[] = [];
  for (const add of adds) {
    // The content of a frame is built as a tree.
    if (add.node.type === 0 || !('childNodes' in add.node) || add.node.childNodes.length === 0) {
      flat.push(add);
      continue;
    }
    const { childNodes } = add.node;
    flat.push({ ...add, node: { ...add.node, childNodes: [] } });
    const stack: { node: serializedNodeWithId; parentId: number }[] = [];
    const enter = (children: readonly serializedNodeWithId[], parentId: number) => {
      for (let at = children.length - 1; at >= 0; at--) {
        const node = children[at];
        if (node) stack.push({ node, parentId });
      }
    };
    enter(childNodes, add.node.id);
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { node, parentId } = next;
      const children = 'childNodes' in node ? node.childNodes : [];
      flat.push({
        parentId,
        nextId: null,
        node: children.length > 0 ? ({ ...node, childNodes: [] } as serializedNodeWithId) : node,
      });
      if (children.length > 0) enter(children, node.id);
    }
  }
  return flat;
}
