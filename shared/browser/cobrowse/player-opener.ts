import { openPlayer } from './open-player.ts';

type Opener = typeof openPlayer;
const name = 'besideOpenPlayer';
type Lender = Window & { [name]?: Opener };

/**
 * A player hears only the window that holds it. So a window that is drawn by another lends that one its own way to
 * speak to its players.
 */
export function lendPlayerOpener(window: Lender): void {
  window[name] = openPlayer;
}

/** The window has been loaded, and can be drawn in. */
export const lendsPlayerOpener = (window: Lender): boolean => window[name] !== undefined;

export const playerOpener = (frame: HTMLIFrameElement): Opener =>
  (frame.ownerDocument.defaultView as Lender | null)?.[name] ?? openPlayer;
