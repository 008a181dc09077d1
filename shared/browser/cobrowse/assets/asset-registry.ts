import type { AssetKind } from '../../../protocol/asset.ts';
import { assetLimits } from '../../../protocol/asset-limits.ts';
import type { FromPage } from '../../../protocol/page.ts';

type Assets = Extract<FromPage, { type: 'page.assets' }>['assets'];

export interface AssetRegistry {
  /**
   * How the mirror names what is at this address: `asset:N`; an address that is short and holds all itself stays;
   * null: it does not travel. `element`: of a picture, if it is known.
   */
  asset(url: string, kind: AssetKind | 'media', element?: Element | null): string | null;
  /** A number for something that has no address. */
  number(): number | null;
  /** Nobody knows of anything that was said; numbers are not given twice. */
  forget(): void;
}

export interface AssetRegistryDeps {
  documentId: string;
  doc: Document;
  post(message: FromPage): void;
}

interface Known {
  asset: number;
  kind: AssetKind;
  url: string;
  sized: boolean;
}

const batch = 500;

/** Numbers the addresses of a document, in the page's MAIN world beside the recorder. Loads nothing itself. */
export function createAssetRegistry({ documentId, doc, post }: AssetRegistryDeps): AssetRegistry {
  let known = new Map<string, Known>();
  let waiting = new Map<Known, Element | null>();
  let last = 0;

  function number(): number | null {
    if (last >= assetLimits.firstNested - 1) return null;
    last += 1;
    return last;
  }

  function flush() {
    const all = [...waiting];
    waiting = new Map();
    const byAddress = new Map([...doc.images].map((image) => [image.currentSrc, image]));
    for (let at = 0; at < all.length; at += batch) {
      const assets: Assets = all.slice(at, at + batch).map(([one, given]) => {
        const { asset, kind, url } = one;
        const element = given ?? (kind === 'image' ? byAddress.get(url) : null) ?? null;
        const size = sizeOf(element);
        one.sized = size !== null;
        return { asset, kind, url, near: element === null || isNear(element), ...size };
      });
      post({ type: 'page.assets', documentId, assets });
    }
  }
  function say(one: Known, element: Element | null) {
    if (waiting.size === 0) queueMicrotask(flush);
    waiting.set(one, element);
  }

  /** A picture has its size once it has loaded. */
  function loaded({ target }: Event) {
    if (target === null || !('currentSrc' in target) || !('naturalWidth' in target)) return;
    const image = target as HTMLImageElement;
    const one = known.get(`image ${travelling(image.currentSrc, doc) ?? ''}`);
    if (one && !one.sized && sizeOf(image)) say(one, image);
  }

  return {
    asset(raw, kind, element = null) {
      const url = kind === 'media' ? null : travelling(raw, doc);
      if (url === null || kind === 'media') return null;
      if (isInline(url) && url.length <= inlineChars) return url;
      if (known.size === 0) doc.addEventListener('load', loaded, true);
      const key = `${kind} ${url}`;
      const before = known.get(key);
      if (!before && kind === 'css' && isReadable(url, doc)) return null;
      if (before) return `asset:${before.asset}`;
      const asset = known.size < assetLimits.assetsPerDocument ? number() : null;
      if (asset === null) return null;
      const one: Known = { asset, kind, url, sized: false };
      known.set(key, one);
      say(one, element);
      return `asset:${asset}`;
    },
    number,
    forget() {
      doc.removeEventListener('load', loaded, true);
      known = new Map();
      waiting = new Map();
    },
  };
}

/** A longer one would be sent with each snapshot anew. */
const inlineChars = 4_096;
const longestChars = 2 * assetLimits.assetBytes;
const inlineKinds = /^data:(?:image|font|text\/css|application\/(?:x-)?font)/i;
const isInline = (url: string) => /^data:/i.test(url);

/** The whole address without its fragment, when it is of a kind that can be loaded. */
function travelling(raw: string, doc: Document): string | null {
  if (raw.length > longestChars) return null;
  // Long ones cost much to take apart.
  if (isInline(raw)) return inlineKinds.test(raw) ? raw : null;
  if (raw === '' || !URL.canParse(raw, doc.baseURI)) return null;
  const url = new URL(raw, doc.baseURI);
  url.hash = '';
  return /^(?:https?|blob):$/.test(url.protocol) ? url.href : null;
}

/** A sheet whose rules travel in the mirror by themselves, or will once it is there. */
function isReadable(url: string, doc: Document): boolean {
  if (new URL(url).origin === doc.defaultView?.origin) return true;
  for (const sheet of doc.styleSheets) {
    if (sheet.href?.replace(/#[\s\S]*$/, '') !== url) continue;
    try {
      if (sheet.cssRules.length >= 0) return true;
    } catch {
      return false;
    }
  }
  return false;
}

function isNear(element: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return bottom >= 0 && right >= 0 && top <= innerHeight && left <= innerWidth;
}

/** As the layout takes it: a picture of twice the density has half its pixels. Null: not known yet, or no picture. */
function sizeOf(element: Element | null): { width: number; height: number } | null {
  if (element?.localName !== 'img') return null;
  const { naturalWidth: width, naturalHeight: height } = element as HTMLImageElement;
  return width > 0 && height > 0 && width <= 65_535 && height <= 65_535 ? { width, height } : null;
}
