import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { auditQuerySchema } from '../../shared/protocol/audit.ts';
import { recordingsQuerySchema } from '../../shared/protocol/playback.ts';
import { chunkQuerySchema } from '../../shared/recording/manifest.ts';
import { reportsQuerySchema } from '../../shared/protocol/reports.ts';
import { webhookEvents } from '../../shared/protocol/webhooks.ts';
import { historyQuerySchema } from '../../shared/report/history.ts';
import { reportQuerySchema, supervisionQuerySchema } from '../../shared/report/query.ts';
import { type Operation, operations } from './operations.ts';
import { apiSchemas, type SchemaName } from './schemas.ts';

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const config = {
  target: 'draft-2020-12',
  typeMode: 'input',
  // What JSON Schema cannot say (two queues with one id, say) the relay refuses all the same.
  errorMode: 'ignore',
  overrideRef: ({ referenceId }: { referenceId: string }) => refTo(referenceId).$ref,
} as const;

const queries = {
  supervision: supervisionQuerySchema,
  report: reportQuerySchema,
  audit: auditQuerySchema,
  reports: reportsQuerySchema,
  history: historyQuerySchema,
  chunk: chunkQuerySchema,
  recordings: recordingsQuerySchema,
} satisfies Record<string, v.GenericSchema>;

/** The REST interface as OpenAPI 3.1. */
export function describe(siteName: string, origin: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `Beside: ${siteName}`,
      version: '1',
      description: 'Times are ms since 1970, lengths of time ms. Every error is an object with a code.',
    },
    servers: [{ url: origin }],
    paths,
    webhooks: Object.fromEntries(webhookEvents.map((event) => [event, describeEvent(event)])),
    components: {
      schemas: toJsonSchemaDefs(apiSchemas, config),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'Of a signed-in host or admin, a participant, or whoever waits: as `x-who` says.',
        },
        view: {
          type: 'apiKey',
          in: 'cookie',
          name: 'beside-view',
          description: 'Left by a view of a recording, for that one alone.',
        },
        key: { type: 'http', scheme: 'bearer', description: 'An API key of the site: `beside_…`.' },
      },
    },
  };
}
export type Description = ReturnType<typeof describe>;

function describeOperation({ path, method, tag, does, who, scope, query, body, answer, status, isFeed }: Operation) {
  const type = isFeed ? 'application/x-ndjson' : 'application/json';
  return {
    operationId: `${method} ${path}`.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, ''),
    tags: [tag],
    summary: does,
    'x-who': who,
    ...(scope && { 'x-scope': scope }),
    security: [
      ...(who === 'key' ? [] : who === 'anyone' ? [{}] : [who === 'viewer' ? { view: [] } : { bearer: [] }]),
      ...(scope ? [{ key: [scope] }] : []),
    ],
    parameters: [...pathParameters(path), ...(query ? queryParameters(queries[query]) : [])],
    ...(body && { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      [status ?? 200]: {
        description: isFeed ? 'One line of JSON each time it is another; empty lines keep it alive.' : 'Done.',
        content: { [type]: { schema: answer === 'json' ? {} : refTo(answer) } },
      },
      default: { description: 'Not done.', content: contentOf('Error') },
    },
  };
}

const contentOf = (name: SchemaName) => ({ 'application/json': { schema: refTo(name) } });

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

function queryParameters(schema: v.GenericSchema) {
  const { properties = {}, required = [] } = toJsonSchema(schema, { ...config, definitions: {} });
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: one,
  }));
}

const describeEvent = (event: string) => ({
  post: {
    summary: `Sent to the site's webhooks that want ${event}.`,
    parameters: [
      {
        name: 'Beside-Signature',
        in: 'header',
        required: true,
        description: 't=SECONDS,v1=HEX: HMAC-SHA-256 by the secret of the webhook over "SECONDS.BODY".',
        schema: { type: 'string' },
      },
    ],
    requestBody: { required: true, content: contentOf('WebhookWord') },
    responses: { '2XX': { description: 'Taken. Anything else is tried again; the same id may come twice.' } },
  },
});
