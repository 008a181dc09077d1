import { cutOut, partBytes, planesOf, squareSize } from '../../shared/patch/pixel-planes.ts';
import type { PatchPart, PictureSize } from '../../shared/protocol/screen-patch.ts';
import type { Place } from '../desk/desk.ts';

const format = 'BGRX';
const pixelBytes = 4;

/** What a screen looked like when it was read last, since programs paint more than they change: Firefox a quarter of a screen for one letter. */
export function createScreenMemory({ width, height }: PictureSize) {
  const planes = planesOf(format, width, height);
  const across = Math.ceil(width / squareSize);
  const bytes = new Uint8Array(planes.bytes);
  const words = new Uint32Array(bytes.buffer);
  /** One byte a square: what is remembered may be old. */
  const doubted = new Uint8Array(across * Math.ceil(height / squareSize));
  const stride = across * squareSize;

  /** `onChanged` for each square that looks another way now. */
  function takePart(part: PatchPart, read: Uint32Array, onChanged: (square: Place) => void): void {
    const seen = new Uint8Array(across);
    const [from, to] = [part.x / squareSize, Math.ceil((part.x + part.width) / squareSize)];
    for (let row = 0; row < part.height; row += 1) {
      const y = part.y + row;
      if (y % squareSize === 0) {
        const line = doubted.subarray(Math.floor(y / squareSize) * across, (Math.floor(y / squareSize) + 1) * across);
        line
          .subarray(from, to)
          .forEach((isDoubted, index) => isDoubted && onChanged({ x: (from + index) * squareSize, y }));
        seen.set(line);
        line.fill(0, from, to);
      }
      const now = read.subarray(row * part.width, (row + 1) * part.width);
      const start = y * stride + part.x;
      for (let at = 0; at < part.width; at += 1) {
        // Blue, green, red: the fourth byte says nothing.
        if ((((words[start + at] ?? 0) ^ (now[at] ?? 0)) & 0xff_ff_ff) === 0) continue;
        const square = Math.floor((part.x + at) / squareSize);
        if (seen[square] === 0) onChanged({ x: square * squareSize, y });
        seen[square] = 1;
        // The rest of this square's row says no more.
        at = (square + 1) * squareSize - part.x - 1;
      }
      words.set(now, start);
    }
  }

  return {
    /** Those squares may look another way by now: so they count as changed when they are read again. */
    doubt(marked: Uint8Array): void {
      for (const [square, isMarked] of marked.entries()) doubted[square] ||= isMarked;
    },
    /** `pixels`: of these parts, one after the other. */
    take(parts: readonly PatchPart[], pixels: Uint8Array, onChanged: (square: Place) => void): void {
      let start = pixels.byteOffset;
      for (const part of parts) {
        const count = part.width * part.height;
        takePart(part, new Uint32Array(pixels.buffer, start, count), onChanged);
        start += count * pixelBytes;
      }
    },
    cut(parts: readonly PatchPart[]): Uint8Array {
      const pixels = new Uint8Array(parts.reduce((all, part) => all + partBytes(format, part), 0));
      parts.reduce((at, part) => cutOut(bytes, planes, part, pixels, at), 0);
      return pixels;
    },
  };
}
