import { effect, type ReadonlySignal, signal as createSignal } from '@preact/signals';
import { listenLevel } from './listen-level.ts';
import { speaksUntil } from './speaking.ts';

const lookEveryMs = 150;

/** Whether what arrives there is speech. Both browsers measure it anyway, without a sound being played. */
export const watchReceiver = (
  receiver: ReadonlySignal<RTCRtpReceiver | null>,
  until: AbortSignal,
): ReadonlySignal<boolean> =>
  watch(receiver, until, (one) => ({
    level: () => one.getSynchronizationSources()[0]?.audioLevel ?? 0,
    stop: () => undefined,
  }));

/** Whether one speaks oneself. */
export const watchTrack = (
  track: ReadonlySignal<MediaStreamTrack | null>,
  until: AbortSignal,
): ReadonlySignal<boolean> => watch(track, until, listenLevel);

function watch<T>(
  what: ReadonlySignal<T | null>,
  until: AbortSignal,
  listen: (what: T) => { level(): number; stop(): void },
): ReadonlySignal<boolean> {
  const speaks = createSignal(false);
  const dispose = effect(() => {
    const now = what.value;
    if (!now) return undefined;
    const heard = listen(now);
    let last = 0;
    const timer = setInterval(() => {
      last = speaksUntil(last, heard.level(), performance.now());
      speaks.value = performance.now() < last;
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
      heard.stop();
      speaks.value = false;
    };
  });
  until.addEventListener('abort', dispose);
  return speaks;
}
