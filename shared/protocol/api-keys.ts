import * as v from 'valibot';
import { nameSchema } from './ids.ts';

/** What a key opens. Nothing else is open to it. */
export const scopes = [
  /** Counts of queues, hosts' states, running sessions, figures. */
  'read',
  /** Asking for help in a customer's name, and leaving again. */
  'requests',
  /** Hosts of the site. */
  'hosts',
  /** Queues and the whole distribution. */
  'inbound',
  /** What is held about a customer: finding, exporting, erasing it. */
  'erasure',
] as const;
export type Scope = (typeof scopes)[number];

export const keyPrefix = 'beside_';
const scopesSchema = v.pipe(
  v.array(v.picklist(scopes)),
  v.minLength(1),
  v.check((given) => new Set(given).size === given.length, 'A scope is there twice.'),
);

/** `POST /api/keys` (admin) */
export const newApiKeySchema = v.strictObject({ name: nameSchema, scopes: scopesSchema });
export type NewApiKey = v.InferOutput<typeof newApiKeySchema>;

/** `GET /api/keys` (admin): without the secrets, which nobody has any more. */
export const apiKeySchema = v.strictObject({
  keyId: v.string(),
  name: v.string(),
  scopes: v.array(v.picklist(scopes)),
  madeBy: v.string(),
  madeAt: v.number(),
  /** To the minute. Null: never. */
  usedAt: v.nullable(v.number()),
  revokedAt: v.nullable(v.number()),
});
export type ApiKey = v.InferOutput<typeof apiKeySchema>;
export const apiKeysSchema = v.array(apiKeySchema);

/** The secret is told here and never again. */
export const apiKeyMadeSchema = v.strictObject({
  keyId: v.string(),
  secret: v.pipe(v.string(), v.startsWith(keyPrefix)),
});
