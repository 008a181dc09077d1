import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { RestErrorCode } from '../../shared/protocol/rest.ts';
import type { Posted } from '../mail/post-office.ts';
import type { Env } from './env.ts';

/** All others are conflicts with how things are. */
const statuses: Partial<Record<RestErrorCode, ContentfulStatusCode>> = {
  'body.invalid': 400,
  'webhook.address': 400,
  'auth.required': 401,
  'admin.required': 403,
  'scope.missing': 403,
  'number.unknown': 404,
  'rate.limited': 429,
  'session.full': 409,
  'session.ended': 410,
  'not-found': 404,
  'feedback.too-late': 410,
  'host.not-found': 404,
  'mail.failed': 502,
  'recording.disk-full': 507,
  'recording.too-much': 413,
  'recording.over': 410,
  internal: 500,
  'relay.busy': 503,
  'queue.unknown': 404,
  'answers.invalid': 400,
  'source.too-many': 429,
};

export function restError(c: Context<Env>, error: RestErrorCode): Response {
  return c.json({ error }, statuses[error] ?? 409);
}

/** Too many attempts; the next one may come in `waitMs`. */
export function rateLimited(c: Context<Env>, waitMs: number): Response {
  const retryAfter = Math.max(1, Math.ceil(waitMs / 1_000));
  c.header('retry-after', String(retryAfter));
  return c.json({ error: 'rate.limited', retryAfter }, 429);
}

/** Why a letter did not go. */
export const postError = (c: Context<Env>, posted: Exclude<Posted, { ok: true }>): Response =>
  posted.code === 'rate.limited' ? rateLimited(c, posted.waitMs) : restError(c, posted.code);
