import * as v from 'valibot';
import { budgets } from '../../cobrowse/sanitise/budget.ts';
import { eventSchema, incrementalSchema } from '../../cobrowse/sanitise/event-schema.ts';
import { checkNode } from '../../cobrowse/sanitise/node-schema.ts';
import { childNodesOf, linkNode, type ModelNode, type OwnPart, unlinkNode } from './node-list.ts';
import { createSheetLog, type SheetLog } from './sheet-log.ts';
import { snapshotEvents } from './snapshot-events.ts';

type Incremental = v.InferOutput<typeof incrementalSchema>;
type Mutation = Extract<Incremental, { source: 0 }>;

export interface PageModel {
  /** One event of the recorder's. What is none, or fits nothing, changes nothing. */
  apply(event: unknown): void;
  /** Events that build the page as it is now; empty before its first snapshot. */
  snapshot(timestamp: number): unknown[];
  /** Nodes by their numbers, and what no attribute says. Only to be read, until the next event. */
  state(): { root: ModelNode | null; nodes: ReadonlyMap<number, ModelNode>; states: LooseStates };
  /** All that stands in the page now. */
  texts(): Iterable<string>;
  /** Hears of each text that comes to stand in the page. */
  onText: (text: string) => void;
}

/** What is in fields and where things are scrolled to: states that no attribute says. */
export interface LooseStates {
  size: { width: number; height: number } | null;
  scrolled: Map<number, { x: number; y: number }>;
  typed: Map<number, { text: string; isChecked: boolean }>;
  selection: Extract<Incremental, { source: 14 }> | null;
  sheets: SheetLog;
}

const noStates = (): LooseStates => ({
  size: null,
  scrolled: new Map(),
  typed: new Map(),
  selection: null,
  sheets: createSheetLog(),
});

/**
 * The document of one frame as plain data, kept up with the recorded events, so that playing can begin anywhere. What
 * is in it has not been cleaned: the player does that with all it gets.
 */
