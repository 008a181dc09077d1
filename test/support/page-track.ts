import { createMirrorEncoder } from '../../shared/browser/cobrowse/wire/encode.ts';
import { concat } from '../../shared/browser/link/concat.ts';
import { type PageRecord, type RecordKind, writeRecord } from '../../shared/recording/format.ts';

const documentId = 'AAAAAAAAAAAAAAAAAAAAAA';
const viewport = { width: 800, height: 600, pixelRatio: 1 };

/** A page track as a console writes it, from the recorder's events. Tab 1 is seen from the beginning. */
export function pageTrack() {
  const records: Uint8Array[] = [];
  const encoder = createMirrorEncoder();
  let seq = 0;
  const add = (kind: RecordKind, at: number, body: Uint8Array = new Uint8Array(0), tab = 1) =>
    void records.push(writeRecord({ kind, tab, at, body } satisfies PageRecord));
  const mirror = (at: number, messages: readonly Uint8Array[]) => {
    for (const message of messages) add('mirror', at, message);
  };
  add('seen', 0);
  return {
    add,
    mirror,
    titled: (at: number, title: string) =>
      mirror(at, [encoder.encode({ type: 'mirror.titled', title, url: 'https://shop.example/' }, '')]),
    snapshot(at: number, events: readonly unknown[], document = documentId) {
      seq += 1;
      const header = { frame: 0, owner: null, documentId: document, seq, viewport, more: false };
      mirror(at, [encoder.encode({ type: 'mirror.snapshot', ...header }, JSON.stringify(events))]);
    },
    events(at: number, events: readonly unknown[], document = documentId) {
      seq += 1;
      const header = { frame: 0, documentId: document, seq, viewport, more: false };
      mirror(at, [encoder.encode({ type: 'mirror.events', ...header }, JSON.stringify(events))]);
    },
    /** Whole records each, as chunks are. */
    chunks: (): readonly Uint8Array[] => records,
    bytes: () => concat(...records),
  };
}
