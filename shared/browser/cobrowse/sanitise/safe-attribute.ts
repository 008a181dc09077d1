import type { styleOMValue } from '@rrweb/types';
import { safeCss } from './safe-css.ts';
import { isAttributeName, isClobbering } from './safe-name.ts';
import { safeUrl } from './safe-url.ts';

export type AttributeValue = string | number | boolean | null | styleOMValue;

/** What these hold is an address, or several. */
const addresses = new Set([
  'src',
  'href',
  'xlink:href',
  'poster',
  'background',
  'data',
  'cite',
  'longdesc',
  'icon',
  'lowsrc',
  'dynsrc',
  'classid',
  'codebase',
  'profile',
]);
/** What these do, the mirror must not do. */
const forbidden = new Set([
  'srcdoc',
  'srcset',
  'imagesrcset',
  'action',
  'formaction',
  'ping',
  'manifest',
  'http-equiv',
  'nonce',
  'integrity',
  'autofocus',
  'autoplay',
  'is',
  'archive',
  'target',
  'formtarget',
  'allow',
  'sandbox',
  'csp',
  'popovertarget',
  'commandfor',
  'slotassignment',
]);
const special =
  /^rr_(?:width|height|scrollleft|scrolltop|open_mode|dataurl|mediastate|mediacurrenttime|mediamuted|mediavolume|medialoop|mediaplaybackrate)$/i;
/** SVG animation can set an attribute of another element to an address. */
const animations = new Set(['animate', 'set', 'animatetransform', 'animatemotion']);

/** One attribute as it may be in the mirror; undefined: not at all. */
export function safeAttribute(tag: string, name: string, value: AttributeValue): AttributeValue | undefined {
  const lower = name.toLowerCase();
  if (!isAttributeName(name) || lower.startsWith('on') || forbidden.has(lower)) return undefined;
  if (lower.startsWith('rr_')) return safeSpecial(tag, lower, value);
  if (lower === 'style') return safeStyle(value);
  if (typeof value !== 'string') return typeof value === 'object' && value !== null ? undefined : value;
  if (lower === '_csstext') return tag === 'style' ? safeCss(value) : undefined;
  if (lower === 'name' || lower === 'id') return isClobbering(value) ? `beside-${value}` : value;
  if (addresses.has(lower)) return safeAddress(tag, lower, value);
  if (animations.has(tag) && isAnimatedAddress(lower, value)) return undefined;
  // Presentation attributes of SVG take url(), and so may any that a sheet reads.
  return /url\s*\(|\\/i.test(value) && lower !== 'value' ? safeCss(value) : value;
}

const isAnimatedAddress = (name: string, value: string) =>
  name === 'attributename'
    ? /href|src|^on|style/i.test(value)
    : /^(?:to|from|by|values)$/.test(name) && value.includes(':');

function safeAddress(tag: string, name: string, value: string): string | undefined {
  // A link stays a link, for its looks; it leads nowhere.
  if (name === 'href' && (tag === 'a' || tag === 'area')) return '#';
  if (tag === 'iframe' || tag === 'frame') return undefined;
  return safeUrl(value) ?? undefined;
}

function safeSpecial(tag: string, name: string, value: AttributeValue): AttributeValue | undefined {
  if (!special.test(name)) return undefined;
  if (name === 'rr_dataurl') return typeof value === 'string' && (safeUrl(value) ?? undefined);
  if (name.startsWith('rr_media')) return name === 'rr_mediastate' ? 'paused' : undefined;
  if (typeof value === 'string' && tag !== 'dialog') return /^[\d.]+px$/.test(value) ? value : undefined;
  return typeof value === 'number' || typeof value === 'string' ? value : undefined;
}

function safeStyle(value: AttributeValue): AttributeValue | undefined {
  if (typeof value === 'string') return safeCss(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const result: styleOMValue = {};
  for (const [property, part] of Object.entries(value)) {
    if (!/^-{0,2}[a-z][\w-]*$/i.test(property)) continue;
    if (typeof part === 'string') result[property] = safeCss(part);
    else if (Array.isArray(part)) result[property] = [safeCss(part[0]), part[1] === 'important' ? 'important' : ''];
    else result[property] = false;
  }
  return result;
}
