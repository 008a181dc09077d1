import { strFromU8 } from 'fflate';
import { parseWith } from '../../../protocol/codec.ts';
import { type MirrorHeader, mirrorHeaderSchema } from '../../../protocol/peer.ts';
import { splitHead } from './head-bytes.ts';

export interface HeadReader {
  /**
   * Where a message goes; nobody has looked into its body yet. Null: damaged, wait for a snapshot, nothing before it
   * can be read.
   */
  read(message: Uint8Array): { header: MirrorHeader; body: Uint8Array } | null;
}

const nothing: Uint8Array = new Uint8Array(0);

/** What the console reads of the mirror channel: little, and in a time that nobody can stretch. */
export function createHeadReader(): HeadReader {
  let last = nothing;
  return {
    read(message) {
      const split = splitHead(message, last);
      const header = split && parseWith(mirrorHeaderSchema, strFromU8(split.head));
      if (!split || !header?.ok) {
        last = nothing;
        return null;
      }
      const { type } = header.message;
      if (type === 'mirror.snapshot' || type === 'mirror.events') last = split.head;
      return { header: header.message, body: split.body };
    },
  };
}
