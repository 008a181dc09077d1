import type { attributeMutation, mutationData, removedNodeMutation } from '@rrweb/types';
import type * as v from 'valibot';
import { budgets } from './budget.ts';
import { safeCss } from './css/safe-css.ts';
import type { incrementalSchema } from './event-schema.ts';
import { grow } from './grow.ts';
import { childrenOf, type TreeNode } from './mirror-tree.ts';
import { inOrder } from './order-adds.ts';
import { createAdds, mutation, type Piece, pieceCost, type Place } from './pieces.ts';
import { isInert, limited, type Mirror } from './sanitise-node.ts';
import { safeAttribute } from './safe-attribute.ts';

type Incremental = v.InferOutput<typeof incrementalSchema>;
type Mutation = Extract<Incremental, { source: 0 }>;
type Add = Mutation['adds'][number];

/** Beyond this a tree goes node by node, for the player would do it in one go. */
const atOnce = 2_000;

/** A change of the document in pieces that fit what is there, in the order in which the player makes them. */
export function* sanitiseMutation(data: Mutation, timestamp: number, mirror: Mirror): Generator<Piece, void> {
  const { tree, budget } = mirror;
  const removed = data.removes.flatMap(({ id }) => {
    const node = tree.get(id);
    return node?.parent ? removals(node, mirror) : [];
  });
  yield* split(removed, one, (removes) => mutation({ removes }, timestamp, removes.length));

  const adds = createAdds(timestamp);
  const added = data.adds.filter(({ node }) => typeof node === 'object' && node !== null);
  for (const { raw, parent } of inOrder(added, tree)) {
    const rival = rivalOf(raw, parent);
    if (rival.length > 0) {
      const before = adds.flush();
      if (before) yield before;
      const removes = rival.flatMap((node) => removals(node, mirror));
      yield* split(removes, one, (some) => mutation({ removes: some }, timestamp, some.length));
    }
    let place: Place | undefined = placeOf(raw, parent, tree.get.bind(tree));
    for (const safe of grow(raw.node, parent, mirror)) {
      const full = adds.add(safe, place);
      if (full) yield full;
      place = undefined;
    }
  }
  yield* adds.end();

  const texts: mutationData['texts'] = [];
  let cost = 0;
  for (const { id, value } of data.texts) {
    const node = tree.get(id);
    // An element's text would take its children's place.
    if (node?.kind !== 'text') continue;
    const css = node.parent?.tag === 'style';
    const text = css ? safeCss(budget.style(value ?? ''), { joined: true }) : budget.text(value ?? '');
    texts.push({ id, value: text });
    cost += 1 + text.length / 2_000;
    if (cost > pieceCost) yield mutation({ texts: texts.splice(0) }, timestamp, cost);
    if (texts.length === 0) cost = 0;
  }
  if (texts.length > 0) yield mutation({ texts }, timestamp, cost);

  const attributes = data.attributes.flatMap(({ id, attributes: raw }) => {
    const node = tree.get(id);
    if (node?.kind !== 'element' || isInert(node.tag)) return [];
    return [{ id, attributes: safeChanges(node.tag, raw, mirror) }];
  });
  const changesIn = (change: attributeMutation) => 1 + Object.keys(change.attributes).length;
  yield* split(attributes, changesIn, (some, cost) => mutation({ attributes: some }, timestamp, cost));
}

function safeChanges(tag: string, raw: Record<string, unknown>, { budget }: Mirror): attributeMutation['attributes'] {
  const kept: attributeMutation['attributes'] = {};
  for (const [name, value] of Object.entries(raw).slice(0, budgets.attributes)) {
    for (const [safeName, safe] of Object.entries(safeAttribute(tag, name, limited(name, value, budget)))) {
      if (typeof safe === 'string' || typeof safe === 'object') kept[safeName] = safe;
    }
  }
  return kept;
}

function removals(node: TreeNode, { tree }: Mirror): removedNodeMutation[] {
  const gone = tree.remove(node);
  const deep = gone.length > atOnce || gone.some(({ kind }) => kind === 'document');
  return (deep ? gone : [node]).flatMap(({ id, parent, shadow, kind }) =>
    parent && kind !== 'document' ? [{ parentId: parent.id, id, ...(shadow && { isShadow: true as const }) }] : [],
  );
}

/** What a new document or root element takes the place of; nobody says that these are gone. */
function rivalOf({ node }: Add, parent: TreeNode): TreeNode[] {
  const { type } = node as { type?: unknown };
  if (type === 0 && parent.tag === 'iframe') return [...childrenOf(parent)];
  if (parent.kind !== 'document') return [];
  if (type === 1) return [...childrenOf(parent)].filter(({ kind }) => kind === 'doctype');
  return type === 2 ? [...childrenOf(parent)].filter(({ kind }) => kind === 'element') : [];
}

function placeOf(
  { nextId, previousId, node }: Add,
  parent: TreeNode,
  get: (id: number) => TreeNode | undefined,
): Place {
  const shadow = (node as { isShadow?: unknown }).isShadow === true;
  const beside = (id: number | null | undefined) => {
    const sibling = typeof id === 'number' ? get(id) : undefined;
    return sibling?.parent === parent && sibling.shadow === shadow ? sibling.id : null;
  };
  const next = beside(nextId);
  if (next !== null) return { nextId: next };
  const previous = beside(previousId);
  return previous === null ? { nextId: null } : { nextId: null, previousId: previous };
}

const one = () => 1;

function* split<T>(
  items: readonly T[],
  costOf: (item: T) => number,
  make: (some: T[], cost: number) => Piece,
): Generator<Piece, void> {
  let some: T[] = [];
  let cost = 0;
  for (const item of items) {
    some.push(item);
    cost += costOf(item);
    if (cost < pieceCost) continue;
    yield make(some, cost);
    some = [];
    cost = 0;
  }
  if (some.length > 0) yield make(some, cost);
}
