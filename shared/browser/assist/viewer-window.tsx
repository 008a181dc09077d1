import { type ReadonlySignal, signal } from '@preact/signals';
import { render } from 'preact';
import { dressWindow } from '../ui/dress-window.ts';
import { t } from '../ui/i18n.ts';
import type { AssistSession } from './assist-session.ts';
import { WatchedScreensList } from './watched-screens-list.tsx';

const size = 'popup,width=1100,height=760';
const lookEveryMs = 200;
/** So long it waits for the host's first picture. */
const emptyAtMostMs = 30_000;

type Watched = Pick<
  AssistSession,
  'view' | 'media' | 'watchedScreens' | 'screenDrawings' | 'releaseScreen' | 'releaseScreenControl'
> &
  Pick<AssistSession['screenControl'], 'hands' | 'patches'>;

export interface ViewerWindow {
  /** From a click, or the browser lets none open. False: it did not. */
  open(): boolean;
  readonly isOpen: ReadonlySignal<boolean>;
}

/**
 * The host's screens in a window of their own. It is drawn from here, since a picture cannot be handed to another
 * document; so it goes when this window does, and closing it gives back what it shows.
 */
export function createViewerWindow(session: Watched): ViewerWindow {
  const isOpen = signal(false);
  let window: Window | null = null;

  function close(): void {
    const left = window;
    window = null;
    isOpen.value = false;
    if (!left || isClosed(left)) return;
    render(null, left.document.body);
    left.close();
  }

  return {
    isOpen,
    open() {
      if (window && !isClosed(window)) {
        window.focus();
        return true;
      }
      const opened = globalThis.open('about:blank', '', size);
      if (!opened) return false;
      window = opened;
      isOpen.value = true;
      dressWindow(opened.document, t('screen.window'));
      render(<Viewer session={session} />, opened.document.body);
      const openedAt = performance.now();
      let had = false;
      const watch = setInterval(() => {
        const screens = session.watchedScreens.peek();
        had ||= screens.length > 0;
        if (isClosed(opened)) {
          for (const screen of screens) session.releaseScreen(screen);
        } else {
          const isEmpty = screens.length === 0 && (had || performance.now() - openedAt > emptyAtMostMs);
          if (!isEmpty && session.view.peek().kind === 'open') return;
        }
        clearInterval(watch);
        close();
      }, lookEveryMs);
      addEventListener('pagehide', close, { once: true });
      return true;
    },
  };
}

/** In Firefox a window that has gone cannot even be asked. */
function isClosed(window: Window): boolean {
  try {
    return window.closed;
  } catch {
    return true;
  }
}

function Viewer({ session }: { session: Watched }) {
  const screens = session.watchedScreens.value;
  const view = session.view.value;
  const host = view.kind === 'open' ? view.hostName : '';
  return (
    <main class="viewer-room">
      {screens.length > 0 && (
        <WatchedScreensList
          class="viewer-window"
          session={session}
          hands={session.hands}
          patches={session.patches}
          hostName={host}
          hostOnline={view.kind === 'open' && view.hostOnline}
        />
      )}
      {screens.length === 0 && (
        <p class="screen-says" role="status">
          {t('screen.nothingYet', { name: host })}
        </p>
      )}
    </main>
  );
}
