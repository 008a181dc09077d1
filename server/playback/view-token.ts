import { createHmac, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { linkIdSchema } from '../../shared/protocol/playback.ts';
import { type RecordingId, recordingIdSchema } from '../../shared/recording/manifest.ts';

/** What a view may read, and until when: signed, so that each instance knows it. */
export interface ViewRight {
  recordingId: RecordingId;
  /** The link that it came by, which may be revoked; null: by right. */
  linkId: string | null;
  /** Of the audit log: who looks. */
  by: string;
  byName: string;
  /** ms since 1970 */
  until: number;
}

const rightSchema = v.strictObject({
  recordingId: recordingIdSchema,
  linkId: v.nullable(linkIdSchema),
  by: v.string(),
  byName: v.string(),
  until: v.number(),
});
const tokenSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,1500}\.[\w-]{43}$/));

const sign = (secret: string, body: string) => createHmac('sha256', secret).update(`view:${body}`).digest();

export function writeViewToken(secret: string, right: ViewRight): string {
  const body = Buffer.from(JSON.stringify(right)).toString('base64url');
  return `${body}.${sign(secret, body).toString('base64url')}`;
}

/** Null: it is none of ours, or no longer good. */
export function readViewToken(secret: string, token: string | undefined, now: number): ViewRight | null {
  if (!v.is(tokenSchema, token)) return null;
  const [body = '', mark = ''] = token.split('.');
  if (!timingSafeEqual(sign(secret, body), Buffer.from(mark, 'base64url'))) return null;
  const parsed = v.safeParse(rightSchema, JSON.parse(Buffer.from(body, 'base64url').toString()));
  return parsed.success && parsed.output.until > now ? parsed.output : null;
}
