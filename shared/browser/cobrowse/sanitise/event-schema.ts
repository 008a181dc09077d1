import * as v from 'valibot';

/** The shells of the recorder's events that the player understands; trees inside are checked node by node. */

/** Of a node that a change names; that it exists is checked elsewhere. */
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(-2), v.maxValue(2 ** 40));
const finite = v.pipe(v.number(), v.finite());
const index = v.union([id, v.pipe(v.array(id), v.maxLength(16))]);
/** Each value is looked at on its own, so that a bad one takes nothing with it. */
const attributesSchema = v.record(v.string(), v.unknown());

const rule = v.object({ rule: v.string(), index: v.optional(index) });
const sheetTarget = { id: v.optional(id), styleId: v.optional(id) };

export const incrementalSchema = v.variant('source', [
  v.object({
    source: v.literal(0),
    texts: v.array(v.object({ id, value: v.nullable(v.string()) })),
    attributes: v.array(v.object({ id, attributes: attributesSchema })),
    removes: v.array(v.object({ parentId: id, id, isShadow: v.optional(v.literal(true)) })),
    adds: v.array(
      v.object({ parentId: id, previousId: v.optional(v.nullable(id)), nextId: v.nullable(id), node: v.unknown() }),
    ),
  }),
  v.object({ source: v.literal(3), id, x: finite, y: finite }),
  v.object({ source: v.literal(4), width: finite, height: finite }),
  v.object({ source: v.literal(5), id, text: v.string(), isChecked: v.boolean() }),
  v.object({
    source: v.literal(8),
    ...sheetTarget,
    adds: v.optional(v.array(rule)),
    removes: v.optional(v.array(v.object({ index }))),
    replace: v.optional(v.string()),
    replaceSync: v.optional(v.string()),
  }),
  v.object({
    source: v.literal(13),
    ...sheetTarget,
    index: v.pipe(v.array(id), v.minLength(1), v.maxLength(16)),
    set: v.optional(
      v.object({ property: v.string(), value: v.nullable(v.string()), priority: v.optional(v.string()) }),
    ),
    remove: v.optional(v.object({ property: v.string() })),
  }),
  v.object({
    source: v.literal(14),
    ranges: v.pipe(v.array(v.object({ start: id, startOffset: id, end: id, endOffset: id })), v.maxLength(64)),
  }),
  v.object({
    source: v.literal(15),
    id,
    styles: v.optional(v.array(v.object({ styleId: id, rules: v.array(rule) }))),
    styleIds: v.pipe(v.array(id), v.maxLength(1_000)),
  }),
]);

const timestamp = finite;

export const eventSchema = v.variant('type', [
  v.object({
    type: v.literal(2),
    timestamp,
    data: v.object({ node: v.unknown(), initialOffset: v.object({ top: finite, left: finite }) }),
  }),
  v.object({ type: v.literal(3), timestamp, data: v.unknown() }),
  v.object({ type: v.literal(4), timestamp, data: v.object({ width: finite, height: finite }) }),
]);
