import { effect, type ReadonlySignal } from '@preact/signals';
import type { ClockState } from '../playback-clock.ts';
import type { PlacedTrack } from '../playback.ts';

/** Nearer than that, nobody hears or sees a difference. */
const offAtMostSeconds = 0.3;

/** Keeps a video or a voice where the clock is. Returns how to stop. */
export function followClock(
  element: HTMLMediaElement,
  { from, to }: Pick<PlacedTrack, 'from' | 'to'>,
  clock: ReadonlySignal<ClockState>,
): () => void {
  const stop = effect(() => {
    const { at, isPlaying, speed } = clock.value;
    const isNow = at >= from && at < to;
    const wanted = (Math.max(from, Math.min(at, to)) - from) / 1_000;
    if (Math.abs(element.currentTime - wanted) > offAtMostSeconds * Math.max(1, speed)) element.currentTime = wanted;
    if (element.playbackRate !== speed) element.playbackRate = speed;
    // A browser that plays nothing before a click says so; the next one tries again.
    if (isNow && isPlaying && element.paused) element.play().catch(() => undefined);
    else if ((!isNow || !isPlaying) && !element.paused) element.pause();
  });
  return () => {
    stop();
    element.pause();
  };
}
