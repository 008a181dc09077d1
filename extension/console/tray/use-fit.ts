import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { browser } from '../../platform/browser.ts';
import { fittedTray, type Size } from './tray-size.ts';

/** The window is as large as the tray in it: it grows downward into what is open, and shrinks again. */
export function useFit(root: RefObject<HTMLElement | null>, isOpen: boolean): void {
  useEffect(() => {
    const tray = root.current;
    const window = tray?.ownerDocument.defaultView;
    if (!tray || !window) return undefined;
    const fit = () => void fitWindow(window, fittedTray(isOpen, tray.scrollHeight, window.screen.availHeight - 80));
    const observer = new ResizeObserver(fit);
    observer.observe(tray);
    fit();
    return () => observer.disconnect();
  }, [isOpen]);
}

async function fitWindow(window: Window, inside: Size): Promise<void> {
  const width = inside.width + window.outerWidth - window.innerWidth;
  const height = inside.height + window.outerHeight - window.innerHeight;
  if (width === window.outerWidth && height === window.outerHeight) return;
  if (window === globalThis.window) {
    const own = await browser.windows.getCurrent();
    // In a tab among others the window is not the tray's.
    if (own.type === 'popup' && own.id !== undefined) await browser.windows.update(own.id, { width, height });
    return;
  }
  try {
    window.resizeTo(width, height);
  } catch {
    // One on top is resized after a click only; what does not fit can be scrolled to.
  }
}
