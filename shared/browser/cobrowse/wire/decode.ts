import { Inflate, strFromU8 } from 'fflate';
import { parseWith } from '../../../protocol/codec.ts';
import { type MirrorHeader, mirrorHeaderSchema } from '../../../protocol/peer.ts';
import { frameKinds, nearBytes, inflatedLimitBytes } from './frame-kind.ts';
import { createKnownSheets } from './known-sheets.ts';
import { resolveSheets } from './sheet-references.ts';
import { slideWindow } from './window.ts';

export type Decoded =
  /** `body` is text that nobody has looked into yet. */
  | { ok: true; header: MirrorHeader; body: string }
  /** `mirror.damaged`: wait for a snapshot, nothing before it can be read. */
  | { ok: false; code: 'mirror.damaged' }
  /** The like; and the same again would be as large. */
  | { ok: false; code: 'mirror.too-large' };

export interface MirrorDecoder {
  decode(message: Uint8Array): Decoded;
}

const damaged: Decoded = { ok: false, code: 'mirror.damaged' };
const nothing = new Uint8Array(0);
/** Each byte may become a thousand. */
const pieceBytes = 4_096;

/** In pieces, so that a bomb is noticed before it is unpacked. Throws on what is not deflate. */
function inflate(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate(dictionary.length > 0 ? { dictionary } : {}, (chunk) => {
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

/** The other end of `createMirrorEncoder`. */
export function createMirrorDecoder(): MirrorDecoder {
  /** Null: nothing can be read before the next snapshot. */
  let window: Uint8Array | null = null;
  const sheets = createKnownSheets();

  function text(kind: number, bytes: Uint8Array): Uint8Array | null {
    switch (kind) {
      case frameKinds.fresh: {
        const whole = inflate(bytes, nothing);
        window = slideWindow(nothing, whole);
        return whole;
      }
      case frameKinds.near:
      case frameKinds.next: {
        if (!window) return null;
        const whole = inflate(bytes, kind === frameKinds.near ? window.subarray(-nearBytes) : window);
        window = slideWindow(window, whole);
        return whole;
      }
      case frameKinds.alone:
        return inflate(bytes, nothing);
      default:
        return null;
    }
  }

  return {
    decode(message) {
      let whole: string | null = null;
      try {
        const bytes = text(message[0] ?? -1, message.subarray(1));
        whole = bytes && strFromU8(bytes);
      } catch (error) {
        window = null;
        if (error instanceof RangeError) return { ok: false, code: 'mirror.too-large' };
      }
      const [head, news, body] = whole === null ? [] : lines(whole);
      const header = head === undefined ? null : parseWith(mirrorHeaderSchema, head);
      if (!header?.ok || news === undefined || body === undefined || !sheets.learn(news)) return damaged;
      const resolved = resolveSheets(body, sheets.textOf);
      return resolved === null ? damaged : { ok: true, header: header.message, body: resolved };
    },
  };
}

/** The first two lines, and all the rest. */
function lines(text: string): string[] {
  const first = text.indexOf('\n');
  const second = text.indexOf('\n', first + 1);
  return second < 0 ? [] : [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
}
