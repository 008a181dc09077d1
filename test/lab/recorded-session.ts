import { decodeAsset } from '../../shared/browser/cobrowse/assets/asset-wire.ts';
import { writeBlob } from '../../shared/recording/blob-record.ts';
import { type RecordKind, writeRecord } from '../../shared/recording/format.ts';
import type { openSession } from './open-session.ts';

type Session = Awaited<ReturnType<typeof openSession>>;

/** What a console records of this session: all that went to the host. */
export function recordSession({ customerLink }: Session) {
  const records: Uint8Array[] = [];
  const media = new Map<string, string>();
  let next = 0;
  const add = (kind: RecordKind, at: number, body: Uint8Array) => records.push(writeRecord({ kind, tab: 1, at, body }));
  add('seen', 0, new Uint8Array(0));
  return {
    /** All that was sent since, as if it were `at`, in ms since the track began. */
    take(at: number) {
      for (; next < customerLink.sent.length; next += 1) {
        const { channel, message } = customerLink.sent[next] as Session['customerLink']['sent'][number];
        if (channel === 'mirror') add('mirror', at, message);
        const asset = channel === 'asset' ? decodeAsset(message) : null;
        if (asset?.header.type === 'asset.offer') media.set(asset.header.hash, asset.header.media);
        if (asset?.header.type === 'asset.piece') {
          const { hash, of } = asset.header;
          // Small ones only: they come in one piece.
          if (asset.body.length !== of) throw new Error('a picture in several pieces');
          records.push(
            writeRecord({
              kind: 'blob',
              tab: 0,
              at,
              body: writeBlob({ hash, media: media.get(hash) ?? '', bytes: asset.body }),
            }),
          );
        } else if (asset) add('asset', at, message);
      }
    },
    records,
  };
}
