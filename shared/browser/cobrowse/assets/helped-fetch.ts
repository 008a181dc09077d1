import type { AssetFailure, AssetKind, AssetType } from '../../../protocol/asset.ts';
import { assetLimits } from '../../../protocol/asset-limits.ts';
import { addressRule } from './address-rule.ts';
import { onlyPixels } from './pixels.ts';
import { mayBeKept, readCapped } from './read-capped.ts';
import { sniff } from './sniff.ts';

export interface HelpedAsset {
  url: string;
  kind: AssetKind;
  /** The picture as the page has it, pixels. */
  width?: number | undefined;
  height?: number | undefined;
}

export type Fetched =
  | { ok: true; bytes: Uint8Array<ArrayBuffer>; media: AssetType; keep: boolean; base: string }
  | { ok: false; code: AssetFailure };

export interface HelpedFetchDeps {
  /** With access that the page does not have. */
  fetch: typeof fetch;
  /** Of the page that asks. */
  origin: string;
  signal: AbortSignal;
}

const withinMs = 30_000;
const no = (code: AssetFailure): Fetched => ({ ok: false, code });

/**
 * Fetches for the page what it has loaded but cannot read. It must not be a way to anything that the page does
 * not show: nothing nearer in the network than the page, no cookies but for pictures, and those only when the
 * same picture, drawn anew, is what the page has too.
 */
export async function helpedFetch(asset: HelpedAsset, deps: HelpedFetchDeps): Promise<Fetched> {
  const refused = addressRule(asset.url, deps.origin);
  if (refused) return no(refused);
  const open = await read(asset, 'omit', deps);
  if (asset.kind !== 'image' || !asset.width || !asset.height) return open;
  if (open.ok) {
    // A drawing has no pixels of its own, so its size says nothing.
    if (open.media === 'image/svg+xml') return open;
    const bitmap = await createImageBitmap(new Blob([open.bytes])).catch(() => null);
    if (bitmap && isSame(bitmap, asset)) return open;
  } else if (open.code === 'too-big' || open.code === 'private-network') {
    return open;
  }
  const own = await read(asset, 'include', deps);
  if (!own.ok) return own;
  const pixels = own.media === 'image/svg+xml' ? null : await onlyPixels(own.bytes);
  if (!pixels || !isSame(pixels, asset)) return no('another-picture');
  const media = sniff(pixels.bytes, 'image');
  return media ? { ...own, bytes: pixels.bytes, media, keep: false } : no('wrong-type');
}

const isSame = (made: { width: number; height: number }, { width, height }: HelpedAsset) =>
  made.width === width && made.height === height;

async function read(
  { url, kind }: HelpedAsset,
  credentials: 'omit' | 'include',
  deps: HelpedFetchDeps,
): Promise<Fetched> {
  try {
    const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(withinMs)]);
    const response = await deps.fetch(url, { credentials, referrerPolicy: 'no-referrer', signal });
    // It may have been led on.
    const refused = addressRule(response.url || url, deps.origin);
    if (refused) return no(refused);
    if (!response.ok) return no('unavailable');
    const bytes = await readCapped(response, assetLimits.assetBytes);
    if (!bytes) return no('too-big');
    const media = sniff(bytes, kind);
    const isSheet = /^\s*text\/css\b/i.test(response.headers.get('content-type') ?? '');
    if (!media || (kind === 'css' && !isSheet)) return no('wrong-type');
    return { ok: true, bytes, media, keep: mayBeKept(response), base: response.url || url };
  } catch {
    return no('unavailable');
  }
}
