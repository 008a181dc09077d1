import type { Viewport } from '../../../protocol/peer.ts';

export const darkScheme = '(prefers-color-scheme: dark)';

const clamp = (value: number) => Math.min(16_384, Math.max(1, Math.round(value)));

/** The room that the page's content has: text wraps by clientWidth, not by the window's width. */
export function readViewport(): Viewport {
  const { clientWidth } = document.documentElement;
  return {
    width: clamp(clientWidth || window.innerWidth),
    height: clamp(window.innerHeight),
    pixelRatio: Math.min(16, Math.max(0.1, window.devicePixelRatio)),
    scheme: matchMedia(darkScheme).matches ? 'dark' : 'light',
  };
}
