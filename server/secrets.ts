import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits as 43 base64url characters: participant tokens, tickets, password links. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the store keeps in place of a secret. Plain SHA-256: 256 random bits cannot be guessed from it. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Nine digits, uniform. */
export function newSessionNumber(): string {
  return randomInt(0, 1_000_000_000).toString().padStart(9, '0');
}

/** What is kept in place of a network address, only to tell whether two are the same. */
export function hashSource(secret: string, addressKey: string): string {
  return createHmac('sha256', secret).update(`source:${addressKey}`).digest('base64url').slice(0, 16);
}

/**
 * What the store keeps in place of a session number. Keyed: a plain hash of nine digits
 * is undone in seconds by trying all 10^9, so a leaked store alone must not be enough.
 */
export function hashSessionNumber(secret: string, digits: string): string {
  return createHmac('sha256', secret).update(`session-number:${digits}`).digest('base64url');
}
