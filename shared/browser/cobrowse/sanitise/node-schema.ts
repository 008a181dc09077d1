import * as v from 'valibot';

/** Of a node that is made: the player takes the lower ones for signs. */
const id = v.pipe(
  v.number(),
  v.check((number) => Number.isSafeInteger(number) && number >= 1 && number <= 2 ** 40),
);
/** Each value is looked at on its own, so that a bad one takes nothing with it. */
const attributes = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const shared = { id, isShadowHost: v.optional(v.boolean()), isShadow: v.optional(v.boolean()) };

/** One node without its children, by its type. To try them one after the other would cost as much as all else. */
const schemas = [
  v.object({ type: v.literal(0), ...shared, compatMode: v.optional(v.string()), childNodes: v.array(v.unknown()) }),
  v.object({ type: v.literal(1), ...shared, name: v.string(), publicId: v.string(), systemId: v.string() }),
  v.object({
    type: v.literal(2),
    ...shared,
    tagName: v.string(),
    attributes,
    isSVG: v.optional(v.nullable(v.boolean())),
    isCustom: v.optional(v.nullable(v.boolean())),
    needBlock: v.optional(v.nullable(v.boolean())),
    childNodes: v.array(v.unknown()),
  }),
  v.object({ type: v.literal(3), ...shared, textContent: v.string(), isStyle: v.optional(v.boolean()) }),
  v.object({ type: v.literal(4), ...shared }),
  v.object({ type: v.literal(5), ...shared }),
] as const;
export type CheckedNode = v.InferOutput<(typeof schemas)[number]>;

/** Null: it is no node. */
export function checkNode(raw: unknown): CheckedNode | null {
  if (typeof raw !== 'object' || raw === null || !('type' in raw)) return null;
  const schema = schemas[Number(raw.type)];
  const checked = schema && v.safeParse<(typeof schemas)[number]>(schema, raw);
  return checked?.success ? checked.output : null;
}
