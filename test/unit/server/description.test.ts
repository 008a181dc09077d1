import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '../../../server/api/operations.ts';
import { type LocalRelay, startLocalRelay } from '../../support/local-relay.ts';

let relay: LocalRelay;
let described: unknown;
beforeAll(async () => {
  relay = await startLocalRelay();
  described = await (await fetch(`${relay.url}/api/openapi.json`)).json();
});
afterAll(() => relay.end());

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
const json = v.record(v.string(), v.unknown());
const contentSchema = v.record(v.string(), v.strictObject({ schema: json }));
const parameterSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1)),
  in: v.picklist(['path', 'query', 'header', 'cookie']),
  required: v.optional(v.boolean()),
  description: v.optional(v.string()),
  schema: json,
});
const responsesSchema = v.record(
  v.pipe(v.string(), v.regex(/^([1-5]\d\d|[1-5]XX|default)$/)),
  v.strictObject({ description: v.string(), content: v.optional(contentSchema) }),
);
const operationSchema = v.strictObject({
  operationId: v.optional(v.string()),
  tags: v.optional(v.array(v.string())),
  summary: v.string(),
  'x-who': v.optional(v.string()),
  'x-scope': v.optional(v.string()),
  security: v.optional(v.array(v.record(v.string(), v.array(v.string())))),
  parameters: v.optional(v.array(parameterSchema)),
  requestBody: v.optional(v.strictObject({ required: v.boolean(), content: contentSchema })),
  responses: responsesSchema,
});
const pathItemSchema = v.record(v.picklist(methods), operationSchema);
/** What OpenAPI 3.1 asks of a document, as far as this one goes. */
const documentSchema = v.strictObject({
  openapi: v.pipe(v.string(), v.regex(/^3\.1\.\d+$/)),
  info: v.strictObject({ title: v.string(), version: v.string(), description: v.optional(v.string()) }),
  servers: v.array(v.strictObject({ url: v.pipe(v.string(), v.url()) })),
  paths: v.record(v.pipe(v.string(), v.startsWith('/')), pathItemSchema),
  webhooks: v.record(v.string(), pathItemSchema),
  components: v.strictObject({
    schemas: v.record(v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]+$/)), json),
    securitySchemes: v.record(
      v.string(),
      v.variant('type', [
        v.strictObject({ type: v.literal('http'), scheme: v.literal('bearer'), description: v.string() }),
        v.strictObject({
          type: v.literal('apiKey'),
          in: v.literal('cookie'),
          name: v.string(),
          description: v.string(),
        }),
      ]),
    ),
  }),
});

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === '$ref' && typeof one === 'string' ? [one] : refsIn(one),
  );
}

test('is a document of OpenAPI 3.1', () => {
  const parsed = v.safeParse(documentSchema, described);
  expect(parsed.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`) ?? []).toEqual([]);
  const { paths, components } = v.parse(documentSchema, described);
  const all = Object.values(paths).flatMap((item) => Object.values(item));
  expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length);
  for (const [path, item] of Object.entries(paths)) {
    const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { parameters = [] } of Object.values(item)) {
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(wanted);
    }
  }
  const known = new Set(Object.keys(components.schemas).map((name) => `#/components/schemas/${name}`));
  const refs = refsIn(described);
  expect(refs.filter((ref) => !known.has(ref))).toEqual([]);
  // Every shape is used by something.
  expect([...known].filter((ref) => !refs.includes(ref))).toEqual([]);
});

test('shapes say what the relay checks', () => {
  const { schemas } = v.parse(documentSchema, described).components;
  expect(schemas['Goal']).toMatchObject({
    type: 'object',
    properties: { withinMs: { type: 'integer', minimum: 1_000, maximum: 3_600_000 } },
    required: ['withinMs'],
    additionalProperties: false,
  });
  expect(schemas['Inbound']).toMatchObject({
    properties: { queues: { items: { $ref: '#/components/schemas/Queue' } } },
  });
});

test('has every route of the relay under /api, and none besides', () => {
  const routes = relay.relay.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const told = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect([...new Set(routes)].toSorted()).toEqual(told.toSorted());
});

test('says who may call as the relay has it', async () => {
  for (const { method, path, who, scope } of operations) {
    if (path.startsWith('/api/auth')) continue;
    const url = relay.url + path.replaceAll(/\{\w+\}/g, 'x'.repeat(22));
    const body = method === 'get' ? {} : { body: '{}' };
    const { status } = await fetch(url, { method: method.toUpperCase(), ...body });
    const isOpen = who === 'anyone' && path !== '/api/set-password';
    expect([method, path, scope, status === 401]).toEqual([
      method,
      path,
      scope,
      !isOpen && path !== '/api/set-password',
    ]);
  }
});
