import { chatLimits } from '../../session/chat.ts';
import { toBase64 } from '../cobrowse/assets/base64.ts';

const sides = [1_280, 960, 720, 480, 320];
const qualities = [0.8, 0.6, 0.4];

/** The first picture that was pasted, as a small `data:` URL; null: there is none, or it cannot be made small enough. */
export async function pastedPicture(data: DataTransfer | null): Promise<string | null> {
  const file = [...(data?.files ?? [])].find(({ type }) => /^image\/(png|jpeg|webp|gif|bmp)$/.test(type));
  if (!file) return null;
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  try {
    for (const side of sides) {
      for (const quality of qualities) {
        const url = await drawn(picture, side, quality);
        if (url.length <= chatLimits.pictureChars) return url;
      }
    }
    return null;
  } finally {
    picture.close();
  }
}

/** Drawn anew: what else the file carries (place, camera) does not travel. */
async function drawn(picture: ImageBitmap, side: number, quality: number): Promise<string> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
  return `data:${blob.type};base64,${await toBase64(blob)}`;
}
