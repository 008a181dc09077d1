import { pictureAttribute } from './asset-attributes.ts';
import { placeholder } from './placeholder.ts';

interface Shown {
  address: string;
  /** 0: a picture of nothing. */
  asset: number;
  /** Kept, so that the browser keeps what it has decoded. */
  image: HTMLImageElement | null;
}

const shown = new WeakMap<HTMLCanvasElement, Shown>();

/**
 * Where no scripts may run, browsers show what is inside of a canvas and not the canvas. So its picture is its
 * content, as large as the canvas itself is.
 */
function show(canvas: HTMLCanvasElement, next: Shown) {
  shown.set(canvas, next);
  canvas.style.setProperty('content', `url("${next.address}")`, 'important');
}

/** One that has no picture yet, or pictures from elsewhere on it, which browsers let nobody read. */
export function emptyCanvas(canvas: HTMLCanvasElement, isUnreadable: boolean): void {
  const before = shown.get(canvas);
  if (before && before.asset > 0 && !isUnreadable) return;
  const address = placeholder(canvas.width, canvas.height, ...(isUnreadable ? [] : ['none']));
  show(canvas, { address, asset: 0, image: null });
}

/** Shows the picture at `url` once it is ready; gives the number of the one that was there before. */
export async function pictureCanvas(canvas: HTMLCanvasElement, asset: number, url: string): Promise<number | null> {
  const image = canvas.ownerDocument.createElement('img');
  image.src = url;
  const isReady = await image.decode().then(
    () => true,
    () => false,
  );
  if (!isReady || canvas.getAttribute(pictureAttribute) !== String(asset)) return null;
  const before = shown.get(canvas);
  show(canvas, { address: url, asset, image });
  return !before || before.asset === asset || before.asset === 0 ? null : before.asset;
}

/** Its style is another, in which its picture is not. */
export function restyleCanvas(canvas: HTMLCanvasElement): void {
  const known = shown.get(canvas);
  if (known) show(canvas, known);
}
