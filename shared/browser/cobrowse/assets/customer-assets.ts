import {
  assetLimits,
  type AssetFailure,
  type AssetKind,
  type AssetOffer,
  type AssetType,
} from '../../../protocol/asset.ts';
import type { FromPage, ToPage } from '../../../protocol/page.ts';
import type { Link } from '../../link/contract.ts';
import { assetRank } from './asset-rank.ts';
import { decodeRequest } from './asset-wire.ts';
import { fromBase64 } from './base64.ts';
import { faceOf } from './font-face.ts';
import { gatherPieces, type Gathering } from './gather-pieces.ts';
import { sha256 } from './hash.ts';
import { helpedFetch } from './helped-fetch.ts';
import { createTurns } from './in-turns.ts';
import { createSendQueue } from './send-queue.ts';
import { sniff } from './sniff.ts';
import { stripMetadata } from './strip-metadata.ts';

type AboutAssets = Extract<
  FromPage,
  { type: 'page.assets' | 'page.asset-sizes' | 'page.asset-bytes' | 'page.asset-seen' | 'page.asset-failed' }
>;
type Fonts = Extract<ToPage, { type: 'page.asset-ask' }>['fonts'];

export interface CustomerAssets {
  fromPage(message: AboutAssets): void;
  /** Another document: nothing of the one before is needed. */
  newDocument(documentId: string): void;
  stop(): void;
}

export interface CustomerAssetsDeps {
  link: Link;
  /** As in the mirror. */
  frame: number;
  /** With more access than the page has; absent where nobody has it. */
  fetch?: typeof fetch | undefined;
  /** Of the page, as the browser tells it; null: not known yet. */
  origin(): string | null;
  post(message: ToPage): void;
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

/** Offers the host what the page's mirror names, each once, by its hash, and sends what the host has not. */
export function createCustomerAssets(deps: CustomerAssetsDeps): CustomerAssets {
  const { link, frame } = deps;
  const queue = createSendQueue(link);
  const turns = createTurns(fetchesAtOnce);
  let life = new AbortController();
  let documentId = '';
  let offered = new Map<number, Offered>();
  let sizes = new Map<number, { asset: number; width: number; height: number }>();
  let coming = new Map<number, Gathering>();
  /** Canvas or video → the number of its newest picture. */
  let live = new Map<number, number>();
  let totalBytes = 0;
  let nested = assetLimits.firstNested;

  const fail = (asset: number, code: AssetFailure) =>
    queue.say({ type: 'asset.failed', documentId, frame, assets: [asset], code });

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
    const { signal } = life;
    const { asset, kind, near, keep } = what;
    const bytes = stripMetadata(raw, media);
    const hash = await sha256(bytes);
    if (signal.aborted) return;
    if (what.live !== undefined) {
      const before = live.get(what.live);
      if (before !== undefined) forget(before);
      live.set(what.live, asset);
    }
    if (totalBytes + bytes.length > assetLimits.documentBytes) return fail(asset, 'too-many');
    totalBytes += bytes.length;
    const pushed = what.live !== undefined;
    const made: AssetOffer = {
      type: 'asset.offer',
      documentId,
      frame,
      asset,
      kind,
      hash,
      media,
      bytes: bytes.length,
      keep,
      pushed,
    };
    const rank = assetRank(kind, near);
    offered.set(asset, { offer: made, rank, bytes });
    queue.say(made);
    if (pushed) queue.send(hash, bytes, rank);
  }

