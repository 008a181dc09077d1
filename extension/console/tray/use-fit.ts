import type { ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Layout } from '../../../shared/queue/layouts.ts';
import { sizeOwnWindow } from './size-own-window.ts';
import { fittedTray, type Size } from './tray-size.ts';

/** What the desktop keeps for its own bars, in px. */
const belowAndAbove = 80;

/** The window is as large as the tray in it: it grows downward into what is open, and shrinks again. */
export function useFit(root: RefObject<HTMLElement | null>, layout: ReadonlySignal<Layout>, isOpen: boolean): void {
  useEffect(() => {
    const tray = root.current;
    const window = tray?.ownerDocument.defaultView;
    if (!tray || !window) return undefined;
    const fit = () => {
      // It is still drawn for a moment when the window is another console already.
      if (layout.peek() !== 'tray') return;
      fitWindow(window, fittedTray(isOpen, tray.scrollHeight, window.screen.availHeight - belowAndAbove));
    };
    const observer = new ResizeObserver(fit);
    observer.observe(tray);
    fit();
    return () => observer.disconnect();
  }, [isOpen]);
}

function fitWindow(window: Window, inside: Size): void {
  const width = inside.width + window.outerWidth - window.innerWidth;
  const height = inside.height + window.outerHeight - window.innerHeight;
  if (width === window.outerWidth && height === window.outerHeight) return;
  if (window === globalThis.window) return void sizeOwnWindow({ width, height });
  try {
    window.resizeTo(width, height);
  } catch {
    // One on top is resized after a click only; what does not fit can be scrolled to.
  }
}
