import { NodeType, type attributes, type serializedNodeWithId } from '@rrweb/types';
import { type Budget, budgets } from './budget.ts';
import { safeCss } from './css/safe-css.ts';
import { splitSheet } from './css/split-sheet.ts';
import { checkNode, type CheckedNode } from './node-schema.ts';
import { childrenOf, type MirrorTree, type TreeNode } from './mirror-tree.ts';
import { safeAttribute } from './safe-attribute.ts';
import { placedElement } from './safe-element.ts';

export interface Mirror {
  tree: MirrorTree;
  budget: Budget;
}
export interface SafeNode {
  /** Without children. */
  node: serializedNodeWithId;
  at: TreeNode;
  /** What the player's work with it is like, in nodes. */
  cost: number;
  /** What of a long sheet is to be put in later. */
  late?: { id: number; rules: string[] };
  /** Of the raw node; none are wanted in what stands for a forbidden one. */
  children: readonly unknown[];
}

const charactersLikeANode = 2_000;
const attributesLikeANode = 5;

/**
 * One node from outside, without its children, as one that is safe to build under `parent`, and noted in
 * the tree. Null: it cannot be there. `parent` null: it is the whole document.
 */
export function sanitiseNode(raw: unknown, parent: TreeNode | null, { tree, budget }: Mirror): SafeNode | null {
  const output = checkNode(raw);
  if (!output) return null;
  if (tree.get(output.id) || tree.isSpent(output.id) || (parent && !fits(output, parent))) return null;
  if (!tree.hasRoom(parent)) {
    budget.spend();
    return null;
  }
  const shadow = output.isShadow === true && parent?.host === true;
  if (output.isShadow === true && !shadow) return null;
  const place = {
    id: output.id,
    parent,
    shadow,
    host: false,
    depth: parent ? parent.depth + 1 : 0,
  };
  const base = { id: output.id, ...(shadow && { isShadow: true }) };
  switch (output.type) {
    case 0: {
      const compatMode = output.compatMode === 'BackCompat' ? { compatMode: 'BackCompat' } : {};
      return {
        node: { id: output.id, type: NodeType.Document, ...compatMode, childNodes: [] },
        at: tree.add({ ...place, kind: 'document', tag: '#document' }),
        cost: 50,
        children: output.childNodes,
      };
    }
    case 1: {
      const node = { ...base, type: NodeType.DocumentType as const, name: 'html', publicId: '', systemId: '' };
      return { node, at: tree.add({ ...place, kind: 'doctype', tag: '' }), cost: 1, children: [] };
    }
    case 2: {
      const { tag, host, cost, ...element } = sanitiseElement(output, parent, budget);
      const node = { ...base, ...element, childNodes: [] };
      const at = tree.add({ ...place, kind: 'element', tag, host });
      const { first, rules } = splitSheet(String(node.attributes['_cssText'] ?? ''));
      if (rules.length > 0) node.attributes['_cssText'] = first;
      const late = rules.length > 0 ? { late: { id: output.id, rules } } : {};
      return { node, at, cost, ...late, children: isInert(tag) ? [] : output.childNodes };
    }
    case 3:
    case 4: {
      const css = parent?.tag === 'style';
      const text = output.type === 4 ? '' : output.textContent;
      const { first, rules } = splitSheet(css ? safeCss(budget.style(text), { joined: true }) : '');
      const textContent = css ? first : budget.text(text);
      const late = parent && rules.length > 0 ? { late: { id: parent.id, rules } } : {};
      const node = { ...base, type: NodeType.Text as const, textContent, ...(css && { isStyle: true as const }) };
      const cost = 1 + textContent.length / charactersLikeANode;
      return { node, at: tree.add({ ...place, kind: 'text', tag: '' }), cost, ...late, children: [] };
    }
    case 5: {
      const node = { ...base, type: NodeType.Comment as const, textContent: '' };
      return { node, at: tree.add({ ...place, kind: 'comment', tag: '' }), cost: 1, children: [] };
    }
  }
}

/** Neither gets children nor changes: something that is not wanted, or the one meta that is. */
export const isInert = (tag: string): boolean => tag === 'template' || tag === 'meta';

/** May such a node be there at all? Where browsers forbid it, building it throws. */
function fits(raw: CheckedNode, parent: TreeNode): boolean {
  if (isInert(parent.tag)) return false;
  if (raw.type === 0) return parent.tag === 'iframe' && parent.size === 0;
  if (parent.tag === 'iframe') return false;
  if (parent.kind === 'document') {
    const has = (kind: TreeNode['kind']) => [...childrenOf(parent)].some((child) => child.kind === kind);
    if (raw.type === 1) return parent.size === 0;
    return raw.type === 2 && raw.tagName.toLowerCase() === 'html' && !has('element');
  }
  return parent.kind === 'element' && raw.type !== 1;
}

function sanitiseElement(raw: Extract<CheckedNode, { type: 2 }>, parent: TreeNode | null, budget: Budget) {
  const { tagName, tag, svg, custom, mayHost } = placedElement(raw, parent?.tag ?? '', budget);
  const sheet = raw.tagName.toLowerCase() === 'link';
  const kept: attributes = {};
  let count = tag === 'template' ? budgets.attributes : 0;
  let characters = 0;
  if (tag === 'meta')
    return {
      ...built('meta', { name: 'color-scheme', content: String(raw.attributes['content']) }),
      tag,
      host: false,
      cost: 1,
    };
  for (const [name, value] of Object.entries(raw.attributes)) {
    if (sheet && name !== '_cssText' && name !== 'media' && name !== 'href') continue;
    if ((count += 1) > budgets.attributes) break;
    for (const [safeName, safe] of Object.entries(safeAttribute(tag, name, limited(name, value, budget)))) {
      if (typeof safe === 'string') characters += safe.length;
      if (typeof safe === 'string' || typeof safe === 'number' || safe === true) kept[safeName] = safe;
    }
  }
  return {
    ...built(tagName, kept),
    ...(svg && { isSVG: true as const }),
    ...(custom && { isCustom: true as const }),
    ...(mayHost && raw.isShadowHost === true && { isShadowHost: true }),
    tag,
    host: mayHost,
    cost: 1 + count / attributesLikeANode + characters / charactersLikeANode,
  };
}

const built = (tagName: string, kept: attributes) => ({ type: NodeType.Element as const, tagName, attributes: kept });

/** An attribute's value, as much of it as there is room for. */
export const limited = (name: string, value: unknown, budget: Budget): unknown =>
  typeof value !== 'string' ? value : name === '_cssText' ? budget.style(value) : budget.text(value);
