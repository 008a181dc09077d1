import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PlacedTrack, Playback } from '../playback.ts';
import type { RecordingSource } from '../recording-source.ts';

export interface MediaProps {
  track: PlacedTrack;
  playback: Playback;
  source: RecordingSource;
}

/** Where a track can be played from, once it is its turn. `address`: null before; '' where it cannot. */
export function useMediaAddress({ track, playback, source }: MediaProps): { address: string | null; isNow: boolean } {
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
  return { address: address.value, isNow };
}
