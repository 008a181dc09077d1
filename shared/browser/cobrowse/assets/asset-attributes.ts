const tagsOf = {
  src: ['img', 'input'],
  poster: ['video'],
  /** `style` is in the place of a link to a sheet from another origin. */
  href: ['image', 'feimage', 'use', 'style'],
} as const satisfies Record<string, readonly string[]>;

/** Where a page may name an asset. */
export type AssetAttribute = keyof typeof tagsOf;
const attributes = Object.keys(tagsOf) as AssetAttribute[];

/** Which part of a drawing a `<use>` shows. */
export const partAttribute = 'data-beside-asset-part';

/** The number of a canvas's or a film's newest picture, or `unreadable`. */
export const pictureAttribute = 'data-beside-picture';

/** After the sanitiser: what held `asset:N` is called so, and holds N. */
const held: ReadonlyMap<string, AssetAttribute> = new Map(
  attributes.map((name) => [`data-beside-asset-${name}`, name]),
);

/** Which attributes of an element of the mirror are to be which assets. */
export function assetAttributes(element: Element): [AssetAttribute, number][] {
  return [...held].flatMap(([holder, name]): [AssetAttribute, number][] => {
    const isPlace = tagsOf[name].some((tag) => tag === element.localName.toLowerCase());
    const value = isPlace ? element.getAttribute(holder) : null;
    return value !== null && /^[1-9]\d{0,6}$/.test(value) ? [[name, Number(value)]] : [];
  });
}

export const namesAsset = (attribute: string): boolean =>
  held.has(attribute) || attribute === partAttribute || attribute === pictureAttribute;
