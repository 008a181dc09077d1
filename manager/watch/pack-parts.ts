import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { PatchPart } from '../../shared/protocol/screen-patch.ts';
import type { Place } from '../desk/desk.ts';
import type { OpenEyes, Pointer } from '../desk/eyes.ts';
import { blendPointer } from './blend-pointer.ts';

const deflate = promisify(deflateRaw);
/** The line has room, and time is short. */
const quick = { level: 1 };

/** What these parts of a screen look like, with the pointer, as deflate. */
export async function packParts(
  parts: readonly PatchPart[],
  { corner, eyes, pointer }: { corner: Place; eyes: OpenEyes; pointer: Pointer | null },
): Promise<Buffer> {
  const places = parts.map((part) => ({ ...part, x: part.x + corner.x, y: part.y + corner.y }));
  const pixels = await eyes.read(places);
  if (pointer) blendPointer(pixels, places, pointer);
  return deflate(pixels, quick);
}
