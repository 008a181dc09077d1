/** Drawings are small; a large one is a picture in disguise, or a bomb. */
const mostBytes = 1024 * 1024;

const forbidden =
  'script, foreignObject, iframe, audio, video, a[href^="javascript:" i], [attributeName$="href" i], [attributeName^="on" i]';
const outside = /^\s*(?!#|data:image\/)/i;
const fetching = /@import|url\(\s*["']?\s*(?!#|data:|["']?\s*\))/i;

/** A drawing without scripts and without anything from outside; null: it is none, or too large. */
export function stripSvg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (bytes.length > mostBytes) return null;
  const text = new TextDecoder().decode(bytes);
  // Entities multiply.
  if (/<!ENTITY/i.test(text)) return null;
  const doc = new DOMParser().parseFromString(text, 'image/svg+xml');
  if (doc.documentElement.localName !== 'svg' || doc.querySelector('parsererror')) return null;
  for (const element of doc.querySelectorAll(forbidden)) element.remove();
  for (const element of doc.querySelectorAll('*')) {
    for (const { name, localName, value } of [...element.attributes]) {
      const isAddress = localName === 'href' || localName === 'src';
      const goes = /^on/i.test(localName) || (isAddress && outside.test(value)) || fetching.test(value);
      if (goes) element.removeAttribute(name);
    }
    if (element.localName === 'style' && fetching.test(element.textContent)) element.textContent = '';
  }
  for (const node of [...doc.childNodes]) if (node !== doc.documentElement) node.remove();
  return new TextEncoder().encode(new XMLSerializer().serializeToString(doc));
}
