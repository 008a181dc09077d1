import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** Made from the relay's own secret, which is not in the store. */
export const siteKey = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'beside recordings', keyBytes));

export const newKey = (): Uint8Array => randomBytes(keyBytes);

/**
 * Nonce, sealed bytes, tag. `place`: what they are; sealed for one place, they open in no other.
 * A key seals at most 2^32 times with random nonces; a recording has some 10^6 chunks.
 */
export function seal(key: Uint8Array, place: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Throws on anything that was not sealed so. */
export function unseal(key: Uint8Array, place: string, sealed: Uint8Array): Uint8Array {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}

const keyPlace = (recordingId: string) => `key of ${recordingId}`;

export const wrapKey = (site: Uint8Array, recordingId: string, key: Uint8Array): string =>
  Buffer.from(seal(site, keyPlace(recordingId), key)).toString('base64url');

export const unwrapKey = (site: Uint8Array, recordingId: string, wrapped: string): Uint8Array =>
  unseal(site, keyPlace(recordingId), Buffer.from(wrapped, 'base64url'));
