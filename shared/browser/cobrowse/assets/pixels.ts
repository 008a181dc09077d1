/** A picture that takes more than this without loss goes with a little. */
const losslessBytes = 2 * 1024 * 1024;

export interface Pixels {
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

async function encode(bitmap: ImageBitmap): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  const exact = await canvas.convertToBlob({ type: 'image/png' });
  const blob = exact.size <= losslessBytes ? exact : await canvas.convertToBlob({ type: 'image/webp', quality: 0.92 });
  return new Uint8Array(await blob.arrayBuffer());
}

/** Draws the picture and takes it again, so that nothing but its pixels is left; null: it is none. */
export async function onlyPixels(bytes: Uint8Array<ArrayBuffer>): Promise<Pixels | null> {
  const bitmap = await createImageBitmap(new Blob([bytes])).catch(() => null);
  if (!bitmap) return null;
  const { width, height } = bitmap;
  const pixels = { bytes: await encode(bitmap), width, height };
  bitmap.close();
  return pixels;
}

/** What a canvas or a film shows now; null: nobody may read it. */
export async function pixelsOf(
  source: HTMLCanvasElement | HTMLVideoElement | ImageBitmap,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const bitmap = await createImageBitmap(source);
    const bytes = await encode(bitmap);
    bitmap.close();
    return bytes;
  } catch {
    return null;
  }
}

const lookPixels = 32;

/** A canvas at a glance: equal for pictures that are likely the same. */
export function looksOf(canvas: HTMLCanvasElement): string {
  try {
    const small = new OffscreenCanvas(lookPixels, lookPixels).getContext('2d', { willReadFrequently: true });
    small?.drawImage(canvas, 0, 0, lookPixels, lookPixels);
    return String(small?.getImageData(0, 0, lookPixels, lookPixels).data);
  } catch {
    return 'unreadable';
  }
}
