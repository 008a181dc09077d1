import type { AssetFailure, AssetKind } from '../../../protocol/asset.ts';
import { assetLimits } from '../../../protocol/asset-limits.ts';
import type { FromPage, ToPage } from '../../../protocol/page.ts';
import { assetRank } from './asset-rank.ts';
import { loadedFaces } from './font-face.ts';
import { createTurns } from './in-turns.ts';
import { watchLoadedAddresses, type LoadedAddresses } from './loaded-addresses.ts';
import { mayBeKept, readCapped } from './read-capped.ts';
import { sendBytes } from './send-bytes.ts';

type Assets = Extract<FromPage, { type: 'page.assets' }>;
type Asked = Extract<ToPage, { type: 'page.asset-ask' }>;

export interface AssetLoader {
  take(message: Assets): void;
  /** Vouches for each font once the page draws with it. */
  askFonts(message: Asked): void;
  /** Loads nothing more and forgets what it had. */
  stop(): void;
}

export interface AssetLoaderDeps {
  doc: Document;
  post(message: FromPage): void;
  /** Whether somebody can fetch what the page cannot read. */
  helped: boolean;
  /** Whether the browser tells also of what it had in memory already; default true. */
  namesAll?: boolean;
}

interface Asset {
  documentId: string;
  asset: number;
  kind: AssetKind;
  url: string;
  near: boolean;
}

const atOnce = 6;
const withinMs = 30_000;

/**
 * Loads what the page has loaded and may read, as the page would, from its cache; for the rest it vouches that
 * the page has loaded it. Belongs where the page's scripts cannot reach.
 */
export function createAssetLoader({ doc, post, helped, namesAll = true }: AssetLoaderDeps): AssetLoader {
  let loaded: LoadedAddresses | null = null;
  let taken = new Set<number>();
  let life = new AbortController();
  const turns = createTurns(atOnce);

  const fail = ({ documentId, asset }: Asset, code: AssetFailure) =>
    post({ type: 'page.asset-failed', documentId, assets: [asset], code });

  async function load(one: Asset, { signal }: AbortController) {
    const { url, ...asset } = one;
    const own = !/^https?:/.test(url) || new URL(url).origin === self.origin;
    try {
      if (!own && helped) return await vouch(one, signal);
      const response = await fetch(url, {
        credentials: own ? 'same-origin' : 'omit',
        cache: 'force-cache',
        signal: AbortSignal.any([signal, AbortSignal.timeout(withinMs)]),
      });
      if (!response.ok) return fail(one, 'unavailable');
      const bytes = await readCapped(response, assetLimits.assetBytes);
      if (!bytes) return fail(one, 'too-big');
      if (bytes.length === 0) return fail(one, 'unavailable');
      const keep = /^https?:/.test(url) && mayBeKept(response);
      await sendBytes(
        { ...asset, keep, ...(asset.kind === 'css' && { base: response.url || url }) },
        bytes,
        post,
        signal,
      );
    } catch {
      if (signal.aborted) return;
      // Led on to another origin, which does not let the page read.
      if (helped && /^https?:/.test(url)) await vouch(one, signal);
      else fail(one, 'unavailable');
    }
  }

  async function vouch(one: Asset, signal: AbortSignal) {
    const size = one.kind === 'image' ? await sizeInPage(one.url, doc, signal) : {};
    if (!size) fail(one, 'unavailable');
    else if (!signal.aborted) post({ type: 'page.asset-seen', ...one, ...size });
  }

  return {
    take(message) {
      const { documentId } = message;
      loaded ??= watchLoadedAddresses(doc, namesAll);
      const sizes = message.assets.flatMap(({ asset, width, height }) =>
        width !== undefined && height !== undefined ? [{ asset, width, height }] : [],
      );
      if (sizes.length > 0) post({ type: 'page.asset-sizes', documentId, sizes });
      const now = life;
      const unseen: number[] = [];
      for (const { asset, kind, url, near } of message.assets) {
        if (taken.has(asset) || taken.size >= assetLimits.assetsPerDocument) continue;
        taken.add(asset);
        const one = { documentId, asset, kind, url, near };
        const begin = () => turns.add(assetRank(kind, near), () => load(one, now));
        if (!loaded.when(url, kind, begin)) unseen.push(asset);
      }
      // For now: a picture further down may be loaded yet.
      if (unseen.length > 0) post({ type: 'page.asset-failed', documentId, assets: unseen, code: 'not-loaded' });
    },
    askFonts({ documentId, fonts }) {
      let waiting = fonts.slice(0, assetLimits.assetsPerDocument);
      const { signal } = life;
      const ended = new AbortController();
      const look = () => {
        const isLoaded = loadedFaces(doc);
        const used = waiting.filter(({ face }) => isLoaded(face));
        waiting = waiting.filter((one) => !used.includes(one));
        for (const { asset, url } of used) {
          post({ type: 'page.asset-seen', documentId, asset, kind: 'font', url, near: true });
        }
        if (waiting.length === 0) ended.abort();
      };
      doc.fonts.addEventListener('loadingdone', look, { signal: AbortSignal.any([signal, ended.signal]) });
      look();
    },
    stop() {
      life.abort();
      life = new AbortController();
      turns.clear();
      loaded?.stop();
      loaded = null;
      taken = new Set();
    },
  };
}

/** How large the picture is in the page's own eyes; null: none. What the page has loaded comes from its memory. */
async function sizeInPage(url: string, doc: Document, signal: AbortSignal) {
  const image = doc.createElement('img');
  const done = AbortSignal.any([signal, AbortSignal.timeout(withinMs)]);
  await new Promise<void>((resolve) => {
    for (const type of ['load', 'error']) image.addEventListener(type, () => resolve(), { once: true });
    done.addEventListener('abort', () => resolve(), { once: true });
    image.src = url;
  });
  const { naturalWidth: width, naturalHeight: height } = image;
  return width > 0 && height > 0 ? { width, height } : null;
}
