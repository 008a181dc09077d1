const svg = 'http://www.w3.org/2000/svg';

/** By attributes alone: a page's policy may forbid markup and styles. */
export function svgElement(
  doc: Document,
  name: 'svg' | 'path' | 'circle',
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const element = doc.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

export const ownDocument = (root: Node): Document => root.ownerDocument ?? document;

/** Fills the layer that it lies in, and is never pressed. */
export const coversLayer = 'position:absolute;left:0;top:0;width:100%;height:100%;overflow:visible;pointer-events:none';
