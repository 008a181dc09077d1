import { assetLimits, type AssetKind } from '../../../protocol/asset.ts';
import type { FromPage } from '../../../protocol/page.ts';

type Assets = Extract<FromPage, { type: 'page.assets' }>['assets'];

export interface AssetRegistry {
  /**
   * How the mirror names what is at this address: `asset:N`; an address that is short and holds all itself stays;
   * null: it does not travel. Asked again for a picture that has loaded since, its size goes out as well.
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

/** A longer one would be sent with each snapshot anew. */
const inlineChars = 4_096;
const batch = 500;

interface Waiting {
  asset: number;
  kind: AssetKind;
  url: string;
  element: Element | null;
}

/** Numbers the addresses of a document, in the page's MAIN world beside the recorder. Loads nothing itself. */
export function createAssetRegistry({ documentId, doc, post }: AssetRegistryDeps): AssetRegistry {
  let known = new Map<string, { asset: number; sized: boolean }>();
  let waiting: Waiting[] = [];
  let last = 0;

  function number(): number | null {
    if (last >= assetLimits.firstNested - 1) return null;
    last += 1;
    return last;
  }

  function flush() {
    const all = waiting;
    waiting = [];
    for (let at = 0; at < all.length; at += batch) {
      const assets: Assets = all.slice(at, at + batch).map(({ element, ...asset }) => ({
        ...asset,
        near: element === null || isNear(element),
        ...sizeOf(element),
      }));
      post({ type: 'page.assets', documentId, assets });
    }
  }
  function say(one: Waiting) {
    if (waiting.length === 0) queueMicrotask(flush);
    waiting.push(one);
  }

  return {
    asset(raw, kind, element = null) {
      const url = kind === 'media' ? null : travels(raw, doc);
      if (url === null || kind === 'media') return null;
      if (/^data:/i.test(url) && url.length <= inlineChars) return url;
      const key = `${kind} ${url}`;
      const before = known.get(key);
      if (!before && known.size >= assetLimits.assetsPerDocument) return null;
      const asset = before?.asset ?? number();
      if (asset === null) return null;
      const sized = Object.keys(sizeOf(element)).length > 0;
      if (!before || (sized && !before.sized)) {
        known.set(key, { asset, sized });
        say({ asset, kind, url, element });
      }
      return `asset:${asset}`;
    },
    number,
    forget() {
      known = new Map();
      waiting = [];
    },
  };
}

const inline = /^data:(?:image|font|text\/css|application\/(?:x-)?font)/i;
const longestChars = 2 * assetLimits.assetBytes;

/** The whole address without its fragment, when it is of a kind that we can load. */
function travels(raw: string, doc: Document): string | null {
  // Long ones cost much to take apart.
  if (/^data:/i.test(raw)) return inline.test(raw) && raw.length <= longestChars ? raw : null;
  if (!URL.canParse(raw, doc.baseURI)) return null;
  const url = new URL(raw, doc.baseURI);
  if (!/^(?:https?|blob):$/.test(url.protocol)) return null;
  url.hash = '';
  return url.href.length > longestChars ? null : url.href;
}

function isNear(element: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return bottom >= 0 && right >= 0 && top <= innerHeight && left <= innerWidth;
}

/** As the layout takes it: a picture of twice the density has half its pixels. */
function sizeOf(element: Element | null): { width: number; height: number } | Record<string, never> {
  if (element?.localName !== 'img') return {};
  const { naturalWidth: width, naturalHeight: height } = element as HTMLImageElement;
  return width > 0 && height > 0 && width <= 65_535 && height <= 65_535 ? { width, height } : {};
}
