import { EventType, IncrementalSource, type eventWithTime, type incrementalData } from '@rrweb/types';
import * as v from 'valibot';
import { heldAttribute } from '../assets/asset-attributes.ts';
import { eventSchema, incrementalSchema } from './event-schema.ts';
import { createNodeMemory, type NodeMemory } from './node-memory.ts';
import { type AttributeValue, safeAttribute } from './safe-attribute.ts';
import { safeCss } from './safe-css.ts';
import { sanitiseNode } from './sanitise-node.ts';

export interface Sanitiser {
  /** An event that is safe to play, newly made; null: not one. Throws for a snapshot that is none. */
  sanitise(raw: unknown): eventWithTime | null;
}

const clampSize = (value: number) => Math.min(16_384, Math.max(1, Math.round(value)));

/** What a mirrored page sends is hostile: each event is made anew from the parts that are known to be harmless. */
export function createSanitiser(): Sanitiser {
  let memory: NodeMemory = createNodeMemory();

  return {
    sanitise(raw) {
      const checked = v.safeParse(eventSchema, raw);
      if (!checked.success) return null;
      const event = checked.output;
      const { timestamp } = event;
      switch (event.type) {
        case 4: {
          const { width, height } = event.data;
          const data = { href: 'about:blank', width: clampSize(width), height: clampSize(height) };
          return { type: EventType.Meta, timestamp, data };
        }
        case 2: {
          memory = createNodeMemory();
          const node = sanitiseNode(event.data.node, '', memory);
          if (node?.type !== 0) throw new TypeError('a snapshot without a document');
          return { type: EventType.FullSnapshot, timestamp, data: { node, initialOffset: event.data.initialOffset } };
        }
        case 3: {
          const incremental = v.safeParse(incrementalSchema, event.data);
          if (!incremental.success) return null;
          const data = sanitiseIncremental(incremental.output, memory);
          return { type: EventType.IncrementalSnapshot, timestamp, data };
        }
      }
    },
  };
}

type Incremental = v.InferOutput<typeof incrementalSchema>;
type Rule = { rule: string; index?: number | number[] | undefined };

const safeRule = ({ rule, index }: Rule) => ({ rule: safeCss(rule), ...(index !== undefined && { index }) });
const sheetIds = ({ id, styleId }: { id?: number | undefined; styleId?: number | undefined }) => ({
  ...(id !== undefined && { id }),
  ...(styleId !== undefined && { styleId }),
});

function sanitiseIncremental(data: Incremental, memory: NodeMemory): incrementalData {
  switch (data.source) {
    case 0:
      return sanitiseMutation(data, memory);
    case 2:
      return {
        source: IncrementalSource.MouseInteraction,
        type: data.type,
        id: data.id,
        x: data.x ?? 0,
        y: data.y ?? 0,
      };
    case 3:
      return { source: IncrementalSource.Scroll, id: data.id, x: data.x, y: data.y };
    case 4: {
      const { width, height } = data;
      return { source: IncrementalSource.ViewportResize, width: clampSize(width), height: clampSize(height) };
    }
    case 5:
      return { source: IncrementalSource.Input, id: data.id, text: data.text, isChecked: data.isChecked };
    case 8:
      return {
        source: IncrementalSource.StyleSheetRule,
        ...sheetIds(data),
        ...(data.adds && { adds: data.adds.map(safeRule) }),
        ...(data.removes && { removes: data.removes }),
        ...(data.replace !== undefined && { replace: safeCss(data.replace) }),
        ...(data.replaceSync !== undefined && { replaceSync: safeCss(data.replaceSync) }),
      };
    case 13: {
      const { set, remove } = data;
      return {
        source: IncrementalSource.StyleDeclaration,
        ...sheetIds(data),
        index: data.index,
        ...(set && {
          set: {
            property: set.property,
            value: set.value === null ? null : safeCss(set.value),
            priority: set.priority === 'important' ? 'important' : undefined,
          },
        }),
        ...(remove && { remove }),
      };
    }
    case 14:
      return { source: IncrementalSource.Selection, ranges: data.ranges };
    case 15: {
      const styles = data.styles?.map(({ styleId, rules }) => ({ styleId, rules: rules.map(safeRule) }));
      return {
        source: IncrementalSource.AdoptedStyleSheet,
        id: data.id,
        styleIds: data.styleIds,
        ...(styles && { styles }),
      };
    }
  }
}

function sanitiseMutation(data: Extract<Incremental, { source: 0 }>, memory: NodeMemory): incrementalData {
  // A node that moves is removed and added in one.
  for (const { id } of data.removes) {
    memory.tags.delete(id);
    memory.styleTexts.delete(id);
  }
  const adds = data.adds.flatMap(({ parentId, previousId, nextId, node: raw }) => {
    const parentTag = memory.tags.get(parentId) ?? '';
    const node = parentTag === 'template' ? null : sanitiseNode(raw, parentTag, memory);
    return node ? [{ parentId, nextId, ...(previousId !== undefined && { previousId }), node }] : [];
  });
  const attributes = data.attributes.flatMap((change) => {
    const tag = memory.tags.get(change.id);
    if (tag === undefined || tag === 'template') return [];
    const kept: Record<string, Exclude<AttributeValue, number | boolean>> = {};
    for (const [name, value] of Object.entries(change.attributes)) {
      const held = heldAttribute(tag, name, value);
      if (held) kept[held.name] = held.value;
      if (held) continue;
      // Taking an attribute away is always harmless.
      const safe = value === null ? null : safeAttribute(tag, name, value);
      if (typeof safe === 'string' || safe === null || typeof safe === 'object') kept[name] = safe;
    }
    return [{ id: change.id, attributes: kept }];
  });
  const texts = data.texts.map(({ id, value }) => ({
    id,
    value: value !== null && memory.styleTexts.has(id) ? safeCss(value) : value,
  }));
  const removes = data.removes.map(({ parentId, id, isShadow }) => ({ parentId, id, ...(isShadow && { isShadow }) }));
  return {
    source: IncrementalSource.Mutation,
    texts,
    attributes,
    adds,
    removes,
    ...(data.isAttachIframe && { isAttachIframe: true as const }),
  };
}
