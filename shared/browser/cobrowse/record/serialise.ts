import { NodeType, type serializedNodeWithId } from '@rrweb/types';
import type { Privacy } from '../filter/privacy.ts';
import { ownElements } from '../own-parts.ts';
import { elementState } from './element-state.ts';
import type { NodeRegistry } from './node-registry.ts';
import type { Attention } from './states.ts';
import type { SheetNames } from './sheet-names.ts';
import type { SliceClock } from './slice-clock.ts';
import { isReadable, mediaOf, sheetParts, styleElementText } from './sheet-text.ts';

export interface SerialiseDeps {
  registry: NodeRegistry;
  privacy: Privacy;
  attention: Attention;
  sheetNames: SheetNames;
  clock: Pick<SliceClock, 'apart'>;
  /** Met while walking; each wants more than its own node. */
  met(element: Element, what: 'frame' | 'shadow' | 'scrolled' | 'picture' | 'custom' | 'undefined'): void;
}

/** Nothing of these is drawn; in the body an inert element keeps their place, for rules that count siblings. */
const undrawn = new Set(['script', 'noscript', 'template', 'meta', 'base', 'title']);
/** Their content is not made of nodes that are drawn, or leaves in another form. */
const childless = new Set(['style', 'textarea', 'iframe', 'canvas', 'video', 'audio', 'object', 'embed']);

export type Serialise = (node: Node) => serializedNodeWithId | null;

/** One node, without its children, as it may leave; null: neither it nor anything below it does. */
export function createSerialise({ registry, privacy, attention, sheetNames, clock, met }: SerialiseDeps): Serialise {
  function element(node: Element, id: number): serializedNodeWithId {
    const tagName = node.localName;
    const isSVG = node.namespaceURI === 'http://www.w3.org/2000/svg';
    if (isColorScheme(node)) return colorScheme(node, id);
    const treatment = undrawn.has(tagName) ? 'drop' : privacy.treatment(node);
    const made = {
      type: NodeType.Element as const,
      id,
      tagName: treatment === 'drop' ? 'template' : tagName,
      attributes: {} as Record<string, string | true>,
      childNodes: [],
      ...(isSVG && treatment !== 'drop' && { isSVG: true as const }),
    };
    if (treatment !== 'show') {
      registry.close(node);
      return treatment === 'drop' ? made : { ...made, attributes: blocked(node) };
    }
    const attributes: Record<string, string | true> = privacy.attributes(node);
    made.attributes = attributes;
    Object.assign(attributes, elementState(node, attention, privacy));
    if (tagName === 'style' || tagName === 'link') media(node as HTMLStyleElement, attributes);
    if (tagName === 'style')
      attributes['_cssText'] = clock.apart(() =>
        sheetNames.put([privacy.css(styleElementText(node as HTMLStyleElement), node.baseURI)]),
      );
    else if (tagName === 'link') clock.apart(() => sheetOf(node as HTMLLinkElement, attributes));
    else if (tagName === 'input' || tagName === 'textarea' || tagName === 'select') value(node, attributes);
    else if (tagName === 'option') delete attributes['selected'];
    if (tagName === 'iframe') met(node, 'frame');
    if (tagName === 'canvas' || tagName === 'video') met(node, 'picture');
    if (tagName === 'img') chosenSource(node as HTMLImageElement, attributes);
    // After a part of a page has been sent, its scrolling would have no room yet: it goes when all is there.
    if (node.firstChild && (node.scrollTop || node.scrollLeft)) met(node, 'scrolled');
    const isCustom = tagName.includes('-') && !isSVG;
    if (isCustom) met(node, node.matches(':defined') ? 'custom' : 'undefined');
    const isShadowHost = registry.shadowOf(node) !== null;
    if (isShadowHost) met(node, 'shadow');
    return {
      ...made,
      ...(isCustom && node.matches(':defined') && { isCustom: true as const }),
      ...(isShadowHost && { isShadowHost }),
    };
  }

  /** The one meta that says how the page looks. */
  function colorScheme(meta: Element, id: number): serializedNodeWithId {
    registry.close(meta);
    const attributes = { name: 'color-scheme', content: meta.getAttribute('content') ?? '' };
    return { type: NodeType.Element, id, tagName: 'meta', attributes, childNodes: [] };
  }

  /** A picture may have its sources elsewhere. */
  function chosenSource(image: HTMLImageElement, attributes: Record<string, string | true>): void {
    if (image.hasAttribute('src') || image.currentSrc === '') return;
    const kept = privacy.attribute(image, 'src', image.currentSrc);
    if (kept !== null) attributes['src'] = kept;
  }

  function media(node: HTMLStyleElement, attributes: Record<string, string | true>): void {
    const wanted = mediaOf(node);
    const kept = wanted === null ? null : privacy.attribute(node, 'media', wanted);
    if (kept === null) delete attributes['media'];
    else attributes['media'] = kept;
  }

  /** A linked sheet becomes its text; one that may not be read is fetched by the customer's own window, as an asset. */
  function sheetOf(link: HTMLLinkElement, attributes: Record<string, string | true>): void {
    const sheet = link.disabled ? null : link.sheet;
    if (sheet && !isReadable(sheet)) return;
    delete attributes['href'];
    if (!sheet) return;
    delete attributes['rel'];
    attributes['_cssText'] = sheetNames.put(privacy.cssParts(sheetParts(sheet), link.href));
  }

  function value(node: Element, attributes: Record<string, string | true>): void {
    const field = privacy.field(node);
    const { localName } = node;
    const type = localName === 'input' ? (node as HTMLInputElement).type : '';
    delete attributes['checked'];
    if (localName === 'select') {
      if (field) attributes['data-beside-chosen'] = field.text;
      return;
    }
    if (type === 'checkbox' || type === 'radio') {
      if (field?.checked) attributes['checked'] = true;
    } else if (type !== 'submit' && type !== 'button' && type !== 'reset' && type !== 'image') {
      delete attributes['value'];
      if (field && (field.text !== '' || localName === 'textarea')) attributes['value'] = field.text;
    }
  }

  return (node) => {
    switch (node.nodeType) {
      case 1: {
        if (isLeftOut(node as Element)) return null;
        return element(node as Element, registry.show(node));
      }
      case 3:
        return { type: NodeType.Text, id: registry.show(node), textContent: privacy.text(node as Text) };
      case 9: {
        const { compatMode } = node as Document;
        return {
          type: NodeType.Document,
          id: registry.show(node),
          childNodes: [],
          ...(compatMode === 'BackCompat' && { compatMode }),
        };
      }
      case 10: {
        const { name, publicId, systemId } = node as DocumentType;
        return { type: NodeType.DocumentType, id: registry.show(node), name, publicId, systemId };
      }
      default:
        return null;
    }
  };
}

