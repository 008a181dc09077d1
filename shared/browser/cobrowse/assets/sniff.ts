import type { AssetKind, AssetType } from '../../../protocol/asset.ts';

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

const signatures: readonly [AssetType, (bytes: Uint8Array) => boolean][] = [
  ['image/png', (bytes) => ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', (bytes) => ascii(bytes, 0, 3) === '\xff\xd8\xff'],
  ['image/gif', (bytes) => /^GIF8[79]a$/.test(ascii(bytes, 0, 6))],
  ['image/webp', (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP'],
  ['image/avif', (bytes) => ascii(bytes, 4, 8) === 'ftyp' && /avi[fs]/.test(ascii(bytes, 8, 32))],
  ['image/bmp', (bytes) => ascii(bytes, 0, 2) === 'BM' && bytes.length > 26],
  ['image/x-icon', (bytes) => ascii(bytes, 0, 4) === '\0\0\x01\0' && bytes.length > 22],
  ['font/woff2', (bytes) => ascii(bytes, 0, 4) === 'wOF2'],
  ['font/woff', (bytes) => ascii(bytes, 0, 4) === 'wOFF'],
  ['font/otf', (bytes) => ascii(bytes, 0, 4) === 'OTTO'],
  ['font/ttf', (bytes) => ['\0\x01\0\0', 'true', 'ttcf'].includes(ascii(bytes, 0, 4))],
];

/** Declaration, comments and doctype, and then `<svg`. */
const svgStart =
  /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype\s+svg\b[^>[]*(?:\[[^\]]*\])?[^>]*>\s*)*<svg[\s>]/i;
const lookAt = 4_096;

/** What the bytes are by themselves, whatever anybody says; null: nothing that may travel. */
function typeOf(bytes: Uint8Array): AssetType | null {
  const found = signatures.find(([, is]) => is(bytes));
  if (found) return found[0];
  return svgStart.test(new TextDecoder().decode(bytes.subarray(0, lookAt))) ? 'image/svg+xml' : null;
}

/** Its type, if it is one that can be used as `kind`. A style sheet has no mark of its own, so it is one unless it is something else. */
export function sniff(bytes: Uint8Array, kind: AssetKind): AssetType | null {
  const type = typeOf(bytes);
  switch (kind) {
    case 'image':
      return type?.startsWith('image/') ? type : null;
    case 'font':
      return type?.startsWith('font/') ? type : null;
    case 'css':
      return type === null && !bytes.subarray(0, lookAt).includes(0) ? 'text/css' : null;
  }
}
