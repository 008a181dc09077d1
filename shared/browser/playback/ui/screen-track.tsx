import { useEffect, useRef } from 'preact/hooks';
import { followClock } from './follow-clock.ts';
import { t } from './say.ts';
import { type MediaProps, useMediaAddress } from './use-media-address.ts';

/** A recorded screen, kept at the recording's clock. What was said is in the tracks of calls. */
export function ScreenTrack(props: MediaProps) {
  const { track, playback } = props;
  const video = useRef<HTMLVideoElement>(null);
  const { address, isNow } = useMediaAddress(props);
  useEffect(
    () => (video.current && address ? followClock(video.current, track, playback.clock) : undefined),
    [address],
  );
  if (address === '' && isNow) {
    return (
      <p class="problem" role="alert">
        {t('playback.damaged')}
      </p>
    );
  }
  return (
    <figure class="playback-screen" hidden={!isNow}>
      <video
        ref={video}
        src={address || undefined}
        muted
        preload="auto"
        playsInline
        aria-label={t('playback.screen')}
      />
    </figure>
  );
}
