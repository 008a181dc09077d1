import type { AssetFailure, AssetKind, AssetOffer, AssetType } from '../../../protocol/asset.ts';
import { assetLimits } from '../../../protocol/asset-limits.ts';
import type { FromPage, ToPage } from '../../../protocol/page.ts';
import { assetRank } from './asset-rank.ts';
import { fromBase64 } from './base64.ts';
import { faceOf } from './font-face.ts';
import { gatherPieces, type Gathering } from './gather-pieces.ts';
import { sha256 } from './hash.ts';
import { helpedFetch } from './helped-fetch.ts';
import { createTurns } from './in-turns.ts';
import type { SendQueue } from './send-queue.ts';
import { sniff } from './sniff.ts';
import { stripMetadata } from './strip-metadata.ts';

export type AboutAssets = Extract<
  FromPage,
  { type: 'page.assets' | 'page.asset-sizes' | 'page.asset-bytes' | 'page.asset-seen' | 'page.asset-failed' }
>;
type Bytes = Extract<AboutAssets, { type: 'page.asset-bytes' }>;
type Seen = Extract<AboutAssets, { type: 'page.asset-seen' }>;
type Fonts = Extract<ToPage, { type: 'page.asset-ask' }>['fonts'];

export interface DocumentAssets {
  fromPage(message: AboutAssets): void;
  /** All offers once more. */
  again(): void;
  /** Sends these bytes if they are of this document. */
  want(hash: string): boolean;
  stop(): void;
}

export interface AssetDocument {
  documentId: string;
  /** As in the mirror. */
  frame: number;
  /** Of the document, as the browser tells it; null: not known yet. */
  origin(): string | null;
  post(message: ToPage): void;
}

export interface DocumentAssetsDeps {
  queue: SendQueue;
  /** With more access than the page has; absent where nobody has it. */
  fetch?: typeof fetch | undefined;
  /** The filter's way with a sheet: `asset` says what each address becomes. */
  css(text: string, base: string, asset: (url: string, kind: AssetKind, rule: string) => string | null): string;
}

interface Offered {
  offer: AssetOffer;
  rank: number;
  bytes: Uint8Array<ArrayBuffer>;
}

const fetchesAtOnce = 6;
/** The bridge loads six at a time, and there may be as many canvases. */
const comingAtMost = 32;

