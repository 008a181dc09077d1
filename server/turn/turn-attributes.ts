import { attributes, failures, optionalFrom, type TurnFailure } from './stun-codes.ts';
import type { StunAttribute, StunMessage } from './stun-message.ts';

const understood = new Set<number>(Object.values(attributes));

export function uint32(type: number, number: number): StunAttribute {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(number);
  return { type, value };
}

export function text(type: number, words: string): StunAttribute {
  return { type, value: Buffer.from(words) };
}

export function errorCode(failure: TurnFailure): StunAttribute {
  const code = failures[failure];
  const numbers = Buffer.from([0, 0, Math.floor(code / 100), code % 100]);
  return { type: attributes.errorCode, value: Buffer.concat([numbers, Buffer.from(failure)]) };
}

/** Attributes that a request may not have, since nobody here knows what they ask for. */
export function notUnderstood(message: StunMessage): number[] {
  return message.attributes.map(({ type }) => type).filter((type) => type < optionalFrom && !understood.has(type));
}

export function unknownAttributes(types: readonly number[]): StunAttribute {
  const value = Buffer.alloc(types.length * 2);
  types.forEach((type, index) => value.writeUInt16BE(type, index * 2));
  return { type: attributes.unknownAttributes, value };
}
