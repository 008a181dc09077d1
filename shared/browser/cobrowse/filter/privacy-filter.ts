import { EventType, IncrementalSource, type eventWithTime, type incrementalData } from '@rrweb/types';
import type { FilterRule } from './filter-rule.ts';
import { createFilteredNode } from './filtered-node.ts';
import type { LiveElements } from './live-elements.ts';
import { applyRules } from './apply-rules.ts';

export type PrivacyFilter = (event: eventWithTime) => eventWithTime | null;

/**
 * The one gate between the recorder and everything else: each event passes here, and only what the
 * rules let through goes on. Kinds of events that it does not know are dropped.
 */
export function createPrivacyFilter(rules: readonly FilterRule[], live: LiveElements): PrivacyFilter {
  const apply = applyRules(rules);
  const node = createFilteredNode(apply, live);
  const sheet = <R extends { rule: string }>(rule: R): R => ({ ...rule, rule: apply.css(rule.rule) });

  function incremental(data: incrementalData): incrementalData | null {
    switch (data.source) {
      case IncrementalSource.Mutation:
        return {
          ...data,
          adds: data.adds.map((add) => ({ ...add, node: node(add.node, add.parentId) })),
          texts: data.texts.map((text) => ({
            ...text,
            value: text.value === null ? null : apply.text(live.parentOf(text.id), text.value),
          })),
          attributes: data.attributes.map((change) => ({
            ...change,
            attributes: apply.attributes(live.element(change.id), change.attributes),
          })),
        };
      case IncrementalSource.Input: {
        const text = apply.input(live.element(data.id), data.text);
        return text === null ? null : { ...data, text };
      }
      case IncrementalSource.StyleSheetRule: {
        const { adds, replace, replaceSync, ...rest } = data;
        return {
          ...rest,
          ...(adds && { adds: adds.map(sheet) }),
          ...(replace !== undefined && { replace: apply.css(replace) }),
          ...(replaceSync !== undefined && { replaceSync: apply.css(replaceSync) }),
        };
      }
      case IncrementalSource.StyleDeclaration:
        if (!data.set || data.set.value === null) return data;
        return { ...data, set: { ...data.set, value: apply.css(data.set.value) } };
      case IncrementalSource.AdoptedStyleSheet:
        return {
          ...data,
          ...(data.styles && { styles: data.styles.map((style) => ({ ...style, rules: style.rules.map(sheet) })) }),
        };
      case IncrementalSource.MouseInteraction:
      case IncrementalSource.Scroll:
      case IncrementalSource.ViewportResize:
      case IncrementalSource.Selection:
        return data;
      case IncrementalSource.MouseMove:
      case IncrementalSource.TouchMove:
      case IncrementalSource.Drag:
      case IncrementalSource.MediaInteraction:
      case IncrementalSource.CanvasMutation:
      case IncrementalSource.Font:
      case IncrementalSource.CustomElement:
        return null;
      default:
        return null;
    }
  }

  return (event) => {
    switch (event.type) {
      case EventType.Meta:
        return { ...event, data: { ...event.data, href: apply.url(event.data.href) } };
      case EventType.FullSnapshot:
        return { ...event, data: { ...event.data, node: node(event.data.node, null) } };
      case EventType.IncrementalSnapshot: {
        const data = incremental(event.data);
        return data && { ...event, data };
      }
      case EventType.DomContentLoaded:
      case EventType.Load:
      case EventType.Custom:
      case EventType.Plugin:
      case EventType.Asset:
      case EventType.Annotation:
        return null;
      default:
        return null;
    }
  };
}
