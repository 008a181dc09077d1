import { strToU8 } from 'fflate';
import type { MirrorHeader } from '../../../protocol/peer.ts';
import { type BodyWriter, createBodyWriter } from './body.ts';
import { joinHead } from './head-bytes.ts';
import { packSheets } from './pack-sheets.ts';
import type { NamedSheet } from './sheet-references.ts';

export interface MirrorEncoder {
  /** A message for the link. `body`: a JSON array as text, '' for none. */
  encode(header: MirrorHeader, body: string): Uint8Array;
  /** Messages with those sheets that are new; they go before what names them. */
  sheets(sheets: readonly NamedSheet[]): Uint8Array[];
  /** The other side may know no sheet any more: each goes again when it is next named. */
  forgetSheets(): void;
}

const nothing: Uint8Array = new Uint8Array(0);
/** Then all are forgotten, and go again when they are next named. */
const sentAtMost = 20_000;

/** Head, for the console, and body, for the player's worker. */
export function createMirrorEncoder(): MirrorEncoder {
  const frames = new Map<number, BodyWriter>();
  const sent = new Set<string>();
  let last: Uint8Array = nothing;

  const alone = (header: MirrorHeader, body = nothing) => joinHead(strToU8(JSON.stringify(header)), nothing, body);
  function writerOf(header: MirrorHeader & { frame: number }): BodyWriter {
    if (header.type === 'mirror.snapshot' && header.frame === 0) frames.clear();
    let writer = frames.get(header.frame);
    if (!writer) frames.set(header.frame, (writer = createBodyWriter()));
    return writer;
  }

  return {
    forgetSheets: () => sent.clear(),
    sheets(sheets) {
      const fresh = sheets.filter(([name]) => !sent.has(name));
      if (sent.size > sentAtMost) sent.clear();
      for (const [name] of fresh) sent.add(name);
      return packSheets(fresh).map((body) => alone({ type: 'mirror.sheets' }, body));
    },
    encode(header, body) {
      switch (header.type) {
        case 'mirror.snapshot':
        case 'mirror.events': {
          const isFresh = header.type === 'mirror.snapshot';
          const head = strToU8(JSON.stringify(header));
          const written = body === '' ? nothing : writerOf(header).write(body, isFresh);
          const message = joinHead(head, isFresh ? nothing : last, written);
          last = head;
          return message;
        }
        case 'mirror.left':
          frames.delete(header.frame);
          return alone(header);
        case 'mirror.titled':
        case 'mirror.hidden':
        case 'mirror.stopped':
        case 'mirror.sheets':
          return alone(header);
      }
    },
  };
}
