import type {
  addedNodeMutation,
  attributeMutation,
  mutationData,
  removedNodeMutation,
  textMutation,
} from '@rrweb/types';
import { IncrementalSource } from '@rrweb/types';
import type { Privacy } from '../filter/privacy.ts';
import { isShadowRoot } from '../filter/root.ts';
import { elementState } from './element-state.ts';
import type { NodeRegistry } from './node-registry.ts';
import { hasChildNodes, isSheetLink } from './serialise.ts';
import type { SheetNames } from './sheet-names.ts';
import { isReadable, mediaOf, sheetParts, styleElementText } from './sheet-text.ts';
import type { Attention } from './states.ts';
import { type Budget, mirrorParent, nextShown, type Walk } from './walk.ts';

export interface Mutations {
  /** Reports all that changes below, until `stop`. */
  observe(root: Document | ShadowRoot): void;
  /** Something about this shown element that no record tells: its state, or the text of its sheet. */
  touch(element: Element, attribute: string): void;
  /** This shown element goes once more, with all that is in it. */
  again(element: Element): void;
  /** What has changed since the last time, as one event's data; null for nothing. */
  take(budget: Budget): mutationData | null;
  /** Forgets what has changed: a snapshot says it all. */
  drop(): void;
  stop(): void;
}

export interface MutationsDeps {
  registry: NodeRegistry;
  privacy: Privacy;
  walk: Walk;
  attention: Attention;
  sheetNames: SheetNames;
  /** There is something to take. */
  changed(): void;
}

/** More new children than this in one parent are looked for in one pass over all of them. */
const fewAdds = 24;

