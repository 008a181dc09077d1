import type { Budget } from './budget.ts';
import { htmlElements, mathElements, shadowHosts, svgElements, unseenElements } from './html-names.ts';
import { isCustomName, isTagName } from './safe-name.ts';

/** Nothing of what is forbidden is shown; this stands in, so that later changes find it. */
const standIn = { tagName: 'template', tag: 'template', svg: false, custom: false, mayHost: false };

interface RawElement {
  tagName: string;
  isSVG?: boolean | null | undefined;
  isCustom?: boolean | null | undefined;
  attributes: Record<string, unknown>;
}

/** Which element is built for one from outside, by an allow-list of names. */
export function placedElement({ tagName, isSVG, isCustom, attributes }: RawElement, parentTag: string, budget: Budget) {
  const tag = tagName.toLowerCase();
  if (tag === 'meta' && isColorScheme(attributes)) return { ...standIn, tagName: 'meta', tag: 'meta' };
  if (!isTagName(tagName) || unseenElements.has(tag)) {
    // In SVG it is a picture like any other, which HTML calls by another name.
    if (tag !== 'image' || !isSVG) return standIn;
  }
  // A sheet that the recorder has read, or of which it will send the text when it is there.
  if (tag === 'link') return { ...standIn, tagName: 'style', tag: 'style' };
  if (isSVG) {
    const known = svgElements.has(tag);
    return { tagName: known ? tagName : 'g', tag: known ? tag : 'g', svg: true, custom: false, mayHost: false };
  }
  const html = { svg: false, custom: false };
  if (misplaced(tag, parentTag)) return { ...html, tagName: 'div', tag: 'div', mayHost: true };
  if (htmlElements.has(tag) || mathElements.has(tag))
    return { ...html, tagName: tag, tag, mayHost: shadowHosts.has(tag) };
  if (!isCustomName(tagName)) return { ...html, tagName: 'span', tag: 'span', mayHost: true };
  return { tagName, tag, svg: false, custom: isCustom === true && budget.customName(tagName), mayHost: true };
}

/** Two of these in one document, or one in a wrong place, and the player's own code goes wrong. */
const misplaced = (tag: string, parentTag: string) =>
  tag === 'html' ? parentTag !== '#document' : (tag === 'head' || tag === 'body') && parentTag !== 'html';

/** The one meta that changes how the page looks and nothing else. */
const isColorScheme = ({ name, content }: Record<string, unknown>) =>
  name === 'color-scheme' && typeof content === 'string' && /^[a-z ]{0,40}$/.test(content);
