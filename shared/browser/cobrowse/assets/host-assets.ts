import type { AssetFailure, AssetHeader, AssetOffer } from '../../../protocol/asset.ts';
import { assetLimits } from '../../../protocol/asset-limits.ts';
import type { Link } from '../../link/contract.ts';
import type { ToPlayer } from '../play/player-messages.ts';
import type { AssetCache } from './asset-cache.ts';
import { decodeAsset, encodeRequest } from './asset-wire.ts';
import { gatherPieces, type Gathering } from './gather-pieces.ts';
import { sha256 } from './hash.ts';
import { sniff } from './sniff.ts';
import { stripSvg } from './strip-svg.ts';

export interface AssetStats {
  /** Bytes of pieces that came. */
  bytes: number;
  /** Offers that the cache held already. */
  cached: number;
  /** Shown in the player. */
  shown: number;
  /** What did not come to be shown, by reason. */
  failed: Partial<Record<AssetFailure, number>>;
}

export interface HostAssets {
  /** Asks for all offers anew: we, or they, are new. */
  again(): void;
  readonly stats: Readonly<AssetStats>;
}

export interface HostAssetsDeps {
  link: Link;
  cache: AssetCache;
  deliver(message: ToPlayer): void;
  /** One that was offered is there, and is what it claims. */
  found?: ((hash: string, blob: Blob) => void) | undefined;
  signal: AbortSignal;
}

interface Wanted {
  gathering: Gathering;
  offers: AssetOffer[];
}

/** A document that offers more than this is not ours, or wants our memory. */
const documentsAtMost = 64;

/** Takes what the customer offers, from the cache where that has it, and hands it to the player once it is what it claims. */
export function createHostAssets({ link, cache, deliver, found, signal }: HostAssetsDeps): HostAssets {
  const stats: AssetStats = { bytes: 0, cached: 0, shown: 0, failed: {} };
  const wanted = new Map<string, Wanted>();
  /** Per document, what has been accepted of it. */
  const accepted = new Map<string, { bytes: number; assets: Set<number> }>();

  const refuse = (code: AssetFailure, count = 1) => {
    stats.failed[code] = (stats.failed[code] ?? 0) + count;
  };

  function show({ documentId, frame, asset, kind, pushed: live }: AssetOffer, blob: Blob) {
    if (signal.aborted) return;
    stats.shown += 1;
    deliver({ type: 'player.asset', documentId, frame, asset, kind, live, blob });
  }

  /** Within what a document may have; live pictures come and go and are small in number at any time. */
  function fits({ documentId, frame, asset, bytes, pushed }: AssetOffer): boolean {
    const key = `${frame}/${documentId}`;
    const mine = accepted.get(key) ?? { bytes: 0, assets: new Set<number>() };
    accepted.delete(key);
    accepted.set(key, mine);
    for (const oldest of accepted.keys()) if (accepted.size > documentsAtMost) accepted.delete(oldest);
    if (pushed || mine.assets.has(asset)) return true;
    if (mine.assets.size >= assetLimits.assetsPerDocument) return false;
    if (mine.bytes + bytes > assetLimits.documentBytes) return false;
    mine.assets.add(asset);
    mine.bytes += bytes;
    return true;
  }

  async function offered(offer: AssetOffer) {
    if (!fits(offer)) return refuse('too-many');
    const { hash, pushed } = offer;
    const waiting = wanted.get(hash);
    if (waiting) {
      if (waiting.offers.length < assetLimits.assetsPerDocument) waiting.offers.push(offer);
      return;
    }
    const mine: Wanted = { gathering: gatherPieces(offer.bytes), offers: [offer] };
    // At once: pieces of what is pushed are on their way.
    wanted.set(hash, mine);
    if (pushed) return;
    const known = await cache.get(hash);
    if (signal.aborted || wanted.get(hash) !== mine) return;
    if (!known) return link.send('asset', encodeRequest({ type: 'asset.want', hash }));
    wanted.delete(hash);
    stats.cached += mine.offers.length;
    found?.(hash, known);
    for (const one of mine.offers) show(one, known);
  }

  async function checked(hash: string, bytes: Uint8Array<ArrayBuffer>, { offers }: Wanted) {
    const [first] = offers;
    if (!first) return;
    if ((await sha256(bytes)) !== hash) return refuse('wrong-hash');
    const media = sniff(bytes, first.kind);
    if (media === null || media !== first.media) return refuse('wrong-type');
    const body = media === 'image/svg+xml' ? stripSvg(bytes) : bytes;
    if (!body) return refuse('wrong-type');
    const blob = new Blob([body], { type: media });
    found?.(hash, blob);
    if (!first.pushed) await cache.put(hash, blob, first.keep);
    for (const offer of offers) {
      if (offer.kind === first.kind) show(offer, blob);
      else refuse('wrong-type');
    }
  }

  function piece({ hash, at, of }: Extract<AssetHeader, { type: 'asset.piece' }>, bytes: Uint8Array) {
    stats.bytes += bytes.length;
    const asked = wanted.get(hash);
    // The rest of what was under way before we asked anew.
    if (at > 0 && !asked?.gathering.begun()) return;
    const made = asked?.gathering.add({ at, of, bytes });
    if (!asked || made === null) return;
    wanted.delete(hash);
    if (made) void checked(hash, made, asked);
    else refuse('wrong-hash');
  }

  link.receive('asset', (message) => {
    if (signal.aborted) return;
    const decoded = decodeAsset(message);
    if (!decoded) return refuse('wrong-type');
    const { header, body } = decoded;
    switch (header.type) {
      case 'asset.sizes': {
        const { documentId, frame, sizes } = header;
        deliver({ type: 'player.asset-sizes', documentId, frame, sizes });
        break;
      }
      case 'asset.offer':
        void offered(header);
        break;
      case 'asset.piece':
        piece(header, body);
        break;
      case 'asset.failed':
        refuse(header.code, header.assets.length);
        break;
    }
  });

  return {
    again() {
      wanted.clear();
      link.send('asset', encodeRequest({ type: 'asset.again' }));
    },
    stats,
  };
}
