import type { FromPage } from '../../../protocol/page.ts';
import { canvasAttribute } from './asset-attributes.ts';
import { sendBytes } from './asset-loader.ts';
import { markDraws } from './draw-marks.ts';
import { looksOf, pixelsOf } from './pixels.ts';

export interface LivePictures {
  /** Its picture now, and again whenever it has changed. `id`: in the mirror. Twice is once. */
  watch(element: Element, id: number): void;
  /** The mirror begins anew and knows of no picture. */
  again(): void;
  stop(): void;
}

export interface LivePicturesDeps {
  documentId: string;
  /** For a picture: numbers of the same row as those of addresses. */
  number(): number | null;
  post(message: FromPage): void;
  /** Attributes of the mirror's element, which are not the page's. */
  changed(id: number, attributes: Record<string, string>): void;
}

const everyMs = 250;
/** A film is not shown, only where it is. */
const filmEveryMs = 2_000;
/** How often a canvas is looked at of which nobody says when it is drawn on: by a worker, or WebGPU. */
const lookEveryMs = 1_000;
const pixelsAtMost = 16_000_000;

interface Watched {
  element: HTMLCanvasElement | HTMLMediaElement;
  id: number;
  /** Taken before it was gone: WebGL shows a frame and forgets it. */
  kept: ImageBitmap | null;
  /** Draws are reported. */
  marked: boolean;
  due: boolean;
  busy: boolean;
  last: number;
  looks: string;
  attributes: Record<string, string>;
}

/** Canvases and films as pictures, in the page's MAIN world, beside the recorder. */
export function createLivePictures({ documentId, number, post, changed }: LivePicturesDeps): LivePictures {
  const watched = new Map<Element, Watched>();
  const windows = new Map<Window, () => void>();
  let life = new AbortController();
  let looking: ReturnType<typeof setInterval> | undefined;
  let keeping: Watched | null = null;

  function say(one: Watched, attributes: Record<string, string>) {
    Object.assign(one.attributes, attributes);
    changed(one.id, attributes);
  }

  async function take(one: Watched) {
    const { signal } = life;
    const { element, id } = one;
    one.due = false;
    if (!isShown(element)) return;
    const isCanvas = element.localName === 'canvas';
    if (isCanvas && !one.marked) one.looks = looksOf(element as HTMLCanvasElement);
    one.busy = true;
    one.last = performance.now();
    const { kept } = one;
    one.kept = null;
    const bytes = await pixelsOf(kept ?? (element as HTMLCanvasElement | HTMLVideoElement));
    kept?.close();
    one.busy = false;
    if (signal.aborted) return;
    if (!bytes) {
      if (isCanvas) say(one, { [canvasAttribute]: 'unreadable' });
      return;
    }
    const asset = number();
    if (asset === null) return;
    say(one, isCanvas ? { [canvasAttribute]: String(asset) } : { poster: `asset:${asset}` });
    await sendBytes({ documentId, asset, kind: 'image', near: true, keep: false, live: id }, bytes, post, signal);
  }

  function soon(one: Watched) {
    if (one.due) return;
    one.due = true;
    const every = one.element.localName === 'canvas' ? everyMs : filmEveryMs;
    const again = () => (one.busy ? setTimeout(again, everyMs) : void take(one));
    setTimeout(again, Math.max(0, one.last + every - performance.now()));
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
    const bitmap = await createImageBitmap(one.element as HTMLCanvasElement).catch(() => null);
    one.kept?.close();
    one.kept = bitmap;
  }

  function look() {
    if (document.visibilityState !== 'visible') return;
    for (const one of watched.values()) {
      if (!one.element.isConnected) watched.delete(one.element);
      if (one.marked || one.busy || one.element.localName !== 'canvas' || !isShown(one.element)) continue;
      const looks = looksOf(one.element as HTMLCanvasElement);
      if (looks !== one.looks) soon(one);
      one.looks = looks;
    }
  }

  function watchFilm(one: Watched) {
    const media = one.element as HTMLMediaElement;
    const state = () => say(one, { 'data-beside-media': media.paused ? 'paused' : 'playing' });
    const options = { signal: life.signal };
    for (const type of ['play', 'pause', 'ended']) media.addEventListener(type, state, options);
    state();
    if (media.localName !== 'video') return;
    const changes = ['loadeddata', 'seeked', 'pause', 'ended', 'timeupdate'];
    for (const type of changes) media.addEventListener(type, () => soon(one), options);
    if (media.readyState >= media.HAVE_CURRENT_DATA && media.currentTime > 0) soon(one);
  }

  return {
    watch(element, id) {
      const kind = element.localName;
      if (kind !== 'canvas' && kind !== 'video' && kind !== 'audio') return;
      const known = watched.get(element);
      if (known) {
        known.id = id;
        return;
      }
      const one: Watched = {
        element: element as HTMLCanvasElement | HTMLMediaElement,
        id,
        kept: null,
        marked: false,
        due: false,
        busy: false,
        last: -Infinity,
        looks: '',
        attributes: {},
      };
      watched.set(element, one);
      if (kind !== 'canvas') return watchFilm(one);
      const win = element.ownerDocument.defaultView;
      if (win && !windows.has(win)) windows.set(win, markDraws(win as Window & typeof globalThis, mark));
      looking ??= setInterval(look, lookEveryMs);
      soon(one);
    },
    again() {
      for (const { id, attributes } of watched.values())
        if (Object.keys(attributes).length > 0) changed(id, attributes);
    },
    stop() {
      life.abort();
      life = new AbortController();
      clearInterval(looking);
      looking = undefined;
      for (const undo of windows.values()) undo();
      windows.clear();
      watched.clear();
    },
  };
}

function isShown(element: HTMLCanvasElement | HTMLMediaElement): boolean {
  if (!element.isConnected || element.localName === 'audio') return false;
  const { width, height } =
    element.localName === 'canvas'
      ? (element as HTMLCanvasElement)
      : { width: (element as HTMLVideoElement).videoWidth, height: (element as HTMLVideoElement).videoHeight };
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
