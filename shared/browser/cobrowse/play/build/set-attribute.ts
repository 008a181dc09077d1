import type { mutationData } from '@rrweb/types';
import { refuseAttribute } from './refuse.ts';

type AttributeValue = mutationData['attributes'][number]['attributes'][string] | number | true;

const xlink = 'http://www.w3.org/1999/xlink';

/** One attribute as the sanitiser made it. `_cssText` and the value of a `<textarea>` are text in them. */
export function setAttribute(element: Element, name: string, value: AttributeValue): void {
  if (value === null) return element.removeAttribute(name);
  if (typeof value === 'object') return setStyle((element as HTMLElement).style, value);
  const text = value === true ? '' : String(value);
  if (name === '_cssText' || (name === 'value' && element.localName === 'textarea')) {
    element.textContent = text;
    return;
  }
  refuseAttribute(name, text);
  try {
    if (name === 'xlink:href') element.setAttributeNS(xlink, name, text);
    else element.setAttribute(name, text);
  } catch {
    // A name that the page's parser has let in and scripts may not write, such as `@click`.
  }
}

function setStyle(style: CSSStyleDeclaration, values: Exclude<AttributeValue, string | number | true | null>): void {
  for (const [property, value] of Object.entries(values)) {
    if (value === false) style.removeProperty(property);
    else if (typeof value === 'string') style.setProperty(property, value);
    else style.setProperty(property, value[0], value[1]);
  }
}
