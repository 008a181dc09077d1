import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PlacedTrack, Playback } from '../playback.ts';
import type { RecordingSource } from '../recording-source.ts';
import { followClock } from './follow-clock.ts';
import { t } from './say.ts';

interface Props {
  track: PlacedTrack;
  playback: Playback;
  source: RecordingSource;
}

/** A screen, or the voices of a call, kept at the recording's clock. */
export function MediaTrack({ track, playback, source }: Props) {
  const element = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const address = useSignal<string | null>(null);
  const { at } = playback.clock.value;
  const isNow = at >= track.from && at <= track.to;
  useEffect(() => {
    if (!isNow || address.value !== null) return;
    source.media(track.trackId).then(
      (found) => (address.value = found),
      () => (address.value = ''),
    );
  }, [isNow]);
  useEffect(() => {
    if (!element.current || !address.value) return undefined;
    return followClock(element.current, track, playback.clock);
  }, [address.value]);
  if (address.value === '') {
    return isNow ? (
      <p class="problem" role="alert">
        {t('playback.damaged')}
      </p>
    ) : null;
  }
  const src = address.value ?? undefined;
  if (track.kind === 'call') return <audio ref={element} src={src} preload="auto" aria-label={t('playback.call')} />;
  return (
    <figure class="playback-screen" hidden={!isNow}>
      <video ref={element} src={src} preload="auto" playsInline aria-label={t('playback.screen')} />
    </figure>
  );
}
