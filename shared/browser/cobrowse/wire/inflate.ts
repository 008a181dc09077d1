import { Inflate, inflateSync, strFromU8 } from 'fflate';
import { inflatedLimitBytes } from './frame-kind.ts';

/** Each byte may become a thousand. */
const pieceBytes = 4_096;
/** What most messages inflate to is far less. */
const room = new Uint8Array(128 * 1024);

/** In pieces, so that a bomb is noticed before it is unpacked. Throws on what is not deflate, a RangeError on too much. */
export function inflate(bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array {
  return (bytes.length <= pieceBytes ? inflateSmall(bytes, dictionary) : null) ?? inflateInPieces(bytes, dictionary);
}

/** Null: it is too much for the room, or none. A stream would take 160 kB anew for each message, however small. */
function inflateSmall(bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array | null {
  try {
    const text = inflateSync(bytes, { out: room, ...(dictionary && dictionary.length > 0 && { dictionary }) });
    return text.length < room.length ? text.slice() : null;
  } catch {
    return null;
  }
}

function inflateInPieces(bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate(dictionary && dictionary.length > 0 ? { dictionary } : {}, (chunk) => {
    length += chunk.length;
    if (length > inflatedLimitBytes) throw new RangeError('inflates to too much');
    parts.push(chunk);
  });
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    stream.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const inflateText = (bytes: Uint8Array): string => strFromU8(inflate(bytes));
