import type { AssetType } from '../../../protocol/asset.ts';
import { concat } from '../../link/concat.ts';

/**
 * Cameras write into pictures where and when they were taken, programs who made them. A picture in a page shows
 * none of that, so it does not travel; how the picture lies does.
 */
export function stripMetadata(bytes: Uint8Array<ArrayBuffer>, media: AssetType): Uint8Array<ArrayBuffer> {
  if (media === 'image/jpeg') return stripJpeg(bytes);
  if (media === 'image/png') return stripPng(bytes);
  return media === 'image/webp' ? stripWebp(bytes) : bytes;
}

const marker = { exif: 0xe1, lastApp: 0xef, colour: 0xe2, adobe: 0xee, jfif: 0xe0, comment: 0xfe, scan: 0xda };

/** Segments until the scan begins: `FF type length…`. */
function stripJpeg(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== marker.scan) {
    const type = bytes[at + 1] ?? 0;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return bytes;
    const isApp = type >= marker.jfif && type <= marker.lastApp;
    const isSeen = type === marker.jfif || type === marker.colour || type === marker.adobe;
    if (type === marker.exif) kept.push(orientationOnly(bytes.subarray(at, end)));
    else if (type !== marker.comment && (!isApp || isSeen)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return concat(...kept, bytes.subarray(at));
}

const orientationTag = 0x0112;
const tiffAt = 10;

/** An Exif segment that says which side is up and nothing else; empty when it does not say. */
function orientationOnly(segment: Uint8Array): Uint8Array {
  const nothing = new Uint8Array(0);
  if (segment.length < tiffAt + 14 || String.fromCharCode(...segment.subarray(4, 8)) !== 'Exif') return nothing;
  const view = new DataView(segment.buffer, segment.byteOffset + tiffAt, segment.length - tiffAt);
  const little = view.getUint16(0) === 0x4949;
  const first = view.getUint32(4, little);
  if (first + 2 > view.byteLength) return nothing;
  const count = view.getUint16(first, little);
  for (let entry = first + 2; entry < first + 2 + count * 12 && entry + 12 <= view.byteLength; entry += 12) {
    if (view.getUint16(entry, little) !== orientationTag) continue;
    const orientation = view.getUint16(entry + 8, little);
    if (orientation < 2 || orientation > 8) return nothing;
    const header = [0xff, marker.exif, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0];
    const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
    return Uint8Array.from([...header, ...tiff]);
  }
  return nothing;
}

const pngMetadata = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

/** Chunks: length, type, data, checksum. */
function stripPng(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return bytes;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!pngMetadata.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
    // What is behind the end belongs to no picture.
    if (type === 'IEND') break;
  }
  return concat(...kept);
}

/** RIFF: chunks of type, length, data, even; the first may say that metadata follows. */
function stripWebp(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true);
    const end = Math.min(bytes.length, at + 8 + size + (size % 2));
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    const chunk = bytes.slice(at, end);
    // Its flags of Exif and XMP.
    if (type === 'VP8X' && chunk.length > 8) chunk[8] = (chunk[8] ?? 0) & ~0b1100;
    if (type !== 'EXIF' && type !== 'XMP ') kept.push(chunk);
    at = end;
  }
  const made = concat(bytes.subarray(0, 12), ...kept);
  new DataView(made.buffer).setUint32(4, made.length - 8, true);
  return made;
}
