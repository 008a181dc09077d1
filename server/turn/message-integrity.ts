import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { attributes } from './stun-codes.ts';
import { stunHeaderBytes } from './stun-message.ts';

const hmacBytes = 20;
const attributeBytes = 4 + hmacBytes;

/** The key of long-term credentials (RFC 8489 §9.2.2). MD5 and SHA-1 are what browsers speak; the password is random. */
export function longTermKey(username: string, realm: string, password: string): Buffer {
  return createHash('md5').update(`${username}:${realm}:${password}`).digest();
}

/** The message with MESSAGE-INTEGRITY at its end. */
export function withIntegrity(frame: Buffer, key: Buffer): Buffer {
  const attribute = Buffer.alloc(4);
  attribute.writeUInt16BE(attributes.messageIntegrity, 0);
  attribute.writeUInt16BE(hmacBytes, 2);
  const signed = Buffer.concat([frame, attribute, hmacOf(frame, key)]);
  signed.writeUInt16BE(frame.length - stunHeaderBytes + attributeBytes, 2);
  return signed;
}

/** `at`: where MESSAGE-INTEGRITY begins in the frame. */
export function hasIntegrity(frame: Buffer, at: number, key: Buffer): boolean {
  return timingSafeEqual(hmacOf(frame.subarray(0, at), key), frame.subarray(at + 4, at + attributeBytes));
}

/** Over what stands before the attribute, with a length in the header as if it were the last. */
function hmacOf(before: Buffer, key: Buffer): Buffer {
  const header = Buffer.from(before.subarray(0, stunHeaderBytes));
  header.writeUInt16BE(before.length - stunHeaderBytes + attributeBytes, 2);
  return createHmac('sha1', key).update(header).update(before.subarray(stunHeaderBytes)).digest();
}