export function createMutations({ registry, privacy, walk, attention, sheetNames, changed }: MutationsDeps): Mutations {
  const removed = new Map<Node, Node>();
  const grown = new Map<Node, Node[]>();
  const texts = new Set<Node>();
  const attributes = new Map<Element, Set<string>>();
  const observer = new MutationObserver(note);

  function note(records: readonly MutationRecord[]) {
    for (const record of records) noteOne(record);
    if (removed.size + grown.size + texts.size + attributes.size > 0) changed();
  }
  function touch(element: Element, name: string) {
    const names = attributes.get(element);
    if (names) names.add(name);
    else attributes.set(element, new Set([name]));
  }
  function noteOne({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord) {
    if (!registry.isShown(mirrorParent(target))) {
      // A parent that is not shown may have been, when this was taken from it.
      for (const node of removedNodes) if (registry.isShown(node)) removed.set(node, target);
      if (target.nodeType !== 3 || target.parentNode?.nodeName.toLowerCase() !== 'style') return;
    }
    if (registry.isClosed(target)) return;
    const style = type === 'attributes' ? null : styleAround(target);
    if (style) {
      if (registry.isShown(style)) touch(style, '_cssText');
    } else if (type === 'attributes') {
      if (attributeName !== null && !attributeName.startsWith('data-beside-')) touch(target as Element, attributeName);
    } else if (type === 'characterData') {
      texts.add(target);
    } else {
      for (const node of removedNodes) if (registry.isShown(node) && !removed.has(node)) removed.set(node, target);
      if (addedNodes.length === 0 || (target.nodeType === 1 && !hasChildNodes(target as Element))) return;
      const list = grown.get(target);
      if (list) list.push(...addedNodes);
      else grown.set(target, [...addedNodes]);
    }
  }

  function takeRemoves(): removedNodeMutation[] {
    const removes: removedNodeMutation[] = [];
    for (const [node, parent] of removed) {
      const id = registry.shownIdOf(node);
      if (id < 0) continue;
      const isShadow = isShadowRoot(parent);
      removes.push({ parentId: registry.idOf(mirrorParent(parent)), id, ...(isShadow && { isShadow }) });
    }
    for (const node of removed.keys()) registry.hide(node);
    return removes;
  }

  function takeAdds(budget: Budget): addedNodeMutation[] {
    const adds: addedNodeMutation[] = [];
    for (const [parent, nodes] of grown) {
      if (!parent.isConnected || !registry.isShown(mirrorParent(parent))) continue;
      if (walk.isWaiting(parent)) walk.lookAgain(parent);
      else if (nodes.length > fewAdds) walk.missing(parent, budget, adds);
      // The last first: then the next sibling is there already.
      else for (const node of nodes.reverse()) add(node, parent, budget, adds);
    }
    return adds;
  }
  function add(node: Node, parent: Node, budget: Budget, into: addedNodeMutation[]) {
    if (node.parentNode !== parent || registry.isShown(node)) return;
    const made = walk.addition(node, parent, nextShown(node, registry), budget);
    if (made) into.push(made);
  }

  function takeAttributes(): attributeMutation[] {
    const changes: attributeMutation[] = [];
    for (const [element, names] of attributes) {
      const id = registry.shownIdOf(element);
      // What this very event brings has been read already.
      if (id < 0 || registry.isFresh(element)) continue;
      const values: attributeMutation['attributes'] = {};
      for (const name of names) read(element, name, values);
      if (Object.keys(values).length > 0) changes.push({ id, attributes: values });
    }
    return changes;
  }
  function read(element: Element, name: string, into: attributeMutation['attributes']) {
    const { localName } = element;
    if (name === '_cssText') {
      const { sheet, href } = element as HTMLLinkElement;
      if (localName === 'style')
        into[name] = sheetNames.put([privacy.css(styleElementText(element as HTMLStyleElement), element.baseURI)]);
      else if (sheet && isReadable(sheet)) into[name] = sheetNames.put(privacy.cssParts(sheetParts(sheet), href));
      return;
    }
    if (name.startsWith('data-beside-')) {
      into[name] = elementState(element, attention, privacy)?.[name] ?? null;
      return;
    }
    if (localName === 'link' && isSheetLink(element as HTMLLinkElement) && /^(?:href|rel|disabled)$/.test(name)) {
      const { sheet, disabled } = element as HTMLLinkElement;
      if (name !== 'href' || !sheet || disabled || isReadable(sheet)) return;
    }
    if (localName === 'textarea' && name === 'value') return;
    if (localName === 'dialog' && name === 'open')
      into['data-beside-dialog'] = elementState(element, attention, privacy)?.['data-beside-dialog'] ?? null;
    const value =
      name === 'media' && (localName === 'style' || localName === 'link')
        ? mediaOf(element as HTMLStyleElement)
        : (element.getAttribute(name) ?? (name === 'src' ? chosenSource(element) : null));
    into[name] = value === null ? null : privacy.attribute(element, name, value);
  }

  return {
    observe: (root) =>
      observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true }),
    touch(element, name) {
      if (!registry.isShown(element)) return;
      touch(element, name);
      changed();
    },
    again(element) {
      const parent = element.parentNode;
      if (!parent || !registry.isShown(element)) return;
      removed.set(element, parent);
      const list = grown.get(parent);
      if (list) list.push(element);
      else grown.set(parent, [element]);
      changed();
    },
    take(budget) {
      for (const record of observer.takeRecords()) noteOne(record);
      if (removed.size + grown.size + texts.size + attributes.size === 0) return null;
      const removes = takeRemoves();
      registry.mark();
      const adds = takeAdds(budget);
      const changes = takeAttributes();
      const changedTexts: textMutation[] = [];
      for (const node of texts) {
        const id = registry.shownIdOf(node);
        if (id > 0 && !registry.isFresh(node)) changedTexts.push({ id, value: privacy.text(node as Text) });
      }
      removed.clear();
      grown.clear();
      texts.clear();
      attributes.clear();
      if (removes.length + adds.length + changes.length + changedTexts.length === 0) return null;
      return { source: IncrementalSource.Mutation, texts: changedTexts, attributes: changes, removes, adds };
    },
    drop() {
      observer.takeRecords();
      removed.clear();
      grown.clear();
      texts.clear();
      attributes.clear();
    },
    stop: () => observer.disconnect(),
  };
}

/** Of a picture that has its sources elsewhere. */
const chosenSource = (element: Element): string | null =>
  element.localName === 'img' ? (element as HTMLImageElement).currentSrc || null : null;

/** The `<style>` that this is, or is a text of. */
function styleAround(node: Node): Element | null {
  const style = node.nodeType === 3 ? node.parentNode : node;
  return style?.nodeName.toLowerCase() === 'style' ? (style as Element) : null;
}
