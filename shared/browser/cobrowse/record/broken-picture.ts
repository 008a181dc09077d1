const told = new WeakSet<Element>();

/** The recorder has said so of this one, and that is over when it loads. */
export const isToldBroken = (element: Element): boolean => told.has(element);

/**
 * How the browser shows words in the place of a picture that it could not load, where the two brands differ: `box` in
 * Chromium, `words` of the line in Firefox. Null: there is a picture, or both show it alike.
 */
export function brokenPicture(image: HTMLImageElement): 'box' | 'words' | null {
  told.delete(image);
  if (!image.complete || image.naturalWidth > 0 || image.currentSrc === '' || image.alt === '') return null;
  // Old pages, and what is a block of its own, keep the size that they give it.
  if (image.ownerDocument.compatMode !== 'CSS1Compat' || getComputedStyle(image).display !== 'inline') return null;
  told.add(image);
  return CSS.supports('-moz-appearance', 'none') ? 'words' : 'box';
}
