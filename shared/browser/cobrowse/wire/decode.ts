import { Inflate, strFromU8 } from 'fflate';
import { parseWith } from '../../../protocol/codec.ts';
import { type MirrorHeader, mirrorHeaderSchema } from '../../../protocol/peer.ts';
import { frameKinds, inflatedLimitBytes } from './frame-kind.ts';

export type Decoded =
  /** `body` is text that nobody has looked into yet. */
  | { ok: true; header: MirrorHeader; body: string }
  /** `mirror.damaged`: wait for a snapshot, nothing before it can be read. */
  | { ok: false; code: 'mirror.damaged' };

export interface MirrorDecoder {
  decode(message: Uint8Array): Decoded;
}

const damaged: Decoded = { ok: false, code: 'mirror.damaged' };

/** The other end of `createMirrorEncoder`. */
export function createMirrorDecoder(): MirrorDecoder {
  let stream: Inflate | null = null;

  function inflate(from: Inflate, bytes: Uint8Array): string {
    const parts: Uint8Array[] = [];
    let length = 0;
    from.ondata = (chunk) => {
      length += chunk.length;
      if (length > inflatedLimitBytes) throw new RangeError('inflates to too much');
      parts.push(chunk);
    };
    // In pieces, so that a bomb is noticed before it is unpacked.
    for (let at = 0; at < bytes.length; at += 65_536) from.push(bytes.subarray(at, at + 65_536));
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return strFromU8(whole);
  }

  function text(kind: number | undefined, bytes: Uint8Array): string | null {
    switch (kind) {
      case frameKinds.fresh:
        stream = new Inflate();
        return inflate(stream, bytes);
      case frameKinds.next:
        return stream && inflate(stream, bytes);
      case frameKinds.alone:
        return inflate(new Inflate(), bytes);
      default:
        return null;
    }
  }

  return {
    decode(message) {
      let whole: string | null = null;
      try {
        whole = text(message[0], message.subarray(1));
      } catch {
        stream = null;
      }
      const end = whole?.indexOf('\n') ?? -1;
      if (whole === null || end < 0) return damaged;
      const header = parseWith(mirrorHeaderSchema, whole.slice(0, end));
      return header.ok ? { ok: true, header: header.message, body: whole.slice(end + 1) } : damaged;
    },
  };
}