/** Offers what one document's mirror names, each by its hash. */
export function createDocumentAssets(
  { documentId, frame, origin, post }: AssetDocument,
  { queue, fetch, css }: DocumentAssetsDeps,
): DocumentAssets {
  const turns = createTurns(fetchesAtOnce);
  const life = new AbortController();
  const offered = new Map<number, Offered>();
  const sizes = new Map<number, { asset: number; width: number; height: number }>();
  const coming = new Map<number, Gathering>();
  /** Canvas or video → the number of its newest picture. */
  const live = new Map<number, number>();
  let totalBytes = 0;
  let nested = assetLimits.firstNested;

  const failed = (assets: number[], code: AssetFailure) =>
    queue.say({ type: 'asset.failed', documentId, frame, assets, code });

  function forget(asset: number) {
    const before = offered.get(asset);
    if (!before) return;
    offered.delete(asset);
    totalBytes -= before.bytes.length;
    queue.drop(before.offer.hash);
  }

  async function offer(
    what: { asset: number; kind: AssetKind; near: boolean; keep: boolean; live?: number | undefined },
    media: AssetType,
    raw: Uint8Array<ArrayBuffer>,
  ) {
    const { asset, kind, near, keep } = what;
    const bytes = stripMetadata(raw, media);
    const hash = await sha256(bytes);
    if (life.signal.aborted || bytes.length === 0) return;
    const pushed = what.live !== undefined;
    if (what.live !== undefined) {
      const before = live.get(what.live);
      if (before !== undefined) forget(before);
      live.set(what.live, asset);
    }
    if (totalBytes + bytes.length > assetLimits.documentBytes) return failed([asset], 'too-many');
    totalBytes += bytes.length;
    const about = { documentId, frame, asset, kind, hash, media, bytes: bytes.length, keep, pushed };
    const one: Offered = { offer: { type: 'asset.offer', ...about }, rank: assetRank(kind, near), bytes };
    offered.set(asset, one);
    say(one);
  }
  function say({ offer: made, rank, bytes }: Offered) {
    queue.say(made);
    if (made.pushed) queue.send(made.hash, bytes, rank);
  }

  /**
   * The sheet as it may leave. What it names the browser keeps from the page's list of what it has loaded, so it is
   * fetched without cookies only; of fonts, which a sheet names by the dozen, those that the page draws with.
   */
  function cleanSheet(bytes: Uint8Array, base: string): Uint8Array<ArrayBuffer> {
    const fonts: Fonts = [];
    const known = new Map<string, string>();
    const text = css(new TextDecoder().decode(bytes), base, (address, kind, rule) => {
      const url = address.replace(/#[\s\S]*$/, '');
      const before = known.get(`${kind} ${url}`);
      if (before !== undefined || nested - assetLimits.firstNested >= assetLimits.assetsPerDocument)
        return before ?? null;
      if (!/^https?:/.test(url) || url.length > 8_192) return null;
      nested += 1;
      const asset = nested;
      known.set(`${kind} ${url}`, `asset:${asset}`);
      if (kind === 'font') fonts.push({ asset, url, face: faceOf(rule) });
      else fetchLater({ type: 'page.asset-seen', documentId, asset, kind, url, near: false });
      return `asset:${asset}`;
    });
    if (fonts.length > 0) post({ type: 'page.asset-ask', documentId, fonts });
    return new TextEncoder().encode(text);
  }

  async function whole(message: Bytes, bytes: Uint8Array<ArrayBuffer>) {
    const media = sniff(bytes, message.kind);
    if (!media) return failed([message.asset], 'wrong-type');
    await offer(message, media, media === 'text/css' ? cleanSheet(bytes, message.base ?? 'about:blank') : bytes);
  }

  function piece(message: Bytes) {
    const { asset, at, of } = message;
    const bytes = fromBase64(message.data);
    if (!bytes) return;
    if (at === 0 && coming.size < comingAtMost) coming.set(asset, gatherPieces(of));
    const made = coming.get(asset)?.add({ at, of, bytes });
    if (made === null) return;
    coming.delete(asset);
    if (made) void whole(message, made);
  }

  async function help(message: Seen) {
    const from = origin();
    if (!fetch || from === null) return failed([message.asset], 'unavailable');
    const fetched = await helpedFetch(message, { fetch, origin: from, signal: life.signal });
    if (life.signal.aborted) return;
    if (!fetched.ok) return failed([message.asset], fetched.code);
    const { media, keep, base, bytes } = fetched;
    await offer({ ...message, keep }, media, media === 'text/css' ? cleanSheet(bytes, base) : bytes);
  }
  const fetchLater = (message: Seen) => turns.add(assetRank(message.kind, message.near), () => help(message));

  return {
    fromPage(message) {
      switch (message.type) {
        case 'page.assets':
          // For the bridge; where there is none, nobody can tell what the page has loaded.
          break;
        case 'page.asset-sizes':
          if (sizes.size > assetLimits.assetsPerDocument) break;
          for (const size of message.sizes) sizes.set(size.asset, size);
          queue.say({ type: 'asset.sizes', documentId, frame, sizes: message.sizes });
          break;
        case 'page.asset-bytes':
          piece(message);
          break;
        case 'page.asset-seen':
          fetchLater(message);
          break;
        case 'page.asset-failed':
          failed(message.assets, message.code);
          break;
      }
    },
    again() {
      const all = [...sizes.values()];
      for (let at = 0; at < all.length; at += 1_000) {
        queue.say({ type: 'asset.sizes', documentId, frame, sizes: all.slice(at, at + 1_000) });
      }
      for (const one of offered.values()) say(one);
    },
    want(hash) {
      for (const { offer: made, bytes, rank } of offered.values()) {
        if (made.hash !== hash) continue;
        queue.send(hash, bytes, rank);
        return true;
      }
      return false;
    },
    stop() {
      life.abort();
      turns.clear();
      for (const asset of [...offered.keys()]) forget(asset);
    },
  };
}
