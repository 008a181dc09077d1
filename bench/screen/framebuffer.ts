import { openSync, readSync } from 'node:fs';

/** What an X server shows, as a file in memory: Xvfb writes it as XWD and keeps it up to date. */
export interface Framebuffer {
  file: string;
  /** Of the first pixel, in bytes. */
  start: number;
  bytesPerLine: number;
  width: number;
  height: number;
}

export const bytesPerPixel = 4;
const headerBytes = 100;
const bytesPerColour = 12;

/** Of the first screen of a display that was opened with that folder. */
export function openFramebuffer(folder: string): Framebuffer {
  const file = `${folder}/Xvfb_screen0`;
  const header = Buffer.alloc(headerBytes);
  readSync(openSync(file, 'r'), header, 0, headerBytes, 0);
  const field = (index: number) => header.readUInt32BE(4 * index);
  return {
    file,
    start: field(0) + field(19) * bytesPerColour,
    bytesPerLine: field(12),
    width: field(4),
    height: field(5),
  };
}

/** Its brightness from 0 to 255, row by row. */
export function lumaOf({ file, start, bytesPerLine, width, height }: Framebuffer): Uint8Array {
  const all = Buffer.alloc(bytesPerLine * height);
  readSync(openSync(file, 'r'), all, 0, all.length, start);
  const luma = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) luma[y * width + x] = lumaAt(all, y * bytesPerLine + x * bytesPerPixel);
  }
  return luma;
}

/** Of a pixel that begins at that byte: blue, green, red. */
export function lumaAt(bytes: Uint8Array, at: number): number {
  return 0.114 * (bytes[at] ?? 0) + 0.587 * (bytes[at + 1] ?? 0) + 0.299 * (bytes[at + 2] ?? 0);
}
