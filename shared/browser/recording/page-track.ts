import { writeBlob } from '../../recording/blob-record.ts';
import { type PageRecord, type RecordKind, writeRecord } from '../../recording/format.ts';
import { decodeAsset } from '../cobrowse/assets/asset-wire.ts';
import type { Channel } from '../link/contract.ts';
import type { Chunker } from './chunker.ts';

/** Writes down what one side gets of the other's pages, as it comes. */
export interface PageTrack {
  /** A message of that tab's; 0: about the tabs. */
  heard(tab: number, channel: Channel, body: Uint8Array): void;
  /** The tab that is seen from now on; null: none. */
  seen(tab: number | null): void;
  /** What an offer named is there, checked; once each is enough. */
  blob(hash: string, blob: Blob): void;
}

const nothing = new Uint8Array(0);
const kinds: Partial<Record<Channel, RecordKind>> = { mirror: 'mirror', pointer: 'pointer', asset: 'asset' };

export function createPageTrack(chunker: Chunker): PageTrack {
  const written = new Set<string>();

  function write(record: Omit<PageRecord, 'at'>) {
    const at = chunker.now();
    chunker.add(writeRecord({ ...record, at }), at, at);
  }
  return {
    heard(tab, channel, body) {
      const kind = kinds[channel];
      if (!kind) return;
      // The bytes themselves come as a blob, wherever the console has them from.
      if (kind === 'asset' && decodeAsset(body)?.header.type === 'asset.piece') return;
      // Of the tabs as such is said which one is seen.
      if (tab !== 0) write({ kind, tab, body });
    },
    seen: (tab) => write({ kind: 'seen', tab: tab ?? 0, body: nothing }),
    blob(hash, blob) {
      if (written.has(hash)) return;
      written.add(hash);
      void blob.arrayBuffer().then((bytes) => {
        write({ kind: 'blob', tab: 0, body: writeBlob({ hash, media: blob.type, bytes: new Uint8Array(bytes) }) });
      });
    },
  };
}
