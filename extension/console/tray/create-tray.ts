import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type ComponentChild, render } from 'preact';
import { dressWindow } from '../../../shared/browser/ui/dress-window.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { TrayPanel } from './tray-panels.ts';
import { traySize } from './tray-size.ts';

/** Not in TypeScript's library yet. */
interface PictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

/** The tray, in the window of the console or in one that the browser keeps on top of all others. */
export interface Tray {
  /** What is open below the icons. */
  readonly panel: Signal<TrayPanel | null>;
  readonly isOnTop: ReadonlySignal<boolean>;
  /** The browser can do that. */
  readonly canBeOnTop: boolean;
  /** From a click, or the browser refuses. */
  putOnTop(view: ComponentChild): Promise<void>;
  bringBack(): void;
}

export function createTray(): Tray {
  const { documentPictureInPicture: pictures } = globalThis as { documentPictureInPicture?: PictureInPicture };
  const panel = signal<TrayPanel | null>(null);
  const onTop = signal<Window | null>(null);
  const isOnTop = signal(false);

  function leave(left: Window): void {
    if (onTop.peek() !== left) return;
    onTop.value = null;
    isOnTop.value = false;
    render(null, left.document.body);
  }
  return {
    panel,
    isOnTop,
    canBeOnTop: pictures !== undefined,
    async putOnTop(view) {
      if (!pictures || onTop.peek()) return;
      const top = await pictures.requestWindow(traySize(panel.peek() !== null));
      dressWindow(top.document, t('tray.title'));
      top.addEventListener('pagehide', () => leave(top));
      onTop.value = top;
      isOnTop.value = true;
      render(view, top.document.body);
    },
    bringBack() {
      const top = onTop.peek();
      if (!top) return;
      leave(top);
      top.close();
    },
  };
}
