import {
  EventType,
  IncrementalSource,
  type eventWithTime,
  type incrementalData,
  type mutationData,
  type serializedNodeWithId,
} from '@rrweb/types';
import { adaptCss } from './adapt-css.ts';
import { flatten } from './flatten.ts';

/** A clean event in the form that rrweb's player wants, with style sheets that fit the mirror. Changes the event it gets. */
export function adaptEvent(event: eventWithTime): eventWithTime {
  if (event.type === EventType.FullSnapshot) adaptNode(event.data.node);
  if (event.type === EventType.IncrementalSnapshot) return { ...event, data: adaptData(event.data) };
  return event;
}

function adaptData(data: incrementalData): incrementalData {
  if (data.source === IncrementalSource.Mutation) return adaptMutation(data);
  if (data.source === IncrementalSource.StyleSheetRule) {
    const { adds, replaceSync } = data;
    return {
      ...data,
      ...(adds && { adds: adds.map(adaptRule) }),
      ...(replaceSync !== undefined && { replaceSync: adaptCss(replaceSync) }),
    };
  }
  if (data.source !== IncrementalSource.AdoptedStyleSheet || !data.styles) return data;
  return { ...data, styles: data.styles.map((style) => ({ ...style, rules: style.rules.map(adaptRule) })) };
}

const adaptRule = <R extends { rule: string }>(rule: R): R => ({ ...rule, rule: adaptCss(rule.rule) });

function adaptMutation(data: mutationData): mutationData {
  for (const { node } of data.adds) adaptNode(node);
  for (const { attributes } of data.attributes) adaptSheet(attributes);
  return { ...data, adds: flatten(data.adds) };
}

function adaptSheet(attributes: Record<string, unknown>): void {
  const css = attributes['_cssText'];
  if (typeof css === 'string') attributes['_cssText'] = adaptCss(css);
}

function adaptNode(root: serializedNodeWithId): void {
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('attributes' in node) adaptSheet(node.attributes);
    if ('childNodes' in node) stack.push(...node.childNodes);
  }
}
