import { assetNumber, safeUrl } from './safe-url.ts';

/** Which elements load a picture or a medium by which attribute. */
const places: Record<string, readonly string[]> = {
  src: ['img', 'input', 'video', 'audio', 'source'],
  poster: ['video'],
  /** `style`: in the place of a link to a sheet from another origin. */
  href: ['image', 'use', 'feimage', 'style'],
};
const partHolder = 'data-beside-asset-part';
const held = { src: 'data-beside-asset-src', poster: 'data-beside-asset-poster', href: 'data-beside-asset-href' };

/** Both forms of one address: the attribute itself and the one that holds the number of an asset. Null: goes. */
export type AssetPair = Readonly<Record<string, string | null>>;

/**
 * An attribute that loads something. `src="asset:N"` must never be in a document, for it would be a request:
 * it becomes `data-beside-asset-src="N"` (`poster` and `href` of SVG alike), for the player's asset step to fill in.
 * The value null is taken for the attribute's absence. Null: no such attribute.
 */
export function assetAttribute(tag: string, name: string, value: string | null): AssetPair | null {
  const base = name === 'xlink:href' ? 'href' : name;
  if (base !== 'src' && base !== 'poster' && base !== 'href') return null;
  if (!places[base]?.includes(tag)) return null;
  if (tag === 'use') return partAttribute(name, value);
  const number = value === null ? null : assetNumber(value);
  if (number !== null) return { [name]: null, [held[base]]: number };
  const url = value === null ? null : safeUrl(value);
  const local = url?.startsWith('#') === true;
  // A document of its own, or a picture of the page that it is in.
  const fits = url !== null && (base === 'href' || !local) && tag !== 'audio' && tag !== 'style';
  return { [name]: fits ? url : null, [held[base]]: null };
}

/** A part of the page, or `asset:N#part` of a drawing elsewhere. */
function partAttribute(name: string, value: string | null): AssetPair {
  const [address = '', part = ''] = value?.trim().split('#') ?? [];
  const number = /^[\w.:-]{1,100}$/.test(part) ? assetNumber(address) : null;
  const url = value === null ? null : safeUrl(value);
  return {
    [name]: number === null && url?.startsWith('#') ? url : null,
    [held.href]: number,
    [partHolder]: number === null ? null : part,
  };
}
