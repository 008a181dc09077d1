import type { MirrorTree, TreeNode } from './mirror-tree.ts';

interface Add {
  parentId: number;
  nextId: number | null;
  node?: unknown;
}

const idOf = (node: unknown): unknown =>
  typeof node === 'object' && node !== null && 'id' in node ? node.id : undefined;

/**
 * Added nodes so that each comes after its parent and after the sibling that it is put before, whatever the
 * order they came in. Those whose parent is not there and does not come are left out. Each is asked for
 * only when those before it are in the tree.
 */
export function* inOrder<T extends Add>(adds: readonly T[], tree: MirrorTree): Generator<{ raw: T; parent: TreeNode }> {
  const coming = new Set(adds.map(({ node }) => idOf(node)));
  const waiting = new Map<number, T[]>();
  const ready = [...adds].reverse();

  function* drain() {
    for (let raw = ready.pop(); raw; raw = ready.pop()) {
      const missing = [raw.parentId, raw.nextId].find((id) => id !== null && !tree.get(id) && coming.has(id));
      if (typeof missing === 'number') {
        const others = waiting.get(missing);
        if (others) others.push(raw);
        else waiting.set(missing, [raw]);
        continue;
      }
      const parent = tree.get(raw.parentId);
      if (parent) yield { raw, parent };
      const id = idOf(raw.node);
      coming.delete(id);
      if (typeof id !== 'number') continue;
      ready.push(...(waiting.get(id) ?? []).reverse());
      waiting.delete(id);
    }
  }
  yield* drain();
  // What waits for each other in a ring.
  coming.clear();
  ready.push(...[...waiting.values()].flat().reverse());
  yield* drain();
}