export function createPageModel(): PageModel {
  let nodes = new Map<number, ModelNode>();
  let root: ModelNode | null = null;
  let states = noStates();

  function forget(node: ModelNode) {
    unlinkNode(node);
    const gone = [node];
    // Grows as it is walked.
    for (const each of gone) {
      gone.push(...childNodesOf(each));
      nodes.delete(each.id);
      states.scrolled.delete(each.id);
      states.typed.delete(each.id);
      states.sheets.forget(each.id);
    }
  }
  /** A tree, parents before children, without recursion. */
  function grow(raw: unknown, parent: ModelNode | null, before: ModelNode | null) {
    const stack = [{ raw, parent, before }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const checked = checkNode(next.raw);
      const depth = next.parent ? next.parent.depth + 1 : 0;
      if (!checked || nodes.has(checked.id) || depth > budgets.depth || nodes.size >= budgets.nodes) continue;
      if ((checked.type === 0) !== (!next.parent || isFrame(next.parent))) continue;
      const { children, own } = apart(checked);
      const shadow = checked.isShadow === true;
      const node: ModelNode = {
        id: checked.id,
        own,
        depth,
        shadow,
        parent: null,
        first: null,
        last: null,
        previous: null,
        next: null,
      };
      nodes.set(node.id, node);
      if (next.parent) linkNode(node, next.parent, next.before?.parent === next.parent ? next.before : null);
      else root = node;
      if (own.type === 3) model.onText(own.textContent);
      for (const child of children.toReversed()) stack.push({ raw: child, parent: node, before: null });
    }
  }

  function place({ nextId, previousId }: Mutation['adds'][number], parent: ModelNode, shadow: boolean) {
    const beside = (id: number | null | undefined) => {
      const sibling = typeof id === 'number' ? nodes.get(id) : undefined;
      return sibling?.parent === parent && sibling.shadow === shadow ? sibling : null;
    };
    return beside(nextId) ?? beside(previousId)?.next ?? null;
  }
  /** What a new document, type or root element takes the place of; nobody says that it is gone. */
  function takePlace(type: unknown, parent: ModelNode) {
    const isRival = ({ own }: ModelNode) =>
      parent.own.type === 0 ? own.type === type && (type === 1 || type === 2) : type === 0 && isFrame(parent);
    for (const child of [...childNodesOf(parent)]) if (isRival(child)) forget(child);
  }
  function add(one: Mutation['adds'][number]): boolean {
    const parent = nodes.get(one.parentId);
    if (!parent || typeof one.node !== 'object' || one.node === null) return false;
    const { type, isShadow } = one.node as { type?: unknown; isShadow?: unknown };
    takePlace(type, parent);
    grow(one.node, parent, place(one, parent, isShadow === true));
    return true;
  }
  /** In the order they came in; those whose parent or sibling comes later in the same change are tried again. */
  function addAll(adds: Mutation['adds']) {
    const coming = new Set(adds.map(({ node }) => (node as { id?: unknown } | null)?.id));
    let waiting = adds;
    while (waiting.length > 0) {
      const later = waiting.filter((one) => {
        coming.delete((one.node as { id?: unknown } | null)?.id);
        const mustWait = one.nextId !== null && !nodes.has(one.nextId) && coming.has(one.nextId);
        const isIn = !mustWait && add(one);
        if (!isIn) coming.add((one.node as { id?: unknown } | null)?.id);
        return !isIn;
      });
      if (later.length === waiting.length) {
        for (const one of later) add(one);
        return;
      }
      waiting = later;
    }
  }

  function mutate({ removes, adds, texts, attributes }: Mutation) {
    for (const { id } of removes) {
      const node = nodes.get(id);
      if (node?.parent) forget(node);
    }
    addAll(adds);
    for (const { id, value } of texts) {
      const own = nodes.get(id)?.own;
      if (own?.type !== 3) continue;
      own.textContent = value ?? '';
      model.onText(own.textContent);
    }
    for (const { id, attributes: changes } of attributes) {
      const own = nodes.get(id)?.own;
      if (own?.type !== 2) continue;
      for (const [name, value] of Object.entries(changes)) {
        if (name === '_cssText') states.sheets.forget(id);
        if (value === null) delete own.attributes[name];
        else if (typeof value !== 'object') own.attributes[name] = value;
      }
    }
  }
  function change(data: Incremental) {
    switch (data.source) {
      case 0:
        return mutate(data);
      case 3:
        if (nodes.has(data.id)) states.scrolled.set(data.id, { x: data.x, y: data.y });
        return;
      case 4:
        states.size = { width: data.width, height: data.height };
        return;
      case 5:
        if (nodes.has(data.id)) states.typed.set(data.id, { text: data.text, isChecked: data.isChecked });
        model.onText(data.text);
        return;
      case 14:
        states.selection = data;
        return;
      case 8:
      case 13:
      case 15:
        return states.sheets.note(data);
    }
  }

  const model: PageModel = {
    onText: () => undefined,
    *texts() {
      for (const { own } of nodes.values()) if (own.type === 3) yield own.textContent;
    },
    apply(raw) {
      const event = v.safeParse(eventSchema, raw);
      if (!event.success) return;
      const { type, data } = event.output;
      if (type === 3) {
        const parsed = v.safeParse(incrementalSchema, data);
        if (parsed.success && root) change(parsed.output);
        return;
      }
      if (type === 4) {
        states.size = { width: data.width, height: data.height };
        return;
      }
      const { size } = states;
      nodes = new Map();
      root = null;
      states = { ...noStates(), size };
      const { left, top } = data.initialOffset;
      grow(data.node, null, null);
      if (left !== 0 || top !== 0) {
        const id = (data.node as { id?: unknown } | null)?.id;
        if (typeof id === 'number') states.scrolled.set(id, { x: left, y: top });
      }
    },
    state: () => ({ root, nodes, states }),
    snapshot: (timestamp) => (root ? snapshotEvents(root, states, timestamp) : []),
  };
  return model;
}

const isFrame = ({ own }: ModelNode) => own.type === 2 && own.tagName.toLowerCase() === 'iframe';

function apart(node: NonNullable<ReturnType<typeof checkNode>>): { own: OwnPart; children: readonly unknown[] } {
  if (!('childNodes' in node)) return { own: node, children: [] };
  const { childNodes, ...own } = node;
  return { own: own.type === 2 ? { ...own, attributes: { ...own.attributes } } : own, children: childNodes };
}
