import { partAttribute, type AssetAttribute } from './asset-attributes.ts';
import { placeholder } from './placeholder.ts';

interface Dress {
  /** `blob:`; null: it has not come yet. */
  url: string | null;
  /** As the page lays it out. */
  size: { width: number; height: number } | undefined;
}

/** Gives an element of the mirror its picture, or until then a grey one of the same size. */
export function dressElement(element: Element, attribute: AssetAttribute, { url, size }: Dress): void {
  if (element.localName === 'img') return dressImage(element as HTMLImageElement, url, size);
  const part = element.localName === 'use' ? `#${element.getAttribute(partAttribute) ?? ''}` : '';
  if (url) element.setAttribute(attribute, url + part);
}

function dressImage(image: HTMLImageElement, url: string | null, size: Dress['size']) {
  image.removeAttribute('srcset');
  const address = url ?? (size && placeholder(size.width, size.height));
  // The picture before stays while nothing is known of the next, as in the page.
  if (!address || image.getAttribute('src') === address) return;
  image.src = address;
  if (!url || !size) return;
  // In the page it may have had another density.
  image.addEventListener(
    'load',
    () => {
      const density = image.naturalWidth / size.width;
      if (image.getAttribute('src') !== url || image.hasAttribute('srcset')) return;
      if (Number.isFinite(density) && density > 0.05 && Math.abs(density - 1) > 0.01)
        image.srcset = `${url} ${density}x`;
    },
    { once: true },
  );
}

/** A sheet from another origin in the place of its link. False: another is wanted there by now. */
export function dressSheet(style: Element, asset: number, css: string): boolean {
  if (style.getAttribute('data-beside-asset-href') !== String(asset)) return false;
  style.textContent = css;
  return true;
}
