const tag = /^[a-z][a-z0-9]*(?:[-._:][a-z0-9]+)*$/i;
const custom = /^[a-z][a-z0-9._]*-[a-z0-9._-]*$/;
const attribute = /^[a-z_:@#][\w.:@#-]*$/i;

/** Names with a hyphen that belong to SVG and MathML: defining one throws. */
const reserved = new Set([
  'annotation-xml',
  'color-profile',
  'font-face',
  'font-face-src',
  'font-face-uri',
  'font-face-format',
  'font-face-name',
  'missing-glyph',
]);

export const isTagName = (name: string): boolean => name.length <= 100 && tag.test(name);
export const isCustomName = (name: string): boolean =>
  name.length <= 100 && custom.test(name) && !reserved.has(name) && !name.startsWith('beside-');
export const isAttributeName = (name: string): boolean =>
  name.length <= 100 && attribute.test(name) && name !== '__proto__';

/**
 * Members of a document or a form that the player's own code uses. An element with such a name or id
 * would stand in their place: `<form name=implementation>` breaks every later snapshot.
 */
const members = new Set(
  (
    'implementation createElement createElementNS createTextNode createComment createCDATASection open close write ' +
    'writeln documentElement head body defaultView getElementById getElementsByTagName getElementsByClassName ' +
    'querySelector querySelectorAll adoptedStyleSheets styleSheets fonts activeElement elementFromPoint ' +
    'elementsFromPoint caretPositionFromPoint caretRangeFromPoint getSelection createRange ownerDocument ' +
    'childNodes children firstChild lastChild nextSibling previousSibling parentNode parentElement nodeName nodeType ' +
    'nodeValue textContent tagName localName attributes classList className style id dataset shadowRoot attachShadow ' +
    'appendChild insertBefore removeChild replaceChild cloneNode contains remove append prepend setAttribute ' +
    'setAttributeNS removeAttribute getAttribute hasAttribute matches closest scrollTo scrollTop scrollLeft focus ' +
    'blur dispatchEvent addEventListener removeEventListener getRootNode isConnected isSameNode ' +
    'getBoundingClientRect namespaceURI innerHTML outerHTML sheet elements length'
  ).split(' '),
);

export const isClobbering = (name: string): boolean =>
  members.has(name) || name.startsWith('__') || name === 'constructor' || name === 'prototype';
