import * as v from 'valibot';

/** What is written down of the site's decisions. */
export const auditCodes = [
  'inbound.set',
  'privacy.set',
  'branding.set',
  'files.set',
  'goal.set',
  'retention.set',
  'data.exported',
  'data.erasing',
  'data.erased',
  'audit.cut',
  'recording.set',
  'host.added',
  'host.changed',
  'api-key.made',
  'api-key.revoked',
  'webhook.added',
  'webhook.set',
  'webhook.removed',
  'webhook.sent-again',
  'playback-access.set',
  'recording.viewed',
  'recording.link-made',
  'recording.link-opened',
  'recording.link-revoked',
  'recording.exported',
] as const;
export type AuditCode = (typeof auditCodes)[number];

/** `by`: a host, an API key, or `relay` for what was done on the command line. */
export const auditEntrySchema = v.strictObject({
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** ms since 1970 */
  at: v.number(),
  by: v.string(),
  byName: v.string(),
  what: v.picklist(auditCodes),
  /** Small, and never a secret. */
  detail: v.record(v.string(), v.unknown()),
  /** SHA-256 over the hash before and this entry, in hex. */
  hash: v.string(),
});
export type AuditEntry = v.InferOutput<typeof auditEntrySchema>;

export const auditPageLength = 50;

/** `GET /api/audit` (admin): newest first, a page. `next`: for `before`; null: there is nothing older. */
export const auditPageSchema = v.strictObject({
  entries: v.array(auditEntrySchema),
  next: v.nullable(v.number()),
});
export type AuditPage = v.InferOutput<typeof auditPageSchema>;

const whole = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));

/** Of the address; times in ms since 1970. */
export const auditQuerySchema = v.strictObject({
  before: v.optional(whole),
  what: v.optional(v.picklist(auditCodes)),
  from: v.optional(whole),
  to: v.optional(whole),
});
export type AuditQuery = v.InferOutput<typeof auditQuerySchema>;
