import type { FilterRule } from '../filter/filter-rule.ts';
import type { AssetRegistry } from './asset-registry.ts';
import { rewriteCssAddresses } from './css-addresses.ts';

const pictures: Record<string, readonly string[]> = {
  img: ['src'],
  input: ['src'],
  video: ['poster'],
  image: ['href', 'xlink:href'],
  body: ['background'],
  table: ['background'],
  td: ['background'],
  th: ['background'],
};

/** Addresses of what is shown become `asset:N`; to be asked before addresses lose their queries. */
export function createAssetRule({ asset }: AssetRegistry, doc: Document): FilterRule {
  const css = (text: string) => rewriteCssAddresses(text, doc.baseURI, (url, kind) => asset(url, kind));
  return {
    name: 'assets',
    attribute(element, name, value) {
      if (name === 'style' || name === '_csstext') return css(value);
      if (element.tag === 'link' && name === 'href') return outsideSheet(element.live, value, asset) ?? value;
      if (!pictures[element.tag]?.includes(name)) return value;
      return asset(chosenAddress(element.live) ?? value, 'image', element.live ?? null);
    },
    css,
  };
}

/** Of several sources the browser has chosen one. */
function chosenAddress(element: Element | undefined): string | null {
  if (element?.localName !== 'img') return null;
  const image = element as HTMLImageElement;
  const hasChoice = image.hasAttribute('srcset') || image.parentElement?.localName === 'picture';
  return hasChoice && image.currentSrc ? image.currentSrc : null;
}

/** A sheet that scripts may not read; null: one whose rules travel, or none. */
function outsideSheet(element: Element | undefined, href: string, asset: AssetRegistry['asset']): string | null {
  if (element?.localName !== 'link') return null;
  const link = element as HTMLLinkElement;
  if (!link.relList.contains('stylesheet') || link.disabled) return null;
  try {
    const isOwn = URL.canParse(link.href) && new URL(link.href).origin === link.ownerDocument.location.origin;
    if (isOwn || link.sheet?.cssRules) return null;
  } catch {
    // It is there, and not for scripts.
  }
  return asset(href, 'css');
}
