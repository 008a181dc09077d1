import { NodeType, type attributes, type serializedNodeWithId } from '@rrweb/types';
import * as v from 'valibot';
import { heldAttribute } from '../assets/asset-attributes.ts';
import { type CheckedNode, nodeSchema } from './event-schema.ts';
import type { NodeMemory } from './node-memory.ts';
import { safeAttribute } from './safe-attribute.ts';
import { safeCss } from './safe-css.ts';
import { isCustomName, isTagName } from './safe-name.ts';

/** The player builds by recursion: 5,000 deep throws there. */
const deepest = 512;
const attributesAtMost = 500;

/** Nothing of these is shown; an inert element of the same id stands in, so that later mutations find it. */
const forbiddenTags = new Set([
  'script',
  'base',
  'meta',
  'object',
  'embed',
  'applet',
  'link',
  'frame',
  'frameset',
  'portal',
  'fencedframe',
  'noscript',
  'template',
  'webview',
]);
const standIn = 'template';

type Made = { node: serializedNodeWithId; tag: string; children: readonly unknown[] };

/**
 * A tree from outside as a tree that is safe to build, by an allow-list, without recursion. A node that
 * is not one is left out; null when that is the root.
 */
export function sanitiseNode(root: unknown, parentTag: string, memory: NodeMemory): serializedNodeWithId | null {
  const out: serializedNodeWithId[] = [];
  const stack = [{ raw: root, into: out, tag: parentTag, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.depth > deepest) continue;
    const checked = v.safeParse(nodeSchema, next.raw);
    if (!checked.success) continue;
    const made = sanitiseOne(checked.output, next.tag, memory);
    next.into.push(made.node);
    if (!('childNodes' in made.node)) continue;
    for (let at = made.children.length - 1; at >= 0; at--) {
      stack.push({ raw: made.children[at], into: made.node.childNodes, tag: made.tag, depth: next.depth + 1 });
    }
  }
  return out[0] ?? null;
}

function sanitiseOne(raw: CheckedNode, parentTag: string, memory: NodeMemory): Made {
  const base = {
    id: raw.id,
    ...(raw.rootId !== undefined && { rootId: raw.rootId }),
    ...(raw.isShadowHost && { isShadowHost: true }),
    ...(raw.isShadow && { isShadow: true }),
  };
  const leaf = (node: serializedNodeWithId): Made => ({ node, tag: '', children: [] });
  const text = (textContent: string): Made => leaf({ ...base, type: NodeType.Text, textContent });

  switch (raw.type) {
    case 0: {
      const compatMode = raw.compatMode === 'BackCompat' ? { compatMode: 'BackCompat' } : {};
      return {
        node: { ...base, type: NodeType.Document, ...compatMode, childNodes: [] },
        tag: '#document',
        children: raw.childNodes,
      };
    }
    case 1:
      return leaf({ ...base, type: NodeType.DocumentType, name: 'html', publicId: '', systemId: '' });
    case 2:
      return sanitiseElement(raw, base, memory);
    case 3:
      if (parentTag !== 'style' && !raw.isStyle) return text(raw.textContent);
      memory.styleTexts.add(raw.id);
      return leaf({ ...base, type: NodeType.Text, textContent: safeCss(raw.textContent), isStyle: true });
    case 4:
      return text('');
    case 5:
      return leaf({ ...base, type: NodeType.Comment, textContent: '' });
  }
}

function sanitiseElement(raw: Extract<CheckedNode, { type: 2 }>, base: { id: number }, memory: NodeMemory): Made {
  const asked = raw.tagName.toLowerCase();
  const isOutside = heldAttribute(asked, 'href', raw.attributes['href']) !== null;
  const sheet = asked === 'link' && (typeof raw.attributes['_cssText'] === 'string' || isOutside);
  const allowed = sheet || (isTagName(raw.tagName) && !forbiddenTags.has(asked));
  const tagName = sheet ? 'style' : allowed ? raw.tagName : standIn;
  const tag = tagName.toLowerCase();
  memory.tags.set(raw.id, tag);
  if (!allowed) {
    return { node: { ...base, type: NodeType.Element, tagName, attributes: {}, childNodes: [] }, tag, children: [] };
  }
  const kept: attributes = {};
  for (const [name, value] of Object.entries(raw.attributes).slice(0, attributesAtMost)) {
    const held = heldAttribute(tag, name, value);
    if (held) kept[held.name] = held.value;
    if (held || (sheet && name !== '_cssText' && name !== 'media')) continue;
    const safe = safeAttribute(tag, name, value);
    if (typeof safe === 'string' || typeof safe === 'number' || safe === true) kept[name] = safe;
  }
  return {
    node: {
      ...base,
      type: NodeType.Element,
      tagName,
      attributes: kept,
      childNodes: [],
      ...(raw.isSVG && { isSVG: true }),
      ...(raw.isCustom && isCustomName(raw.tagName) && { isCustom: true }),
    },
    tag,
    children: raw.childNodes,
  };
}