const isColorScheme = (element: Element): boolean =>
  element.localName === 'meta' &&
  element.getAttribute('name')?.toLowerCase() === 'color-scheme' &&
  /^(?:(?:normal|light|dark|only)\s*)+$/.test(element.getAttribute('content') ?? '');

/** In the head nothing is laid out and nothing counts siblings: only sheets matter there. What is ours is in no mirror. */
function isLeftOut(element: Element): boolean {
  const { localName } = element;
  if (ownElements.has(element)) return true;
  if (localName === 'link') return !isSheetLink(element as HTMLLinkElement);
  return undrawn.has(localName) && !isColorScheme(element) && element.parentElement?.localName === 'head';
}

export function isSheetLink(link: HTMLLinkElement): boolean {
  return /(?:^|\s)stylesheet(?:\s|$)/i.test(link.rel) && !/(?:^|\s)alternate(?:\s|$)/i.test(link.rel);
}

/** Whether the mirror has the children of this element as nodes of their own. */
export const hasChildNodes = (element: Element): boolean =>
  !childless.has(element.localName) && !undrawn.has(element.localName);

/** A box of the same size in its place. */
function blocked(element: Element): Record<string, string> {
  const { width, height } = element.getBoundingClientRect();
  const { display } = getComputedStyle(element);
  const inline = display === 'inline' ? 'display:inline-block;' : '';
  return {
    'data-beside-blocked': '',
    style: `${inline}box-sizing:border-box;width:${width.toFixed(2)}px;height:${height.toFixed(2)}px`,
  };
}
