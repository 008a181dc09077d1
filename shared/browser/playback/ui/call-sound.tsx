import { useEffect, useMemo } from 'preact/hooks';
import { followClock } from './follow-clock.ts';
import { t } from './say.ts';
import { type MediaProps, useMediaAddress } from './use-media-address.ts';

/** The voices of a call, kept at the recording's clock: nothing to look at. */
export function CallSound(props: MediaProps) {
  const { track, playback } = props;
  const audio = useMemo(() => new Audio(), []);
  const { address, isNow } = useMediaAddress(props);
  useEffect(() => {
    if (!address) return undefined;
    audio.src = address;
    return followClock(audio, track, playback.clock);
  }, [address]);
  return address === '' && isNow ? (
    <p class="problem" role="alert">
      {t('playback.callDamaged')}
    </p>
  ) : null;
}
