import * as v from 'valibot';
import { brandingLimits, logoSchema, logoTypes } from '../../../../shared/protocol/branding.ts';

const mostBytesRead = 20 * 1024 * 1024;
const mostWidth = 1024;
/** Each with less to carry than the one before. */
const attempts = [brandingLimits.logoHeight, 128, 64].flatMap((height) =>
  (['image/png', 'image/webp'] as const).map((type) => ({ height, type })),
);

/**
 * A picture drawn anew: small enough, and without whatever else was in the file (places, names, code). Null where it
 * is no picture of pixels, or none that can be made small enough.
 */
export async function drawLogo(file: Blob): Promise<string | null> {
  if (!logoTypes.some((type) => type === file.type) || file.size > mostBytesRead) return null;
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  try {
    for (const { height, type } of attempts) {
      const blob = await drawn(picture, height, type);
      if (blob.size > brandingLimits.logoBytes) continue;
      const url = await dataUrl(blob);
      if (v.is(logoSchema, url)) return url;
    }
    return null;
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, mostHeight: number, type: string): Promise<Blob> {
  const scale = Math.min(1, mostHeight / picture.height, mostWidth / picture.width);
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('There is no canvas.'));
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type, quality: 0.9 });
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(new Error('The picture cannot be read.')));
    reader.readAsDataURL(blob);
  });
}
