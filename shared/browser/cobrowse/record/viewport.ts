import { type Viewport, widestBar } from '../../../protocol/peer.ts';

export const darkScheme = '(prefers-color-scheme: dark)';

const clamp = (value: number) => Math.min(16_384, Math.max(1, Math.round(value)));

/** Without scroll bars; a page of the old kind has a root as large as what is in it. */
const roomIn = (outer: number, inner: number) => (inner <= outer && outer - inner <= widestBar ? inner : outer);

/** The room that the page's content has beside scroll bars: text wraps by it, and what is fixed stands in it. */
export function readViewport(): Viewport {
  const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
  const width = clamp(roomIn(window.innerWidth, clientWidth));
  const bar = Math.round(window.innerWidth) - width;
  return {
    width,
    height: clamp(roomIn(window.innerHeight, clientHeight)),
    ...(bar > 0 && bar <= widestBar && { bar }),
    pixelRatio: Math.min(16, Math.max(0.1, window.devicePixelRatio)),
    scheme: matchMedia(darkScheme).matches ? 'dark' : 'light',
  };
}
