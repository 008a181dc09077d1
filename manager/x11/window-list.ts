import { managerLimits } from '../../shared/protocol/manager-limits.ts';
import type { NativeWindow } from '../../shared/protocol/manager.ts';
import type { XConnection } from './connection.ts';
import { numbersOf, textOf } from './properties.ts';

/** Kinds of windows that are no program's: panels, the desktop itself, notifications. */
const notWindows = ['DOCK', 'DESKTOP', 'NOTIFICATION', 'SPLASH', 'TOOLBAR', 'MENU'].map(
  (kind) => `_NET_WM_WINDOW_TYPE_${kind}`,
);

/** What the window manager shows as windows, from the top down. */
export async function listWindows(x: XConnection): Promise<NativeWindow[]> {
  const stacked = await numbersOf(x, x.root, '_NET_CLIENT_LIST_STACKING');
  const windows = await Promise.all(
    stacked
      .toReversed()
      .slice(0, managerLimits.windows)
      .map((window) => describe(x, window).catch(() => null)),
  );
  return windows.filter((window) => window !== null);
}

async function describe(x: XConnection, window: number): Promise<NativeWindow | null> {
  const kinds = await numbersOf(x, window, '_NET_WM_WINDOW_TYPE');
  const unwanted = await Promise.all(notWindows.map(x.atom));
  if (kinds.some((kind) => unwanted.includes(kind))) return null;
  const [title, oldTitle, classes, states, hidden, size, corner] = await Promise.all([
    textOf(x, window, '_NET_WM_NAME'),
    textOf(x, window, 'WM_NAME'),
    textOf(x, window, 'WM_CLASS'),
    numbersOf(x, window, '_NET_WM_STATE'),
    x.atom('_NET_WM_STATE_HIDDEN'),
    x.ask(x.client.GetGeometry, window),
    x.ask(x.client.TranslateCoordinates, window, x.root, 0, 0),
  ]);
  return {
    id: String(window),
    title: (title || oldTitle).slice(0, 300),
    program: (classes.split('\0')[1] ?? '').slice(0, 200),
    minimised: states.includes(hidden),
    x: corner.destX,
    y: corner.destY,
    width: size.width,
    height: size.height,
  };
}
