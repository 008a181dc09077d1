import { Deflate, strToU8 } from 'fflate';
import type { MirrorHeader } from '../../../protocol/peer.ts';
import { frameKinds } from './frame-kind.ts';

export interface MirrorEncoder {
  /** One message for the link. `body`: a JSON array as text, '' for none. */
  encode(header: MirrorHeader, body: string): Uint8Array;
}

/**
 * Header line and body, deflated in one stream, so that the tenth mutation costs a fraction of the first.
 * Each snapshot begins a new stream: whoever gets it needs nothing from before. Other headers stand alone.
 */
export function createMirrorEncoder(): MirrorEncoder {
  let parts: Uint8Array[] = [];
  let stream = newStream();

  function newStream(): Deflate {
    return new Deflate({ level: 6 }, (chunk) => parts.push(chunk));
  }
  function deflate(into: Deflate, kind: number, text: string): Uint8Array {
    parts = [Uint8Array.of(kind)];
    into.push(strToU8(text));
    into.flush(true);
    return join(parts);
  }

  return {
    encode(header, body) {
      const text = `${JSON.stringify(header)}\n${body}`;
      switch (header.type) {
        case 'mirror.snapshot':
          stream = newStream();
          return deflate(stream, frameKinds.fresh, text);
        case 'mirror.events':
          return deflate(stream, frameKinds.next, text);
        case 'mirror.titled':
        case 'mirror.stopped':
          return deflate(newStream(), frameKinds.alone, text);
      }
    },
  };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
