import * as v from 'valibot';

const json = v.record(v.string(), v.unknown());
const content = v.record(v.string(), v.object({ schema: json }));

const operationSchema = v.object({
  operationId: v.optional(v.string(), ''),
  tags: v.optional(v.array(v.string()), []),
  summary: v.string(),
  'x-who': v.optional(v.picklist(['anyone', 'host', 'admin', 'participant', 'requester', 'key', 'viewer'])),
  'x-scope': v.optional(v.string()),
  parameters: v.optional(
    v.array(v.object({ name: v.string(), in: v.string(), required: v.optional(v.boolean(), false) })),
    [],
  ),
  requestBody: v.optional(v.object({ content })),
  responses: v.record(v.string(), v.object({ content: v.optional(content) })),
});
export type Operation = v.InferOutput<typeof operationSchema>;

/** Of `/api/openapi.json`, what the page shows. */
export const descriptionSchema = v.object({
  info: v.object({ title: v.string(), version: v.string() }),
  paths: v.record(v.string(), v.record(v.string(), operationSchema)),
  webhooks: v.record(v.string(), v.object({ post: operationSchema })),
  components: v.object({ schemas: v.record(v.string(), json) }),
});
export type Description = v.InferOutput<typeof descriptionSchema>;

export interface Placed {
  method: string;
  path: string;
  operation: Operation;
}

/** By tag, in the order of the document. */
export function byTag({ paths }: Description): Map<string, Placed[]> {
  const tags = new Map<string, Placed[]>();
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const tag = operation.tags[0] ?? '';
      tags.set(tag, [...(tags.get(tag) ?? []), { method, path, operation }]);
    }
  }
  return tags;
}

/** The name of the shape that some content has, and of what kind the content is. */
export function shapeOf(given: v.InferOutput<typeof content> | undefined): { name: string | null; isFeed: boolean } {
  const [type, first] = Object.entries(given ?? {})[0] ?? [];
  const ref = first?.schema['$ref'];
  const name = typeof ref === 'string' ? (ref.split('/').at(-1) ?? null) : null;
  return { name, isFeed: type === 'application/x-ndjson' };
}
