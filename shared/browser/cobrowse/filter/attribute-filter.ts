import { attributeKind, isNumberValue, isShapeValue } from './attribute-kinds.ts';
import { isMediaQuery } from './media-query.ts';
import { imagePlaceholder } from './image-placeholder.ts';
import { maskWords } from './mask.ts';
import type { Names } from './names.ts';
import { isPlain } from './plain-word.ts';

export type AssetKind = 'image' | 'font' | 'css' | 'media';

export interface AttributeFilterDeps {
  names: Names;
  text(text: string, limit?: number): string;
  css(text: string, base?: string): string;
  url(url: string): string;
  /** A reference to what lies at this address; null: nothing may be known of it. */
  asset(url: string, kind: AssetKind, base: string | undefined): string | null;
  hidden(text: string): boolean;
  /** Whether all words are masked, wherever they stand. */
  allMasked: boolean;
  most: number;
}

export interface AttributeFilter {
  /** `masked`: the element lies in a part of which no words leave. Fields' own values are none of its business. */
  attribute(element: Element, name: string, value: string, masked: boolean): string | null;
  /** As `attribute` for what style sheets compare with. */
  selectorValue(name: string, value: string): string;
}

const mostData = 200;
/** Words of states, which sheets ask for and which say nothing of anybody. */
const state =
  /^(?:true|false|on|off|yes|no|open|opened|closed|active|inactive|selected|checked|unchecked|indeterminate|mixed|expanded|collapsed|visible|hidden|shown|loading|loaded|ready|idle|error|valid|invalid|disabled|enabled|dark|light|auto|none|top|bottom|left|right|start|end|center|horizontal|vertical|small|medium|large|xs|sm|md|lg|xl|primary|secondary|ltr|rtl|\d{1,2})?$/i;

export function createAttributeFilter(deps: AttributeFilterDeps): AttributeFilter {
  const { names, text, css, url, asset, hidden, allMasked, most } = deps;

  function dataValue(value: string): string {
    if (value.length > mostData) return '';
    if (!allMasked && isPlain(value)) return text(value);
    return state.test(value) ? value : names.name(value);
  }
  /** What a query says that may not leave: whether it holds just now. */
  const mediaNow = (element: Element, query: string) =>
    element.ownerDocument.defaultView?.matchMedia(query).matches ? null : 'not all';
  function words(value: string): string | null {
    return value.length <= 200 && isPlain(value) && !hidden(value) ? value : null;
  }
  /** `#name`, as maps and parts of drawings are pointed to. */
  const named = (value: string) => (value.startsWith('#') ? `#${names.name(value.slice(1))}` : names.name(value));

  /** A part of another drawing. Names in there are as they are, so only a plain one may be said. */
  function partOf(value: string, base: string): string | null {
    const [file = '', part = ''] = value.split('#');
    const drawing = part !== '' && isPlain(part) && !hidden(part) ? asset(file, 'image', base) : null;
    return drawing === null ? null : `${drawing}#${part}`;
  }

  function address(element: Element, name: string, value: string, masked: boolean): string | null {
    const { localName } = element;
    if (name === 'href' || name === 'xlink:href') {
      if (localName === 'a' || localName === 'area') return value.startsWith('#') ? named(value) : url(value);
      if (value.trim().startsWith('#')) return named(value.trim());
      if (localName === 'image' || localName === 'feimage')
        return masked ? null : asset(value, 'image', element.baseURI);
      if (localName === 'use') return masked ? null : partOf(value, element.baseURI);
      return localName === 'link' ? asset(value, 'css', element.baseURI) : null;
    }
    if (name === 'cite') return url(value);
    if (masked) return null;
    if (name === 'poster' || name === 'background') return asset(value, 'image', element.baseURI);
    if (localName === 'img') return picture(element as HTMLImageElement, value);
    if (localName === 'input') return asset(value, 'image', element.baseURI);
    const isMedia = localName === 'video' || localName === 'audio' || localName === 'source';
    return isMedia ? asset(value, 'media', element.baseURI) : null;
  }

  /** One that cannot be had leaves its size behind. */
  function picture(image: HTMLImageElement, src: string): string | null {
    const kept = asset(image.currentSrc || src, 'image', image.baseURI);
    const { naturalWidth: width, naturalHeight: height } = image;
    return kept ?? (width > 0 && height > 0 ? imagePlaceholder({ width, height }) : null);
  }

  return {
    attribute(element, name, value, masked) {
      const kind = attributeKind(name);
      switch (kind) {
        case null:
          return null;
        case 'names':
          return names.list(value);
        case 'name':
          return named(value);
        case 'data':
          if (masked && !allMasked) return state.test(value) ? value : null;
          return dataValue(value);
        case 'text':
          return masked ? maskWords(value) : text(value, most);
        case 'style':
        case 'css':
          return css(value, element.baseURI);
        case 'number':
          return isNumberValue(value) ? value : null;
        case 'shape':
          return isShapeValue(value) ? value : null;
        case 'word':
          return words(value);
        case 'media':
          return isMediaQuery(value) && !hidden(value) ? value : mediaNow(element, value);
        case 'url':
          return address(element, name.toLowerCase(), value, masked);
      }
    },
    selectorValue(name, value) {
      const kind = attributeKind(name);
      if (kind === 'names' || kind === 'name') return named(value);
      if (kind === 'data') return dataValue(value);
      if (kind === 'text') return allMasked ? maskWords(value) : text(value);
      return isPlain(value) && !hidden(value) ? value : names.name(value);
    },
  };
}
