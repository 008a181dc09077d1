/**
 * Whether this window is recorded by itself: the page, and a frame that the window around it cannot read.
 * All other frames are in the recording of the window around. `about:blank` is nobody's: the next document comes soon.
 */
export function hasOwnRecorder(win: Window): boolean {
  if (win.parent === win) return true;
  if (!/^https?:$/.test(win.location.protocol) && win.location.href !== 'about:srcdoc') return false;
  try {
    return win.frameElement === null;
  } catch {
    return true;
  }
}
