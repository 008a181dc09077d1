import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The secret of one webhook. It is made from the relay's own and nowhere kept, so that the store, which holds no
 * secret, holds none of these either.
 */
export function webhookSecret(relaySecret: string, webhookId: string): string {
  return `whsec_${createHmac('sha256', relaySecret).update(`webhook:${webhookId}`).digest('base64url')}`;
}

const digest = (secret: string, seconds: number, body: string) =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');

/** The header `Beside-Signature`. */
export const signature = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${digest(secret, seconds, body)}`;

/** What a receiver does; here for the tests, and to be read. */
export function isSigned(secret: string, header: string, body: string): boolean {
  const [, seconds, given] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (seconds === undefined || given === undefined) return false;
  return timingSafeEqual(Buffer.from(digest(secret, Number(seconds), body)), Buffer.from(given));
}
