import type { Page } from 'puppeteer';

/** Colours of a page's picture as the customer sees it, at the middle of its left edge and inside: `r,g,b`. */
export async function coloursOf(page: Page): Promise<{ edge: string; inside: string }> {
  const picture = await page.screenshot({ encoding: 'base64' });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    canvas?.drawImage(bitmap, 0, 0);
    const at = (x: number) => [...(canvas?.getImageData(x, bitmap.height / 2, 1, 1).data ?? [])].slice(0, 3).join();
    return { edge: at(1), inside: at(12) };
  }, picture);
}
