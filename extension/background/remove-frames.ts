import { browser } from '../platform/browser.ts';
import type { Frames } from '../platform/store.ts';

/** Takes away what a window that has gone had drawn around pages. */
export async function removeFrames(frames: Frames): Promise<void> {
  await Promise.all(
    frames.map(({ tabId, css }) =>
      browser.scripting.removeCSS({ target: { tabId }, css, origin: 'USER' }).catch(() => undefined),
    ),
  );
}
