const tagsOf = {
  src: ['img', 'input'],
  poster: ['video'],
  /** `link` and what stands in for it: a style sheet from another origin. */
  href: ['image', 'link', 'style'],
  'xlink:href': ['image'],
  background: ['body', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
} as const satisfies Record<string, readonly string[]>;

/** Where a page may name an asset. */
export type AssetAttribute = keyof typeof tagsOf;
const attributes = Object.keys(tagsOf) as AssetAttribute[];

const isPlace = (attribute: AssetAttribute, tag: string) => tagsOf[attribute].some((one) => one === tag);

/** The number of a canvas's newest picture, or `unreadable`. */
export const canvasAttribute = 'data-beside-canvas';

/** After the sanitiser: what held `asset:N` is called so, and holds N. */
const heldBy = (attribute: AssetAttribute) => `data-beside-asset-${attribute.replace(':', '-')}`;
const held: ReadonlyMap<string, AssetAttribute> = new Map(attributes.map((name) => [heldBy(name), name]));

/** `src="asset:5"` as the mirror may have it: `data-beside-asset-src="5"`; null: it is no such thing. */
export function heldAttribute(tag: string, attribute: string, value: unknown): { name: string; value: string } | null {
  const name = attributes.find((one) => one === attribute.toLowerCase());
  const number = typeof value === 'string' ? /^asset:([1-9]\d{0,6})$/.exec(value)?.[1] : undefined;
  return name && number && isPlace(name, tag.toLowerCase()) ? { name: heldBy(name), value: number } : null;
}

/** Which attributes of an element of the mirror are to be which assets. */
export function assetAttributes(element: Element): [AssetAttribute, number][] {
  return [...held].flatMap(([holder, name]): [AssetAttribute, number][] => {
    const value = isPlace(name, element.localName) ? element.getAttribute(holder) : null;
    return value !== null && /^[1-9]\d{0,6}$/.test(value) ? [[name, Number(value)]] : [];
  });
}

export const namesAsset = (attribute: string): boolean => held.has(attribute) || attribute === canvasAttribute;
export const mayNameAsset = (attribute: string): boolean => attributes.some((name) => name === attribute);

/** The attribute has a value of its own again, or none. */
export function release(element: Element, attribute: string): void {
  for (const [holder, name] of held) if (name === attribute) element.removeAttribute(holder);
}