  /**
   * The sheet as it may leave. What it names the browser keeps from the page's list of what it has loaded, so it is
   * fetched without cookies only; of fonts, which a sheet names by the dozen, those that the page draws with.
   */
  function cleanSheet(bytes: Uint8Array, base: string): Uint8Array<ArrayBuffer> {
    const fonts: Fonts = [];
    const known = new Map<string, string>();
    const text = deps.css(new TextDecoder().decode(bytes), base, (url, kind, rule) => {
      const before = known.get(`${kind} ${url}`);
      if (before !== undefined || nested - assetLimits.firstNested >= assetLimits.assetsPerDocument)
        return before ?? null;
      if (!/^https?:/.test(url) || url.length > 8_192) return null;
      nested += 1;
      const named = { documentId, asset: nested, url: url.replace(/#[\s\S]*$/, '') };
      if (kind === 'font') fonts.push({ asset: nested, url: named.url, face: faceOf(rule) });
      else turns.add(assetRank(kind, false), () => help({ type: 'page.asset-seen', ...named, kind, near: false }));
      known.set(`${kind} ${url}`, `asset:${nested}`);
      return `asset:${nested}`;
    });
    if (fonts.length > 0) deps.post({ type: 'page.asset-ask', documentId, fonts });
    return new TextEncoder().encode(text);
  }

  async function whole(message: Extract<AboutAssets, { type: 'page.asset-bytes' }>, bytes: Uint8Array<ArrayBuffer>) {
    const media = sniff(bytes, message.kind);
    if (!media) return fail(message.asset, 'wrong-type');
    const body = media === 'text/css' ? cleanSheet(bytes, message.base ?? 'about:blank') : bytes;
    if (body.length > 0) await offer(message, media, body);
  }

  function piece(message: Extract<AboutAssets, { type: 'page.asset-bytes' }>) {
    const { asset, at, of } = message;
    const bytes = fromBase64(message.data);
    if (!bytes) return;
    if (at === 0 && coming.size < comingAtMost) coming.set(asset, gatherPieces(of));
    const made = coming.get(asset)?.add({ at, of, bytes });
    if (made === null) return;
    coming.delete(asset);
    if (made) void whole(message, made);
  }

  async function help(message: Extract<AboutAssets, { type: 'page.asset-seen' }>) {
    const { signal } = life;
    const origin = deps.origin();
    if (!deps.fetch || origin === null) return fail(message.asset, 'unavailable');
    const fetched = await helpedFetch(message, { fetch: deps.fetch, origin, signal });
    if (signal.aborted) return;
    if (!fetched.ok) return fail(message.asset, fetched.code);
    const { media, keep, base } = fetched;
    const bytes = media === 'text/css' ? cleanSheet(fetched.bytes, base) : fetched.bytes;
    if (bytes.length > 0) await offer({ ...message, keep }, media, bytes);
  }

  function saySizes(all: { asset: number; width: number; height: number }[]) {
    if (all.length > 0) queue.say({ type: 'asset.sizes', documentId, frame, sizes: all });
  }

  function again() {
    queue.clear();
    const all = [...sizes.values()];
    for (let at = 0; at < all.length; at += 1_000) saySizes(all.slice(at, at + 1_000));
    for (const { offer: made, rank, bytes } of offered.values()) {
      queue.say(made);
      if (made.pushed) queue.send(made.hash, bytes, rank);
    }
  }

  link.receive('asset', (bytes) => {
    const request = decodeRequest(bytes);
    if (!request.ok) return;
    if (request.message.type === 'asset.again') return again();
    const { hash } = request.message;
    const wanted = [...offered.values()].find((one) => one.offer.hash === hash);
    if (wanted) queue.send(hash, wanted.bytes, wanted.rank);
  });

  function reset() {
    life.abort();
    life = new AbortController();
    turns.clear();
    offered = new Map();
    sizes = new Map();
    coming = new Map();
    live = new Map();
    totalBytes = 0;
    nested = assetLimits.firstNested;
  }

  return {
    fromPage(message) {
      if (message.documentId !== documentId) return;
      switch (message.type) {
        case 'page.assets':
          // For the bridge; where there is none, nobody can tell what the page has loaded.
          break;
        case 'page.asset-sizes':
          if (sizes.size > assetLimits.assetsPerDocument) break;
          for (const size of message.sizes) sizes.set(size.asset, size);
          saySizes(message.sizes);
          break;
        case 'page.asset-bytes':
          piece(message);
          break;
        case 'page.asset-seen':
          turns.add(assetRank(message.kind, message.near), () => help(message));
          break;
        case 'page.asset-failed':
          queue.say({ type: 'asset.failed', documentId, frame, assets: message.assets, code: message.code });
          break;
      }
    },
    newDocument(next) {
      reset();
      queue.clear();
      documentId = next;
    },
    stop() {
      reset();
      queue.stop();
    },
  };
}
