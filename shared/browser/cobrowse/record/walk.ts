import type { addedNodeMutation, serializedNodeWithId } from '@rrweb/types';
import { isShadowRoot } from '../filter/root.ts';
import type { NodeRegistry } from './node-registry.ts';
import { hasChildNodes, type Serialise } from './serialise.ts';

/** How much may be done before the page must have its turn. */
export interface Budget {
  /** Counts one node; false when it is time to stop. */
  take(): boolean;
}

/** Looked at now and then, as asking the clock costs more than a node. */
const lookEvery = 32;

export function timeBudget(ms: number, now = () => performance.now()): Budget {
  const until = now() + ms;
  let count = 0;
  let isOver = false;
  return {
    take() {
      count += 1;
      if (!isOver && count % lookEvery === 0) isOver = now() > until;
      return !isOver;
    },
  };
}

export interface Walk {
  /** A node and what the budget lets of all below it. What is left over is kept for `rest`. */
  tree(node: Node, budget: Budget): serializedNodeWithId | null;
  /** A child of a shown parent with all below it, before the shown sibling `next`; null: it does not leave. */
  addition(node: Node, parent: Node, next: Node | null, budget: Budget): addedNodeMutation | null;
  /** Whether all children of this shown node are shown, or some still wait for `rest`. */
  isWaiting(parent: Node): boolean;
  /** Something has come into a parent that waits, perhaps before where it would go on. */
  lookAgain(parent: Node): void;
  /** Children that are not shown yet, as additions, until the budget is used up. */
  missing(parent: Node, budget: Budget, into: addedNodeMutation[]): void;
  /** The next parents that wait; true when nothing waits any more. */
  rest(budget: Budget, into: addedNodeMutation[]): boolean;
  forget(): void;
}

/** `parentId` is that of the host for what lies in a shadow root. */
export const mirrorParent = (parent: Node): Node => (isShadowRoot(parent) ? parent.host : parent);

export function createWalk({ serialise, registry }: { serialise: Serialise; registry: NodeRegistry }): Walk {
  /** Shown nodes and shadow roots some of whose children are not shown, in the order in which they were met. */
  let waiting = new Set<Node>();

  function containers(node: Node): Node[] {
    if (node.nodeType === 9) return [node];
    if (node.nodeType !== 1 || registry.isClosed(node)) return [];
    const shadow = registry.shadowOf(node as Element);
    const all: Node[] = shadow ? [shadow] : [];
    if (hasChildNodes(node as Element)) all.push(node);
    return all;
  }

  function tree(root: Node, budget: Budget): serializedNodeWithId | null {
    const made = serialise(root);
    if (!made) return null;
    type Level = { container: Node; next: Node | null; into: serializedNodeWithId[]; isShadow: boolean };
    const stack: Level[] = [];
    const enter = (node: Node, into: serializedNodeWithId) => {
      if (!('childNodes' in into)) return;
      for (const container of containers(node).reverse()) {
        if (!container.firstChild) continue;
        const isShadow = container !== node;
        stack.push({ container, next: container.firstChild, into: into.childNodes, isShadow });
      }
    };
    enter(root, made);
    for (let level = stack.at(-1); level; level = stack.at(-1)) {
      const node = level.next;
      if (!node) {
        stack.pop();
        continue;
      }
      if (!budget.take()) break;
      level.next = node.nextSibling;
      const child = serialise(node);
      if (!child) continue;
      level.into.push(level.isShadow ? { ...child, isShadow: true } : child);
      enter(node, level.into.at(-1) ?? child);
    }
    for (const { container, next } of stack.reverse()) if (next) waiting.add(container);
    return made;
  }

  function addition(node: Node, parent: Node, next: Node | null, budget: Budget): addedNodeMutation | null {
    const made = tree(node, budget);
    if (!made) return null;
    const parentId = registry.shownIdOf(mirrorParent(parent));
    const nextId = next ? registry.idOf(next) : null;
    return { parentId, nextId, node: isShadowRoot(parent) ? { ...made, isShadow: true } : made };
  }

  /** From where a parent that waits goes on: all before that child is shown. */
  const resume = new WeakMap<Node, Node>();

  function firstMissing(parent: Node): Node | null {
    const last = resume.get(parent);
    resume.delete(parent);
    return last?.parentNode === parent && registry.isShown(last) ? last : parent.firstChild;
  }
  function missing(parent: Node, budget: Budget, into: addedNodeMutation[]): void {
    /** Known for the whole run of missing nodes before it; undefined: not looked for. */
    let next: Node | null | undefined;
    let last: Node | null = null;
    for (let node = firstMissing(parent); node; node = node.nextSibling) {
      if (node === next) next = undefined;
      if (registry.isShown(node)) {
        last = node;
        continue;
      }
      if (!budget.take()) {
        if (last) resume.set(parent, last);
        return void waiting.add(parent);
      }
      if (next === undefined) next = nextShown(node, registry);
      const made = addition(node, parent, next, budget);
      if (!made) continue;
      last = node;
      into.push(made);
    }
    waiting.delete(parent);
  }

  return {
    tree,
    addition,
    isWaiting: (parent) => waiting.has(parent),
    lookAgain: (parent) => void resume.delete(parent),
    missing,
    rest(budget, into) {
      const before = waiting;
      // What is left inside of a parent comes before what is left after it.
      waiting = new Set();
      for (const parent of before) {
        if (waiting.size > 0 || !budget.take()) waiting.add(parent);
        else if (parent.isConnected && registry.isShown(mirrorParent(parent))) missing(parent, budget, into);
      }
      return waiting.size === 0;
    },
    forget: () => waiting.clear(),
  };
}

export function nextShown(node: Node, registry: NodeRegistry): Node | null {
  let next = node.nextSibling;
  while (next && !registry.isShown(next)) next = next.nextSibling;
  return next;
}
