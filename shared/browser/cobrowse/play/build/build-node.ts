import { NodeType, type serializedElementNodeWithId, type serializedNodeWithId } from '@rrweb/types';
import { mathElements } from '../../sanitise/html-names.ts';
import { attachRoot } from './attach-root.ts';
import { refuseElement } from './refuse.ts';
import { setAttribute } from './set-attribute.ts';

const svg = 'http://www.w3.org/2000/svg';
const mathml = 'http://www.w3.org/1998/Math/MathML';

/** One clean node without its children; not in `parent` yet. Documents are there already, and are not built. */
export function buildNode(node: serializedNodeWithId, parent: Node, doc: Document): Node {
  switch (node.type) {
    case NodeType.Element:
      return buildElement(node, parent, doc);
    case NodeType.DocumentType:
      return doc.implementation.createDocumentType('html', '', '');
    case NodeType.Text:
    case NodeType.CDATA:
      return doc.createTextNode(node.textContent);
    case NodeType.Comment:
      return doc.createComment('');
    case NodeType.Document:
      throw new TypeError('a document where none can be');
  }
}

function buildElement(node: serializedElementNodeWithId, parent: Node, doc: Document): Element {
  const { tagName, attributes } = node;
  refuseElement(tagName);
  if (tagName === 'meta') return buildColorScheme(attributes['content'], doc);
  if (node.isCustom) define(tagName, doc);
  const namespace = node.isSVG ? svg : isInFormula(tagName, parent) ? mathml : null;
  const element = namespace ? doc.createElementNS(namespace, tagName) : doc.createElement(tagName);
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) setAttribute(element, name, value);
  }
  if (node.isShadowHost) attachRoot(element);
  // What the host's browser knows is nothing to put into a customer's form.
  if (tagName === 'input' || tagName === 'textarea') element.setAttribute('autocomplete', 'off');
  return element;
}

/** As the parser of HTML tells it: by what it lies in. */
const isInFormula = (tagName: string, parent: Node): boolean =>
  tagName === 'math' || (mathElements.has(tagName) && (parent as Element).namespaceURI === mathml);

/** The one meta that is let through. */
function buildColorScheme(content: unknown, doc: Document): Element {
  const meta = doc.createElement('meta');
  meta.setAttribute('name', 'color-scheme');
  meta.setAttribute('content', String(content));
  return meta;
}

/** So that `:defined` holds for it. It does nothing. */
function define(name: string, doc: Document): void {
  const realm = doc.defaultView as (Window & typeof globalThis) | null;
  if (!realm || realm.customElements.get(name)) return;
  realm.customElements.define(name, class extends realm.HTMLElement {});
}
