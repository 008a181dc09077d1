import { NodeType, type addedNodeMutation, type mutationData, type serializedNodeWithId } from '@rrweb/types';
import { attachRoot } from './attach-root.ts';
import { blankDocument } from './blank-document.ts';
import { buildNode } from './build-node.ts';
import type { NodeIds } from './node-ids.ts';
import { createOwnStyle } from './own-style.ts';
import { setAttribute } from './set-attribute.ts';
import type { States } from './states.ts';

export interface TreeChanger {
  /** A whole document in the place of what is in `doc`. */
  build(node: serializedNodeWithId, doc: Document): void;
  change(data: mutationData): void;
}

type Place = Pick<addedNodeMutation, 'nextId' | 'previousId'>;

/** Makes the mirror's nodes and changes them, in the order in which the sanitiser says. Throws when something does not fit. */
export function createTreeChanger({ ids, states }: { ids: NodeIds; states: States }): TreeChanger {
  /** Goes into the page with all that comes with it: a node costs the browser twice as much there. */
  let coming: { node: Node; into: Node; place: Place }[] = [];

  function known(id: number): Node {
    const node = ids.nodeOf(id);
    if (!node) throw new RangeError(`no node ${id}`);
    return node;
  }
  function put(node: Node, into: Node, { nextId, previousId }: Place) {
    const next = nextId === null ? after(previousId) : ids.nodeOf(nextId);
    into.insertBefore(node, next?.parentNode === into ? next : null);
  }
  const after = (id: number | null | undefined) => (typeof id === 'number' ? ids.nodeOf(id)?.nextSibling : null);

  function settle() {
    for (const { node, into, place } of coming) put(node, into, place);
    coming = [];
  }

  function made(node: serializedNodeWithId, parent: Node, doc: Document): Node {
    const built = buildNode(node, parent, doc);
    ids.add(built, node.id);
    if (node.type === NodeType.Element) states.built(built as Element, node.attributes);
    return built;
  }
  /** With all that it says of its children. */
  function tree(root: serializedNodeWithId, parent: Node, doc: Document): Node {
    const top = made(root, parent, doc);
    const stack = [{ node: root, built: top }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { node, built } = next;
      if (!('childNodes' in node)) continue;
      for (const child of node.childNodes) {
        const inner = made(child, built, doc);
        (child.isShadow ? shadowOf(built as Element) : built).appendChild(inner);
        if ('childNodes' in child && child.childNodes.length > 0) stack.push({ node: child, built: inner });
      }
    }
    return top;
  }
  function build(node: serializedNodeWithId, doc: Document) {
    if (node.type !== NodeType.Document) throw new TypeError('no document');
    ids.forget(doc);
    blankDocument(doc, node.compatMode === 'BackCompat');
    ids.add(doc, node.id);
    for (const child of node.childNodes) putRoot(tree(child, doc, doc), doc);
  }
  function putRoot(node: Node, doc: Document) {
    if (node.nodeType === 1) node.insertBefore(createOwnStyle(doc), node.firstChild);
    doc.appendChild(node);
  }

  function add({ parentId, node, ...place }: addedNodeMutation) {
    const parent = known(parentId);
    if (node.type === NodeType.Document) {
      settle();
      const doc = (parent as HTMLIFrameElement).contentDocument;
      if (!doc) throw new TypeError('a document without a frame');
      return build(node, doc);
    }
    if (parent.nodeType === 9) return putRoot(tree(node, parent, parent as Document), parent as Document);
    const built = tree(node, parent, parent.ownerDocument as Document);
    const into = node.isShadow ? shadowOf(parent as Element) : parent;
    if (parent.isConnected) coming.push({ node: built, into, place });
    else put(built, into, place);
  }

  /** What is in a frame is gone already when the document of another recorder has taken its place. */
  function takeOut(node: Node | null) {
    if (!node) return;
    ids.forget(node);
    if (node.nodeType === 9) (node as Document).replaceChildren();
    else (node as ChildNode).remove();
  }

  return {
    build,
    change({ removes, adds, texts, attributes }) {
      for (const { id } of removes) takeOut(ids.nodeOf(id));
      for (const one of adds) add(one);
      settle();
      for (const { id, value } of texts) (known(id) as Text).data = value ?? '';
      for (const { id, attributes: changes } of attributes) {
        const element = known(id) as Element;
        for (const [name, value] of Object.entries(changes)) setAttribute(element, name, value);
        states.changed(element, changes);
      }
    },
  };
}

/** Scripts may attach one at any time. */
const shadowOf = (host: Element): ShadowRoot => host.shadowRoot ?? attachRoot(host);
