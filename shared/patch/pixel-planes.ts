import type { PatchFormat, PatchPart } from '../protocol/screen-patch.ts';

/** Changes are looked for in squares of so many pixels: about a pointer, or two letters. */
export const squareSize = 16;

/** One plane of a picture in memory: rows of samples, each for `every` × `every` pixels. */
export interface Plane {
  offset: number;
  /** Bytes from row to row, whole squares of them. */
  stride: number;
  rows: number;
  sampleBytes: number;
  every: number;
}

export interface Planes {
  width: number;
  height: number;
  planes: readonly Plane[];
  /** Of all of them. */
  bytes: number;
}

const colour: readonly Pick<Plane, 'sampleBytes' | 'every'>[] = [{ sampleBytes: 4, every: 1 }];
const kinds: Readonly<Record<PatchFormat, typeof colour>> = {
  I420: [
    { sampleBytes: 1, every: 1 },
    { sampleBytes: 1, every: 2 },
    { sampleBytes: 1, every: 2 },
  ],
  NV12: [
    { sampleBytes: 1, every: 1 },
    { sampleBytes: 2, every: 2 },
  ],
  BGRA: colour,
  BGRX: colour,
  RGBA: colour,
  RGBX: colour,
};

/** How a picture is laid out so that a square's rows begin at whole words. */
export function planesOf(format: PatchFormat, width: number, height: number): Planes {
  const squares = Math.ceil(width / squareSize);
  let offset = 0;
  const planes = kinds[format].map(({ sampleBytes, every }): Plane => {
    const plane = {
      offset,
      stride: squares * (squareSize / every) * sampleBytes,
      rows: Math.ceil(height / every),
      sampleBytes,
      every,
    };
    offset += plane.stride * plane.rows;
    return plane;
  });
  return { width, height, planes, bytes: offset };
}

/** Bytes of a part whose rows lie close together. */
export const partBytes = (format: PatchFormat, { width, height }: Pick<PatchPart, 'width' | 'height'>): number =>
  kinds[format].reduce(
    (all, { sampleBytes, every }) => all + Math.ceil(width / every) * sampleBytes * Math.ceil(height / every),
    0,
  );

/** Copies a part's pixels, its rows close together, plane after plane. Its corner is a square's. Gives the end of it. */
export function cutOut(
  pixels: Uint8Array,
  { planes }: Planes,
  part: PatchPart,
  into: Uint8Array,
  from: number,
): number {
  let at = from;
  for (const { offset, stride, sampleBytes, every } of planes) {
    const bytes = Math.ceil(part.width / every) * sampleBytes;
    const rows = Math.ceil(part.height / every);
    const start = offset + (part.y / every) * stride + (part.x / every) * sampleBytes;
    for (let row = 0; row < rows; row += 1) {
      const begin = start + row * stride;
      into.set(pixels.subarray(begin, begin + bytes), at);
      at += bytes;
    }
  }
  return at;
}
