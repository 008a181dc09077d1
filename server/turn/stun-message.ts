import { attributes as known } from './stun-codes.ts';

export interface StunAttribute {
  type: number;
  value: Buffer;
}

export interface StunMessage {
  kind: 'request' | 'indication' | 'success' | 'error';
  method: number;
  /** 12 bytes that tie an answer to its request. */
  transaction: Buffer;
  attributes: readonly StunAttribute[];
}

export interface DecodedStun extends StunMessage {
  /** Where MESSAGE-INTEGRITY begins. What comes after it is not vouched for, so not among the attributes. */
  integrityAt: number | null;
}

export const stunHeaderBytes = 20;
const cookie = 0x2112a442;
const maxAttributes = 32;
const kinds = ['request', 'indication', 'success', 'error'] as const;

/** One whole STUN message (RFC 8489 §5), or null for what is none. */
export function decodeStun(frame: Buffer): DecodedStun | null {
  if (frame.length < stunHeaderBytes || frame.length % 4 !== 0) return null;
  const type = frame.readUInt16BE(0);
  if (type > 0x3fff || frame.readUInt32BE(4) !== cookie) return null;
  if (frame.readUInt16BE(2) !== frame.length - stunHeaderBytes) return null;
  const kind = kinds[((type >> 4) & 1) | ((type >> 7) & 2)];
  if (kind === undefined) return null;
  const method = (type & 0xf) | ((type >> 1) & 0x70) | ((type >> 2) & 0xf80);
  const attributes: StunAttribute[] = [];
  let integrityAt: number | null = null;
  for (let at = stunHeaderBytes; at < frame.length;) {
    if (attributes.length === maxAttributes) return null;
    const attribute = frame.readUInt16BE(at);
    const length = frame.readUInt16BE(at + 2);
    const end = at + 4 + padded(length);
    if (end > frame.length) return null;
    if (attribute === known.messageIntegrity) {
      if (length !== 20) return null;
      integrityAt = at;
      break;
    }
    attributes.push({ type: attribute, value: frame.subarray(at + 4, at + 4 + length) });
    at = end;
  }
  return { kind, method, transaction: frame.subarray(8, stunHeaderBytes), attributes, integrityAt };
}

export function encodeStun({ kind, method, transaction, attributes }: StunMessage): Buffer {
  const bytes = attributes.reduce((sum, { value }) => sum + 4 + padded(value.length), 0);
  const frame = Buffer.alloc(stunHeaderBytes + bytes);
  const order = kinds.indexOf(kind);
  const bits = (method & 0xf) | ((method & 0x70) << 1) | ((method & 0xf80) << 2);
  frame.writeUInt16BE(bits | ((order & 1) << 4) | ((order & 2) << 7), 0);
  frame.writeUInt16BE(bytes, 2);
  frame.writeUInt32BE(cookie, 4);
  transaction.copy(frame, 8);
  let at = stunHeaderBytes;
  for (const { type, value } of attributes) {
    frame.writeUInt16BE(type, at);
    frame.writeUInt16BE(value.length, at + 2);
    value.copy(frame, at + 4);
    at += 4 + padded(value.length);
  }
  return frame;
}

/** The first attribute of that type; later ones do not count. */
export function valueOf({ attributes }: StunMessage, type: number): Buffer | undefined {
  return attributes.find((attribute) => attribute.type === type)?.value;
}

/** Everything in STUN stands on a border of four bytes. */
export function padded(length: number): number {
  return (length + 3) & ~3;
}
