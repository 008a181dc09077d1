import { forbiddenAttributes } from '../../sanitise/html-names.ts';
import { safeUrl } from '../../sanitise/safe-url.ts';

const active = new Set(
  'script noscript object embed applet base link frame frameset portal fencedframe webview plaintext'.split(' '),
);
const addresses = new Set(['src', 'href', 'xlink:href', 'poster']);

/**
 * What could run or load something by itself. The sanitiser lets none of it through; here is the second lock, which
 * does not ask how it came in.
 */
export function refuseElement(tagName: string): void {
  if (active.has(tagName.toLowerCase())) throw new TypeError(`an element ${tagName}`);
}

export function refuseAttribute(name: string, value: string): void {
  const lower = name.toLowerCase();
  if (lower.startsWith('on') || forbiddenAttributes.has(lower)) throw new TypeError(`an attribute ${name}`);
  if (addresses.has(lower) && safeUrl(value) === null) throw new TypeError(`an address in ${name}`);
  if (lower === 'attributename' && /^on|href|src/i.test(value)) throw new TypeError(`an animation of ${value}`);
}
