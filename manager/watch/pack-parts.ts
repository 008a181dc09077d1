import { deflateRawSync } from 'node:zlib';
import type { Rectangle } from '../desk/desk.ts';
import type { Pointer } from '../desk/eyes.ts';
import { blendPointer } from './blend-pointer.ts';

/** The line has room, and time is short: an eighth of a screen takes some 5 ms, and another thread as long to begin. */
const quick = { level: 1 };

/** These pixels of these places with the pointer, made small. */
export function packParts(pixels: Uint8Array, places: readonly Rectangle[], pointer: Pointer): Buffer {
  blendPointer(pixels, places, pointer);
  // X leaves the fourth byte as it comes; Chromium takes it for transparency where it draws.
  for (let at = 3; at < pixels.length; at += 4) pixels[at] = 255;
  return deflateRawSync(pixels, quick);
}
