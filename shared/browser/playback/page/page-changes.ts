import { childNodesOf, type ModelNode } from './node-list.ts';
import { isSameNode, type PageMoment } from './same-node.ts';
import { isRooted, treeOf } from './snapshot-events.ts';

type Raw = Record<string, unknown>;

/**
 * Events that make a page that is shown what it was at another moment, earlier or later; null where the page had better
 * be built anew. Nodes keep their numbers for life, so what has not changed is known by that, and stays as it stands.
 */
export function pageChanges(from: PageMoment, to: PageMoment, timestamp: number): unknown[] | null {
  // Without a root the player has one of its own.
  if (!from.root || !to.root || !isRooted(from.root) || !isRooted(to.root)) return null;
  const kept = keptNodes(from, to);
  if (!kept.has(to.root.id) || kept.size < to.nodes.size / 2) return null;
  // Sheets without a node are many pages' only sheets, and few change them.
  if (JSON.stringify(from.states.sheets.made()) !== JSON.stringify(to.states.sheets.made())) return null;
  const isNew = (id: number) => !kept.has(id);
  if (to.states.sheets.made().some((made) => 'id' in made && made.id !== undefined && isNew(made.id))) return null;
  const tree = treeChanges(from, to, kept);
  if (!tree) return null;
  return [...tree, ...stateChanges(from, to, isNew)].map((data) => ({ type: 3, timestamp, data }));
}

/** Nodes of both that stay where they are. */
function keptNodes(from: PageMoment, to: PageMoment): Set<number> {
  const kept = new Set<number>();
  const todo = to.root ? [to.root] : [];
  // Grows as it is walked.
  for (const after of todo) {
    const before = from.nodes.get(after.id);
    if (!before || !isSameNode(before, from, after, to)) continue;
    kept.add(after.id);
    todo.push(...inPlace(before, after));
  }
  return kept;
}

/** Children that may stay: what stands before another that it stood behind is put there anew. */
function inPlace(before: ModelNode, after: ModelNode): ModelNode[] {
  const staying: ModelNode[] = [];
  let old = before.first;
  let child = after.first;
  // Mostly they are the same.
  for (; old && old.id === child?.id; old = old.next, child = child.next) staying.push(child);
  const place = new Map<number, number>();
  for (let at = 0; old; old = old.next, at += 1) place.set(old.id, at);
  let last = -1;
  for (; child; child = child.next) {
    const index = place.get(child.id) ?? -1;
    if (index <= last) continue;
    last = index;
    staying.push(child);
  }
  return staying;
}

function treeChanges(from: PageMoment, to: PageMoment, kept: ReadonlySet<number>): Raw[] | null {
  const removes: Raw[] = [];
  const adds: Raw[] = [];
  const documents: Raw[] = [];
  const texts: Raw[] = [];
  const attributes: Raw[] = [];
  for (const id of kept) {
    const [before, after] = [from.nodes.get(id), to.nodes.get(id)];
    if (!before || !after) continue;
    for (let child = before.first; child; child = child.next) {
      if (kept.has(child.id)) continue;
      // A document only goes when another takes its place, or its frame goes.
      if (child.own.type !== 0) removes.push({ parentId: id, id: child.id, ...(child.shadow && { isShadow: true }) });
      else if (![...childNodesOf(after)].some(({ own }) => own.type === 0)) return null;
    }
    for (const one of addsInto(after, kept, documents)) adds.push(one);
    const change = ownChange(before, after);
    if (change) (after.own.type === 3 ? texts : attributes).push({ id, ...change });
  }
  const mutation = (part: Raw): Raw => ({ source: 0, texts: [], attributes: [], removes: [], adds: [], ...part });
  const changes = removes.length + adds.length + texts.length + attributes.length;
  return [
    ...(changes > 0 ? [mutation({ removes, adds, texts, attributes })] : []),
    ...documents.map((add) => mutation({ adds: [add] })),
  ];
}

/** The last first: so that which one stands before another is there already. */
function addsInto(parent: ModelNode, kept: ReadonlySet<number>, documents: Raw[]): Raw[] {
  const adds: Raw[] = [];
  const next: { light: number | null; shadow: number | null } = { light: null, shadow: null };
  for (let child = parent.last; child; child = child.previous) {
    const side = child.shadow ? 'shadow' : 'light';
    if (!kept.has(child.id)) {
      const { node, inner } = treeOf(child);
      const isDocument = child.own.type === 0;
      (isDocument ? documents : adds).push({ parentId: parent.id, nextId: isDocument ? null : next[side], node });
      documents.push(...inner.map(({ frame, node: own }) => ({ parentId: frame, nextId: null, node: own })));
    }
    next[side] = child.id;
  }
  return adds;
}

function ownChange({ own: before }: ModelNode, { own: after }: ModelNode): Raw | null {
  if (before.type === 3 && after.type === 3) {
    return before.textContent === after.textContent ? null : { value: after.textContent };
  }
  if (before.type !== 2 || after.type !== 2) return null;
  const changed: Raw = {};
  for (const [name, value] of Object.entries(after.attributes)) {
    if (!Object.is(before.attributes[name], value)) changed[name] = value;
  }
  for (const name of Object.keys(before.attributes)) if (!(name in after.attributes)) changed[name] = null;
  return Object.keys(changed).length > 0 ? { attributes: changed } : null;
}

/** What no attribute says. */
function stateChanges({ states: from }: PageMoment, { states: to }: PageMoment, isNew: (id: number) => boolean): Raw[] {
  const changes: Raw[] = [];
  const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  if (to.size && differs(from.size, to.size)) changes.push({ source: 4, ...to.size });
  for (const change of to.sheets.changes()) {
    if (change.source !== 15 && change.id !== undefined && change.styleId === undefined && isNew(change.id))
      changes.push(change);
  }
  for (const [id, { text, isChecked }] of to.typed) {
    if (isNew(id) || differs(from.typed.get(id), to.typed.get(id))) changes.push({ source: 5, id, text, isChecked });
  }
  for (const id of from.scrolled.keys()) {
    if (!isNew(id) && !to.scrolled.has(id)) changes.push({ source: 3, id, x: 0, y: 0 });
  }
  for (const [id, place] of to.scrolled) {
    if (isNew(id) || differs(from.scrolled.get(id), place)) changes.push({ source: 3, id, ...place });
  }
  if (differs(from.selection, to.selection)) changes.push({ ...(to.selection ?? { source: 14, ranges: [] }) });
  return changes;
}
