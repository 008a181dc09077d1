/**
 * A `page` track: what the host's console got from the customer's, after unsealing, as it came. A track is a list of
 * records, one after the other, big-endian:
 *
 *     kind u8 · tab u16 · at u32 (ms since the track began) · length u32 · body
 *
 * A chunk holds whole records, so all chunks in a row are one list, and each chunk can be read alone. Unknown kinds
 * are left out.
 *
 * | kind | tab | body |
 * |---|---|---|
 * | `seen` | the tab that the host sees from now on; 0: none | empty |
 * | `mirror` | its tab | a message of channel `mirror`, as `createHeadReader` of `cobrowse/wire/read-head.ts` reads it; one reader a tab |
 * | `pointer` | its tab | a message of channel `pointer`, JSON of `pointerSchema` |
 * | `asset` | its tab | a message of channel `asset`, as `decodeAsset` reads it: offers, sizes and failures, no pieces |
 * | `blob` | 0 | 32 bytes SHA-256 as in the offer, one byte length of the media type, that, and the bytes: checked and cleaned as the console shows them. Once a track, perhaps after the offer |
 *
 * Whoever plays has for each tab a `createHeadReader` and the checks of `cobrowse/host-cobrowse.ts` (the same `seq`
 * rule: what does not follow on is left out until the next snapshot), and hands the player page the same messages
 * (`play/player-messages.ts`): the same cleaning worker, the same strict page. A recording is as hostile as the page was.
 *
 * **Key frames are made where it is played, not where it is recorded.** A track begins with one snapshot of the tab that
 * is seen (asked for once when recording begins; a tab that comes to be seen later brings its own), and has others only
 * where the page itself was loaded anew. To ask the customer for one every few seconds would cost the page 20 to 200 ms
 * each time; to keep a whole document at the console beside the one in the player would cost the host as much as the
 * mirror does, for recordings of which few are ever looked at. A worker of the player's reads the track once from the
 * beginning (bodies are deflated with those before as dictionary, so it must), folds the clean events into a tree, and
 * writes that down as a snapshot now and then: an hour is read in a second or two, most of it before anybody seeks.
 */
export const recordKinds = { seen: 1, mirror: 2, pointer: 3, asset: 4, blob: 5 } as const;
export type RecordKind = keyof typeof recordKinds;

export interface PageRecord {
  kind: RecordKind;
  tab: number;
  /** ms since the track began. */
  at: number;
  body: Uint8Array;
}

export const recordHeadBytes = 11;
const nameOf = new Map<number, RecordKind>(
  (Object.keys(recordKinds) as RecordKind[]).map((kind) => [recordKinds[kind], kind]),
);

export function writeRecord({ kind, tab, at, body }: PageRecord): Uint8Array {
  const bytes = new Uint8Array(recordHeadBytes + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, recordKinds[kind]);
  view.setUint16(1, tab);
  view.setUint32(3, at);
  view.setUint32(7, body.length);
  bytes.set(body, recordHeadBytes);
  return bytes;
}

/** As many bytes that say nothing, in the place of a chunk that is lost: one record of no kind. */
export function emptyChunk(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  if (length >= recordHeadBytes) new DataView(bytes.buffer).setUint32(7, length - recordHeadBytes);
  return bytes;
}

/** Those that are whole, in order; the rest of a record that is cut off is left. `used`: the bytes that were read. */
export function readRecords(bytes: Uint8Array): { records: PageRecord[]; used: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: PageRecord[] = [];
  let used = 0;
  while (used + recordHeadBytes <= bytes.length) {
    const end = used + recordHeadBytes + view.getUint32(used + 7);
    if (end > bytes.length) break;
    const kind = nameOf.get(view.getUint8(used));
    const body = bytes.subarray(used + recordHeadBytes, end);
    if (kind) records.push({ kind, tab: view.getUint16(used + 1), at: view.getUint32(used + 3), body });
    used = end;
  }
  return { records, used };
}
