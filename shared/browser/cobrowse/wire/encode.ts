import { deflateSync, strToU8 } from 'fflate';
import type { MirrorHeader } from '../../../protocol/peer.ts';
import { frameKinds, nearBytes } from './frame-kind.ts';
import type { NamedSheet } from './sheet-references.ts';
import { slideWindow } from './window.ts';

export interface MirrorEncoder {
  /** One message for the link. `body`: a JSON array as text, '' for none; `sheets`: the texts of those it names. */
  encode(header: MirrorHeader, body: string, sheets?: readonly NamedSheet[]): Uint8Array;
  /** The other side may know no sheet any more: each goes again when it is next named. */
  forgetSheets(): void;
}

const nothing = new Uint8Array(0);

/**
 * Header line, sheets that are new, and body; deflated with what went before as the dictionary, so that the tenth mutation
 * costs a fraction of the first. (fflate's one stream with flushes writes bad trailers in 0.8.3.)
 * Each snapshot begins anew: whoever gets it needs nothing from before. Other headers stand alone.
 */
export function createMirrorEncoder(): MirrorEncoder {
  let window: Uint8Array = nothing;
  const sent = new Set<string>();

  function fresh(sheets: readonly NamedSheet[]): string {
    const news = sheets.filter(([name]) => !sent.has(name));
    for (const [name] of news) sent.add(name);
    return news.length === 0 ? '' : JSON.stringify(news);
  }
  function deflate(kind: number, text: Uint8Array, dictionary: Uint8Array): Uint8Array {
    const bytes = deflateSync(text, dictionary.length > 0 ? { level: 6, dictionary } : { level: 6 });
    const message = new Uint8Array(bytes.length + 1);
    message[0] = kind;
    message.set(bytes, 1);
    return message;
  }

  return {
    forgetSheets: () => sent.clear(),
    encode(header, body, sheets = []) {
      const text = strToU8(`${JSON.stringify(header)}\n${fresh(sheets)}\n${body}`);
      switch (header.type) {
        case 'mirror.snapshot': {
          window = slideWindow(nothing, text);
          return deflate(frameKinds.fresh, text, nothing);
        }
        case 'mirror.events': {
          const isNear = text.length <= nearBytes;
          const dictionary = isNear ? window.subarray(-nearBytes) : window;
          window = slideWindow(window, text);
          return deflate(isNear ? frameKinds.near : frameKinds.next, text, dictionary);
        }
        case 'mirror.titled':
        case 'mirror.left':
        case 'mirror.hidden':
        case 'mirror.stopped':
          return deflate(frameKinds.alone, text, nothing);
      }
    },
  };
}
