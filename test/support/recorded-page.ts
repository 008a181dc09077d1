import * as v from 'valibot';
import { parseWith } from '../../shared/protocol/codec.ts';
import { readBlob } from '../../shared/recording/blob-record.ts';
import { readRecords } from '../../shared/recording/format.ts';
import { type BodyReader, createBodyReader } from '../../shared/browser/cobrowse/wire/body.ts';
import { createKnownSheets } from '../../shared/browser/cobrowse/wire/known-sheets.ts';
import { createHeadReader } from '../../shared/browser/cobrowse/wire/read-head.ts';
import { decodeAsset } from '../../shared/browser/cobrowse/assets/asset-wire.ts';

/** What a page track says, read as a player reads it: nothing before a snapshot, each batch after the one before. */
export function decodePageTrack(bytes: Uint8Array) {
  const { records, used } = readRecords(bytes);
  if (used !== bytes.length) throw new Error('a record is cut off');
  const heads = new Map<number, ReturnType<typeof createHeadReader>>();
  const bodies = new Map<string, { reader: BodyReader; documentId: string; seq: number }>();
  const sheets = createKnownSheets();
  /** JSON of the events, each with when it was. */
  const said: { at: number; tab: number; json: string }[] = [];
  const [seen, offered, blobs] = [[] as number[], new Set<string>(), new Set<string>()];
  let snapshots = 0;

  for (const { kind, tab, at, body } of records) {
    if (kind === 'seen') seen.push(tab);
    const blob = kind === 'blob' ? readBlob(body) : null;
    if (blob) blobs.add(blob.hash);
    const asset = kind === 'asset' ? decodeAsset(body) : null;
    if (asset?.header.type === 'asset.offer') offered.add(asset.header.hash);
    if (kind !== 'mirror') continue;
    const head = heads.get(tab) ?? createHeadReader();
    heads.set(tab, head);
    const message = head.read(body);
    if (!message) continue;
    const { header } = message;
    if (header.type === 'mirror.sheets') sheets.learn(message.body);
    if (header.type !== 'mirror.snapshot' && header.type !== 'mirror.events') continue;
    const { documentId, seq } = header;
    const key = `${tab}/${header.frame}`;
    if (header.type === 'mirror.snapshot') {
      bodies.set(key, { reader: createBodyReader(sheets.textOf), documentId, seq: seq - 1 });
      if (header.frame === 0) snapshots += 1;
    }
    const known = bodies.get(key);
    if (!known || known.documentId !== documentId || known.seq + 1 !== seq) continue;
    known.seq = seq;
    const json = known.reader.read(message.body);
    if (!parseWith(v.array(v.unknown()), json).ok) throw new Error('no list of events');
    said.push({ at, tab, json });
  }
  return { said, seen, offered, blobs, snapshots };
}
