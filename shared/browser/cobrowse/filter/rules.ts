import type { FilterRule } from './filter-rule.ts';
import { imagePlaceholder } from './image-placeholder.ts';
import { maskText } from './mask.ts';
import { stripCssUrls, stripUrl } from './strip-url.ts';

const buttons = new Set(['submit', 'button', 'reset']);
const ticks = new Set(['checkbox', 'radio']);
const fields = new Set(['input', 'textarea', 'select']);

/** Passwords and hidden fields: nothing of their value, in no form, whatever they turn into later. */
export const secretFields: FilterRule = {
  name: 'secret-fields',
  attribute: (element, name, value) => (element.secret && name === 'value' ? null : value),
  input: (element, value) => (element.secret ? (element.inputType === 'hidden' ? null : maskText(value)) : value),
};

/** Of a `<meta>` nothing is drawn, and many a page keeps its anti-forgery token there. */
export const unseenMetadata: FilterRule = {
  name: 'unseen-metadata',
  attribute: (element, name, value) => (element.tag === 'meta' && name === 'content' ? null : value),
};

/** What people type is a mask of fixed length; a button's caption is not typed. */
export const maskedInputs: FilterRule = {
  name: 'masked-inputs',
  attribute(element, name, value) {
    // An element of which nothing is known may be a field.
    const field = element.tag === '' || fields.has(element.tag);
    if (name !== 'value' || !field || buttons.has(element.inputType)) return value;
    return ticks.has(element.inputType) ? null : maskText(value);
  },
  input(element, value) {
    if (buttons.has(element.inputType)) return value;
    return ticks.has(element.inputType) ? '' : maskText(value);
  },
  text: (parent, text) => (parent.typedInto && text.trim() !== '' ? maskText(text) : text),
};

const urls = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'data',
  'cite',
  'background',
  'longdesc',
  'xlink:href',
  'rr_src',
]);
const dropped = new Set(['srcdoc', 'srcset', 'imagesrcset', 'ping', 'nonce', 'integrity']);

/** Addresses lose query and fragment, which carry tokens. */
export const bareUrls: FilterRule = {
  name: 'bare-urls',
  attribute(_element, name, value) {
    if (dropped.has(name)) return null;
    if (name === 'style' || name === '_csstext') return stripCssUrls(value);
    return urls.has(name) ? stripUrl(value) : value;
  },
  css: stripCssUrls,
  url: stripUrl,
};

/** Pictures do not travel yet; one that is not in the page itself leaves as an empty one of its size. */
export const imagePlaceholders: FilterRule = {
  name: 'image-placeholders',
  attribute(element, name, value) {
    if (element.tag !== 'img' || name !== 'src' || /^(?:data:image|asset:)/i.test(value.trim())) return value;
    return element.imageSize && imagePlaceholder(element.imageSize);
  },
};

/** In the order in which they are asked. A new promise is a new rule here. */
export const filterRules: readonly FilterRule[] = [
  secretFields,
  unseenMetadata,
  maskedInputs,
  imagePlaceholders,
  bareUrls,
];
