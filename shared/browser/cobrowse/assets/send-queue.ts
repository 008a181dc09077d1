import type { AssetHeader } from '../../../protocol/asset.ts';
import { assetLimits } from '../../../protocol/asset-limits.ts';
import { limits } from '../../../protocol/limits.ts';
import type { Link } from '../../link/contract.ts';
import { encodeAsset } from './asset-wire.ts';

export interface SendQueue {
  /** At once. */
  say(header: AssetHeader): void;
  /** When it is its turn. What is queued already is not queued twice; what is under way begins anew. */
  send(hash: string, bytes: Uint8Array, rank: number): void;
  /** Not one piece more of this. */
  drop(hash: string): void;
  stop(): void;
}

interface Sending {
  hash: string;
  bytes: Uint8Array;
  rank: number;
  at: number;
}

/** Sends pieces, the lowest rank first, never more than the link takes easily, and none while the mirror is behind. */
export function createSendQueue(link: Link): SendQueue {
  let queue: Sending[] = [];
  let stopped = false;

  function pump() {
    while (!stopped && queue.length > 0) {
      if (link.unsent('asset') >= limits.bufferedLowBytes || link.unsent('mirror') >= limits.bufferedHighBytes) return;
      const next = queue.reduce((best, one) => (one.rank < best.rank ? one : best));
      const { hash, bytes, at } = next;
      const piece = bytes.subarray(at, at + assetLimits.pieceBytes);
      next.at += piece.length;
      if (next.at >= bytes.length) queue.splice(queue.indexOf(next), 1);
      link.send('asset', encodeAsset({ type: 'asset.piece', hash, at, of: bytes.length }, piece));
    }
  }
  link.onDrained('asset', pump);
  link.onDrained('mirror', pump);
  // Whoever is there now has asked for nothing.
  link.onFresh(() => {
    queue = [];
  });

  return {
    say(header) {
      if (!stopped) link.send('asset', encodeAsset(header));
    },
    send(hash, bytes, rank) {
      const queued = queue.find((one) => one.hash === hash);
      if (queued) queued.at = 0;
      else queue.push({ hash, bytes, rank, at: 0 });
      pump();
    },
    drop(hash) {
      // What is begun is finished, or the host would wait for the rest.
      queue = queue.filter((one) => one.hash !== hash || one.at > 0);
    },
    stop() {
      stopped = true;
      queue = [];
      link.clear('asset');
    },
  };
}
