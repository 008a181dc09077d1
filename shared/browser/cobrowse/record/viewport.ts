import type { Viewport } from '../../../protocol/peer.ts';

export const darkScheme = '(prefers-color-scheme: dark)';

const clamp = (value: number) => Math.min(16_384, Math.max(1, Math.round(value)));

/** Wider is no scroll bar; then it is a page of the old kind, whose root is as large as what is in it. */
const widestBar = 40;
const roomIn = (outer: number, inner: number) => (inner <= outer && outer - inner <= widestBar ? inner : outer);

/** The room that the page's content has beside scroll bars: text wraps by it, and what is fixed stands in it. */
export function readViewport(): Viewport {
  const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
  return {
    width: clamp(roomIn(window.innerWidth, clientWidth)),
    height: clamp(roomIn(window.innerHeight, clientHeight)),
    pixelRatio: Math.min(16, Math.max(0.1, window.devicePixelRatio)),
    scheme: matchMedia(darkScheme).matches ? 'dark' : 'light',
  };
}
