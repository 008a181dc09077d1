import { parseWith } from '../../../protocol/codec.ts';
import { patchLimits } from '../../../protocol/patch-limits.ts';
import { type PatchHeader, patchHeaderSchema } from '../../../protocol/screen-patch.ts';

const lengthBytes = 2;

export function encodePatch(header: PatchHeader, pixels: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(lengthBytes + head.length + pixels.length);
  new DataView(bytes.buffer).setUint16(0, head.length);
  bytes.set(head, lengthBytes);
  bytes.set(pixels, lengthBytes + head.length);
  return bytes;
}

/** Null when it is none of ours. The pixels are a view on `bytes`. */
export function decodePatch(bytes: Uint8Array): { header: PatchHeader; pixels: Uint8Array } | null {
  if (bytes.length < lengthBytes || bytes.length > patchLimits.messageBytes) return null;
  const end = lengthBytes + new DataView(bytes.buffer, bytes.byteOffset).getUint16(0);
  if (end > bytes.length || end > patchLimits.headerBytes) return null;
  const parsed = parseWith(patchHeaderSchema, new TextDecoder().decode(bytes.subarray(lengthBytes, end)));
  return parsed.ok ? { header: parsed.message, pixels: bytes.subarray(end) } : null;
}
