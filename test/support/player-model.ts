import {
  EventType,
  IncrementalSource,
  type eventWithTime,
  type mutationData,
  type serializedNodeWithId,
} from '@rrweb/types';
import * as v from 'valibot';
import { eventSchema, incrementalSchema } from '../../shared/browser/cobrowse/sanitise/event-schema.ts';
import { checkNode } from '../../shared/browser/cobrowse/sanitise/node-schema.ts';
import { cssAddresses } from './css-addresses.ts';

interface Known {
  parent: number | null;
  shadow: boolean;
  tag: string;
  children: Set<number>;
}

const forbiddenName = /^on|^(?:srcdoc|srcset|action|formaction|autofocus|autoplay|ping|target|is|pattern)$/i;
const harmless = /^(?:data:,|data:(?:image|font)\/|#)/;

/** The player's tree by the rules that it must be able to rely on; throws a sentence when an event breaks one. */
export function createPlayerModel() {
  let nodes = new Map<number, Known>();
  const insist = (holds: unknown, sentence: string) => {
    if (!holds) throw new Error(sentence);
  };

  function checkCss(css: string) {
    for (const address of cssAddresses(css)) insist(harmless.test(address), `a sheet names ${address}`);
  }
  function checkAttributes(attributes: object) {
    for (const [name, value] of Object.entries(attributes)) {
      insist(!forbiddenName.test(name), `there is an attribute ${name}`);
      if (typeof value !== 'string') continue;
      if (/^(?:src|href|xlink:href|poster)$/i.test(name))
        insist(/^(?:#|data:image\/)/i.test(value), `${name}=${value}`);
      if (/^(?:style|_cssText|fill|filter)$/i.test(name)) checkCss(value);
    }
  }
  function add(node: serializedNodeWithId, parent: number | null) {
    insist(checkNode(node), 'what is added is no node');
    insist(!nodes.has(node.id), `the id ${node.id} is there twice`);
    const tag = 'tagName' in node ? node.tagName.toLowerCase() : '';
    const shadow = 'isShadow' in node && node.isShadow === true;
    insist(!/^(?:script|base|link|object|embed|frame|noscript)$/.test(tag), `there is a ${tag}`);
    nodes.set(node.id, { parent, shadow, tag, children: new Set() });
    if (parent !== null) nodes.get(parent)?.children.add(node.id);
    if ('attributes' in node) checkAttributes(node.attributes);
    if ('textContent' in node && nodes.get(parent ?? 0)?.tag === 'style') checkCss(node.textContent);
    if (!('childNodes' in node)) return;
    for (const child of node.childNodes) add(child, node.id);
  }
  function remove(id: number) {
    const node = nodes.get(id);
    for (const child of node?.children ?? []) remove(child);
    nodes.get(node?.parent ?? 0)?.children.delete(id);
    nodes.delete(id);
  }

  function change(data: mutationData) {
    for (const { id, parentId } of data.removes) {
      insist(nodes.get(id)?.parent === parentId, 'what is removed is not there');
      remove(id);
    }
    for (const { node, parentId, nextId, previousId } of data.adds) {
      insist(nodes.has(parentId), 'a parent is not there');
      for (const beside of [nextId, previousId]) {
        if (typeof beside !== 'number') continue;
        const sibling = nodes.get(beside);
        insist(sibling?.parent === parentId, 'a sibling is not there');
        insist(sibling?.shadow === ('isShadow' in node && node.isShadow === true), 'a sibling is elsewhere');
      }
      add(node, parentId);
    }
    for (const { id, value } of data.texts) {
      insist(nodes.get(id)?.tag === '', 'a text is none');
      if (nodes.get(nodes.get(id)?.parent ?? 0)?.tag === 'style') checkCss(value ?? '');
    }
    for (const { id, attributes } of data.attributes) {
      insist(nodes.get(id)?.tag, 'a changed element is not there');
      checkAttributes(attributes);
    }
  }

  return {
    /** All that is there. */
    nodes: (): ReadonlyMap<number, Known> => nodes,
    play(event: eventWithTime) {
      insist(v.is(eventSchema, event), 'that is no event');
      if (event.type === EventType.FullSnapshot) {
        nodes = new Map();
        return add(event.data.node, null);
      }
      if (event.type !== EventType.IncrementalSnapshot) return;
      const { data } = event;
      insist(v.is(incrementalSchema, data), 'that is no change');
      if (data.source === IncrementalSource.Mutation) change(data);
      if (data.source === IncrementalSource.StyleSheetRule) for (const { rule } of data.adds ?? []) checkCss(rule);
      if (data.source === IncrementalSource.StyleDeclaration) checkCss(data.set?.value ?? '');
    },
  };
}
