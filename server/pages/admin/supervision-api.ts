import * as v from 'valibot';
import { apiKeyMadeSchema, apiKeysSchema, type NewApiKey } from '../../../shared/protocol/api-keys.ts';
import { auditPageSchema, type AuditQuery } from '../../../shared/protocol/audit.ts';
import {
  deliveriesSchema,
  webhookAddedSchema,
  type WebhookBody,
  webhookBodySchema,
  webhooksSchema,
} from '../../../shared/protocol/webhooks.ts';
import { goalSchema } from '../../../shared/report/goal.ts';
import { periodsSchema } from '../../../shared/report/periods.ts';
import { adminCall } from '../account/admin-api.ts';

const nothing = v.object({});
const query = (of: Readonly<Record<string, string | number | undefined>>): string =>
  new URLSearchParams(
    Object.entries(of).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]])),
  ).toString();

/** Figures, keys, webhooks and the audit log, as the admin's pages use them. */
export const supervisionApi = {
  report: (bearer: string, timeZone: string, queueId: string) =>
    adminCall(bearer, periodsSchema, `/api/supervision/report?${query({ timeZone, queueId })}`),
  setGoal: (bearer: string, withinMs: number) =>
    adminCall(bearer, goalSchema, '/api/supervision/goal', 'PUT', { withinMs }),

  keys: (bearer: string) => adminCall(bearer, apiKeysSchema, '/api/keys'),
  makeKey: (bearer: string, key: NewApiKey) => adminCall(bearer, apiKeyMadeSchema, '/api/keys', 'POST', key),
  revokeKey: (bearer: string, keyId: string) => adminCall(bearer, nothing, `/api/keys/${keyId}/revoke`, 'POST', {}),

  webhooks: (bearer: string) => adminCall(bearer, webhooksSchema, '/api/webhooks'),
  addWebhook: (bearer: string, body: WebhookBody) =>
    adminCall(bearer, webhookAddedSchema, '/api/webhooks', 'POST', body),
  setWebhook: (bearer: string, webhookId: string, body: WebhookBody) =>
    adminCall(bearer, webhookBodySchema, `/api/webhooks/${webhookId}`, 'PUT', body),
  removeWebhook: (bearer: string, webhookId: string) =>
    adminCall(bearer, nothing, `/api/webhooks/${webhookId}/remove`, 'POST', {}),
  deliveries: (bearer: string) => adminCall(bearer, deliveriesSchema, '/api/webhooks/deliveries'),
  sendAgain: (bearer: string, deliveryId: string) =>
    adminCall(bearer, nothing, `/api/webhooks/deliveries/${encodeURIComponent(deliveryId)}/again`, 'POST', {}),

  audit: (bearer: string, of: AuditQuery) => adminCall(bearer, auditPageSchema, `/api/audit?${query({ ...of })}`),
};
