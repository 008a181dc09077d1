import type { FromPage } from '../../../protocol/page.ts';
import { markDraws } from './draw-marks.ts';
import { looksOf, pixelsOf } from './pixels.ts';
import { sendBytes } from './send-bytes.ts';

export interface LivePictures {
  /** Its picture now, and again whenever it has changed. Twice is once. */
  watch(element: Element): void;
  stop(): void;
}

export interface LivePicturesDeps {
  documentId: string;
  /** For a picture: numbers of the same row as those of addresses. */
  number(): number | null;
  post(message: FromPage): void;
  /** It is in the mirror, and not as a box. Asked before each picture. */
  isShown(element: Element): boolean;
  /** `shownPictures` has another value for it. */
  changed(element: Element): void;
}

/** Canvas or video → the number of its newest picture, or `unreadable`. */
export const shownPictures = new WeakMap<Element, string>();

const everyMs = 250;
/** A film is not shown, only where it is. */
const filmEveryMs = 2_000;
/** How often a canvas is looked at of which nobody says when it is drawn on: by a worker, or WebGPU. */
const lookEveryMs = 1_000;
const pixelsAtMost = 16_000_000;
const filmChanges = ['loadeddata', 'seeked', 'pause', 'ended', 'timeupdate'] as const;

type Drawn = HTMLCanvasElement | HTMLVideoElement;
interface Watched {
  element: Drawn;
  isFilm: boolean;
  /** Tells its pictures from those of others. */
  key: number;
  /** Taken before it was gone: WebGL shows a frame and forgets it. */
  kept: ImageBitmap | null;
  /** Draws are reported. */
  marked: boolean;
  due: boolean;
  busy: boolean;
  last: number;
  looks: string;
}

/** Canvases and films as pictures, in the page's MAIN world, beside the recorder. */
export function createLivePictures({ documentId, number, post, isShown, changed }: LivePicturesDeps): LivePictures {
  const watched = new Map<Element, Watched>();
  const windows = new Map<Window, () => void>();
  let life = new AbortController();
  let looking: ReturnType<typeof setInterval> | undefined;
  let keeping: Watched | null = null;
  let keys = 0;

  const isTaken = ({ element }: Watched) => element.isConnected && isShown(element) && hasPixels(element);

  function say({ element }: Watched, picture: string) {
    shownPictures.set(element, picture);
    changed(element);
  }

  async function take(one: Watched) {
    const { signal } = life;
    const { element, isFilm, key, kept } = one;
    one.due = false;
    if (!isTaken(one)) return;
    if (!isFilm && !one.marked) one.looks = looksOf(element as HTMLCanvasElement);
    one.busy = true;
    one.last = performance.now();
    one.kept = null;
    const bytes = await pixelsOf(kept ?? element);
    kept?.close();
    one.busy = false;
    if (signal.aborted || !isShown(element)) return;
    if (!bytes) {
      if (!isFilm) say(one, 'unreadable');
      return;
    }
    const asset = number();
    if (asset === null) return;
    say(one, String(asset));
    await sendBytes({ documentId, asset, kind: 'image', near: true, keep: false, live: key }, bytes, post, signal);
  }

  function soon(one: Watched) {
    if (one.due) return;
    one.due = true;
    const again = () => (one.busy ? setTimeout(again, everyMs) : void take(one));
    setTimeout(again, Math.max(0, one.last + (one.isFilm ? filmEveryMs : everyMs) - performance.now()));
  }

  /** Runs within the page's own drawing: must be quick. */
  function mark(canvas: object) {
    const one = watched.get(canvas as Element);
    if (!one) return;
    one.marked = true;
    if (!one.due) soon(one);
    if (keeping || !isForgetful(one.element as HTMLCanvasElement)) return;
    keeping = one;
    // After all that is drawn in this go, and before it is shown.
    queueMicrotask(() => {
      keeping = null;
      void keep(one);
    });
  }

  async function keep(one: Watched) {
    const bitmap = await createImageBitmap(one.element).catch(() => null);
    one.kept?.close();
    one.kept = bitmap;
  }

  function look() {
    if (document.visibilityState !== 'visible') return;
    for (const one of watched.values()) {
      if (!one.element.isConnected) watched.delete(one.element);
      if (one.marked || one.busy || one.isFilm || !isTaken(one)) continue;
      const looks = looksOf(one.element as HTMLCanvasElement);
      if (looks !== one.looks) soon(one);
      one.looks = looks;
    }
  }

  function watchFilm(one: Watched) {
    const film = one.element as HTMLVideoElement;
    for (const type of filmChanges) film.addEventListener(type, () => soon(one), { signal: life.signal });
    if (film.readyState >= film.HAVE_CURRENT_DATA && film.currentTime > 0) soon(one);
  }

  return {
    watch(element) {
      const kind = element.localName;
      if ((kind !== 'canvas' && kind !== 'video') || watched.has(element)) return;
      const state = { kept: null, marked: false, due: false, busy: false, last: -Infinity, looks: '' };
      keys += 1;
      const one: Watched = { element: element as Drawn, isFilm: kind === 'video', key: keys, ...state };
      watched.set(element, one);
      if (one.isFilm) return watchFilm(one);
      const win = element.ownerDocument.defaultView;
      if (win && !windows.has(win)) windows.set(win, markDraws(win as Window & typeof globalThis, mark));
      looking ??= setInterval(look, lookEveryMs);
      soon(one);
    },
    stop() {
      life.abort();
      life = new AbortController();
      clearInterval(looking);
      looking = undefined;
      for (const undo of windows.values()) undo();
      windows.clear();
      for (const element of watched.keys()) shownPictures.delete(element);
      watched.clear();
    },
  };
}

function hasPixels(element: Drawn): boolean {
  const isFilm = element.localName === 'video';
  const { videoWidth, videoHeight } = element as HTMLVideoElement;
  const [width, height] = isFilm ? [videoWidth, videoHeight] : [element.width, element.height];
  return width > 0 && height > 0 && width * height <= pixelsAtMost;
}

const forgetful = new WeakMap<HTMLCanvasElement, boolean>();

/** WebGL without `preserveDrawingBuffer`: there is nothing to read once a frame is on the screen. */
function isForgetful(canvas: HTMLCanvasElement): boolean {
  const known = forgetful.get(canvas);
  if (known !== undefined) return known;
  // Asked of a canvas that has a context already, whatever its kind; it makes no new one.
  const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  const is = context !== null && context.getContextAttributes()?.preserveDrawingBuffer !== true;
  forgetful.set(canvas, is);
  return is;
}
