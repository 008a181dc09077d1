import type { Rectangle } from '../desk/desk.ts';
import type { Pointer } from '../desk/eyes.ts';

const pixelBytes = 4;

/** Puts the pointer into what was read of these places, as the video has it. `pixels`: place after place, BGRX. */
export function blendPointer(pixels: Uint8Array, places: readonly Rectangle[], pointer: Pointer): void {
  let start = 0;
  for (const place of places) {
    blendInto(pixels, start, place, pointer);
    start += place.width * place.height * pixelBytes;
  }
}

function blendInto(pixels: Uint8Array, start: number, place: Rectangle, pointer: Pointer): void {
  const [left, top] = [Math.max(place.x, pointer.x), Math.max(place.y, pointer.y)];
  const right = Math.min(place.x + place.width, pointer.x + pointer.width);
  const bottom = Math.min(place.y + place.height, pointer.y + pointer.height);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const to = start + ((y - place.y) * place.width + x - place.x) * pixelBytes;
      const from = ((y - pointer.y) * pointer.width + x - pointer.x) * pixelBytes;
      const below = 1 - (pointer.pixels[from + 3] ?? 0) / 255;
      for (let colour = 0; colour < 3; colour += 1) {
        pixels[to + colour] = (pointer.pixels[from + colour] ?? 0) + Math.round(below * (pixels[to + colour] ?? 0));
      }
    }
  }
}
