import { effect, type ReadonlySignal } from '@preact/signals';

/** A short soft note when there is more to read than before and nobody looks at it. */
export function dingWhenMore(
  unread: ReadonlySignal<number>,
  signal: AbortSignal,
  isLookedAt: () => boolean = () => document.hasFocus(),
): void {
  let before = unread.peek();
  const stop = effect(() => {
    const now = unread.value;
    if (now > before && !isLookedAt()) ding();
    before = now;
  });
  signal.addEventListener('abort', stop);
}

function ding(): void {
  const context = new AudioContext();
  // Before the person has used the window the browser plays nothing; the badge is there all the same.
  if (context.state === 'running') {
    const tone = new OscillatorNode(context, { frequency: 880 });
    const gain = new GainNode(context, { gain: 0.06 });
    gain.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.35);
    tone.connect(gain).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + 0.4);
    tone.onended = () => void context.close();
  } else void context.close();
}
