import { NodeType, type elementNode, type serializedNodeWithId } from '@rrweb/types';
import type { AppliedRules } from './apply-rules.ts';
import type { ElementView } from './filter-rule.ts';
import type { LiveElements } from './live-elements.ts';

const outside: ElementView = { tag: '', inputType: '', secret: false, typedInto: false, imageSize: null };

/** For a node that has left the page since. */
function asRecorded({ tagName, attributes }: elementNode): ElementView {
  const inputType = tagName === 'input' ? String(attributes['type'] ?? 'text').toLowerCase() : '';
  return {
    tag: tagName,
    inputType,
    secret: inputType === 'password' || inputType === 'hidden',
    typedInto: tagName === 'textarea' || 'contenteditable' in attributes,
    imageSize: null,
  };
}

/** Copies a recorded tree, each node by the rules. Without recursion: pages nest as deep as they like. */
export function createFilteredNode(apply: AppliedRules, live: LiveElements) {
  type Parent = { view: ElementView; into: serializedNodeWithId[] };

  function copy(node: serializedNodeWithId, parent: ElementView): { node: serializedNodeWithId; view: ElementView } {
    switch (node.type) {
      case NodeType.Element: {
        const seen = live.element(node.id);
        const view = seen.tag === '' ? asRecorded(node) : seen;
        return { node: { ...node, attributes: apply.attributes(view, node.attributes), childNodes: [] }, view };
      }
      case NodeType.Text: {
        const styled = parent.tag === 'style' ? apply.css(node.textContent) : node.textContent;
        return { node: { ...node, textContent: apply.text(parent, styled) }, view: outside };
      }
      case NodeType.Comment:
        return { node: { ...node, textContent: '' }, view: outside };
      case NodeType.Document:
        return { node: { ...node, childNodes: [] }, view: outside };
      case NodeType.DocumentType:
      case NodeType.CDATA:
        return { node: { ...node }, view: outside };
    }
  }

  /** `parentId`: where the tree hangs, null for a whole document. */
  return (root: serializedNodeWithId, parentId: number | null): serializedNodeWithId => {
    const made: serializedNodeWithId[] = [];
    const stack: { node: serializedNodeWithId; parent: Parent }[] = [
      { node: root, parent: { view: parentId === null ? outside : live.element(parentId), into: made } },
    ];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { node, view } = copy(next.node, next.parent.view);
      next.parent.into.push(node);
      if (!('childNodes' in next.node) || !('childNodes' in node)) continue;
      const parent = { view, into: node.childNodes };
      for (const child of next.node.childNodes.toReversed()) stack.push({ node: child, parent });
    }
    return made[0] ?? root;
  };
}
