import type { styleOMValue } from '@rrweb/types';
import { assetAttribute } from './asset-attribute.ts';
import { linkHolder } from './css/css-names.ts';
import { createKeptSheets } from './css/kept-sheets.ts';
import { safeCss } from './css/safe-css.ts';
import { animated, animations, forbiddenAttributes, plainAttributes, styleAttributes } from './html-names.ts';
import { isAttributeName, isClobbering, isCustomName } from './safe-name.ts';
import { safeState } from './safe-state.ts';

export type AttributeValue = string | number | boolean | null | styleOMValue;
/** Attributes as they may be in the mirror; null: is taken away if it is there. */
export type SafeAttributes = Record<string, AttributeValue>;

const longest = 65_536;
const longestAddress = 4 * 1024 * 1024;
/** Neither an address nor code, whatever a browser may think that the attribute is. */
const words = /^[\w .,;%#+*|!?&=-]{0,500}$/;
const namespaces = /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1999\/xlink|1998\/Math\/MathML)$/;
const nothing: SafeAttributes = {};
const sheets = createKeptSheets();
/** Longer, and what has come meanwhile would have to wait. */
const aheadAtMost = 512 * 1024;

/** The text of a sheet that will soon be an attribute: to clean it takes a while, and now nothing else is to be done. */
export function cleanAhead(css: string): void {
  if (css.length <= aheadAtMost) sheets.clean(css);
}

/**
 * What becomes of one attribute, by an allow-list: known ones by what they mean, unknown ones only with
 * a value that is no address. `tag` is in lower case.
 */
export function safeAttribute(tag: string, name: string, value: unknown): SafeAttributes {
  const lower = name.toLowerCase();
  if (!isAttributeName(name) || lower.startsWith('on') || forbiddenAttributes.has(lower)) return nothing;
  if (lower.startsWith('rr_')) return nothing;
  if (lower.startsWith('data-beside-')) return safeState(lower, value);
  if (value === null)
    return assetAttribute(tag, lower, null) ?? { [name]: null, ...(lower === 'href' && { [linkHolder]: null }) };
  if (value === false) return nothing;
  if (lower === 'style') return safeStyle(name, value);
  if (value === true || typeof value === 'number') return harmless(tag, lower, String(value)) ? { [name]: value } : {};
  if (typeof value !== 'string') return nothing;
  if (lower === '_csstext') return tag === 'style' ? { _cssText: sheets.clean(value) } : nothing;
  if (lower === 'href' && (tag === 'a' || tag === 'area')) return { [name]: '#', ...linkAttribute(value) };
  if (value.length <= longestAddress) {
    const pair = assetAttribute(tag, lower, value);
    if (pair) return pair;
  }
  return safeText(tag, name, value.slice(0, longest));
}

/** Where a link of the page leads, for style sheets that ask for it; nobody goes there. */
const linkAttribute = (address: string): SafeAttributes =>
  /^(?:https?:|mailto:|tel:|[/.?#\w-][^:]*$)/i.test(address.trim()) ? { [linkHolder]: address.slice(0, 500) } : nothing;

function safeText(tag: string, name: string, value: string): SafeAttributes {
  const lower = name.toLowerCase();
  if (lower === 'name' || lower === 'id') return { [name]: isClobbering(value) ? `beside-${value}` : value };
  // One that closes by itself would close for the host only.
  if (lower === 'popover') return { [name]: 'manual' };
  if (lower === 'value' && !animations.has(tag)) return { [name]: value };
  if (styleAttributes.has(lower)) return { [name]: safeCss(value, { property: lower }) };
  if (lower === 'xmlns') return namespaces.test(value) ? { [name]: value } : nothing;
  return harmless(tag, lower, value) ? { [name]: value } : nothing;
}

function harmless(tag: string, lower: string, value: string): boolean {
  if (animations.has(tag)) {
    if (lower === 'attributename') return animated.has(value);
    if (/^(?:to|from|by|values)$/.test(lower)) return /^[\w .,;%#+()-]*$/.test(value) && !/url/i.test(value);
  }
  if (/^(?:href|xlink:href|src|poster)$/.test(lower)) return /^#[\w.:-]*$/.test(value) && lower.endsWith('href');
  if (tag === 'canvas' && (lower === 'width' || lower === 'height')) return Number(value) <= 4_096;
  if (/^(?:data|aria)-/.test(lower) || plainAttributes.has(lower)) return true;
  // Frameworks mark elements with names of their own, and sheets ask for them.
  return words.test(value) || (isCustomName(tag) && !/[:/\\(]/.test(value));
}

function safeStyle(name: string, value: unknown): SafeAttributes {
  if (typeof value === 'string') return { [name]: safeCss(value.slice(0, longest * 4)) };
  if (typeof value !== 'object' || value === null) return {};
  const result: styleOMValue = {};
  for (const [property, part] of Object.entries(value).slice(0, 1_000)) {
    if (!/^-{0,2}[a-z][\w-]*$/i.test(property)) continue;
    const safe = (text: unknown) =>
      typeof text === 'string' ? safeCss(text.slice(0, longest * 4), { property: property.toLowerCase() }) : '';
    if (typeof part === 'string') result[property] = safe(part);
    else if (Array.isArray(part)) result[property] = [safe(part[0]), part[1] === 'important' ? 'important' : ''];
    else if (part === false) result[property] = false;
  }
  return { [name]: result };
}
