import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import { lendsPlayerOpener } from '../../../shared/browser/cobrowse/player-opener.ts';
import { browser } from '../../platform/browser.ts';
import { SurfaceView } from './surface-view.tsx';
import type { ConsoleWindow } from '../window/create-console-window.ts';

const size = { width: 1100, height: 760 };
const lookEveryMs = 50;
const openWithinMs = 10_000;

/** What is shown, beside the tray: in a window of its own. */
export interface SurfaceWindow {
  /** Something is shown, and its window has been closed by hand. */
  readonly isClosed: ReadonlySignal<boolean>;
  show(): void;
}

/** Opens by itself when something is shown while the console is a tray, and goes when nothing is. */
export function createSurfaceWindow(console: ConsoleWindow, life: AbortSignal): SurfaceWindow {
  const wanted = computed(() => {
    const front = console.front.value?.session;
    const shows = front && (front.stage.value.kind === 'mirror' || front.screens.watched.value.length > 0);
    return console.layout.value === 'tray' && shows === true;
  });
  const isDismissed = signal(false);
  let opened: { windowId: number; view: Window } | null = null;
  let isOpening = false;

  async function open(): Promise<void> {
    if (opened || isOpening) return;
    isOpening = true;
    const { id: windowId } = await browser.windows.create({
      type: 'popup',
      url: browser.runtime.getURL('extension/surface/index.html'),
      ...size,
    });
    const view = windowId === undefined ? null : await viewIn(windowId);
    isOpening = false;
    if (windowId === undefined || !view) return;
    opened = { windowId, view };
    view.document.documentElement.lang = document.documentElement.lang;
    view.addEventListener('pagehide', () => {
      if (opened?.view !== view) return;
      leave();
      isDismissed.value = true;
    });
    if (wanted.peek()) render(<SurfaceView window={console} page={view.document} />, view.document.body);
    else close();
  }
  function leave(): void {
    if (opened) render(null, opened.view.document.body);
    opened = null;
  }
  function close(): void {
    const windowId = opened?.windowId;
    leave();
    if (windowId !== undefined) void browser.windows.remove(windowId).catch(() => undefined);
  }

  const dispose = effect(() => {
    const isWanted = wanted.value;
    untracked(() => {
      isDismissed.value = false;
      if (isWanted) void open();
      else close();
    });
  });
  addEventListener('pagehide', close);
  life.addEventListener('abort', () => {
    dispose();
    close();
  });
  return {
    isClosed: computed(() => wanted.value && isDismissed.value),
    show() {
      isDismissed.value = false;
      void open();
    },
  };
}

/** The page in that window, once it can be drawn in; null: it did not come. */
async function viewIn(windowId: number): Promise<Window | null> {
  const until = performance.now() + openWithinMs;
  while (performance.now() < until) {
    const view = browser.extension.getViews({ type: 'tab', windowId }).find((one) => lendsPlayerOpener(one));
    if (view) return view;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  return null;
}
