import { frameWord } from './frame-word.ts';

/** The frame around may not have a recorder yet, or may not have recorded the element: said again, ever more rarely. */
const firstAgainMs = 50;
const giveUpAfterMs = 60_000;

/** In a frame of another origin: says the word to all windows around it until `signal` aborts. */
export function callOut(win: Window, nonce: string, signal: AbortSignal): void {
  let waitMs = firstAgainMs;
  let said = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function say() {
    // All of them: the one around may be recorded from further outside.
    for (let at: Window = win; at.parent !== at; at = at.parent) at.parent.postMessage(frameWord(nonce), '*');
    if (said > giveUpAfterMs) return;
    timer = setTimeout(say, waitMs);
    said += waitMs;
    waitMs = Math.min(2 * waitMs, 2_000);
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
  if (!signal.aborted) say();
}
