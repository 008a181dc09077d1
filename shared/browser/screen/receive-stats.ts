import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Incoming } from '../link/media-peer.ts';
import type { Media } from '../link/media.ts';
import { type Counted, countReport, type ScreenStats, statsBetween, wayOf } from './screen-stats.ts';

const lookEveryMs = 1_000;

/** What arrives of a picture, once a second. */
export function useReceiveStats(media: Media, incoming: Incoming | null) {
  const stats = useSignal<ScreenStats | null>(null);
  useEffect(() => {
    const receiver = incoming?.receivers.find(({ track }) => track.kind === 'video');
    if (!receiver) return undefined;
    // A picture is shown as soon as it is there: who points or types waits for what they see.
    receiver.jitterBufferTarget = 0;
    let before: Counted | null = null;
    let over = false;
    const look = async () => {
      const counted = countReport(await receiver.getStats());
      const way = wayOf(await media.stats());
      if (over || !counted) return;
      if (before) stats.value = statsBetween(before, counted, way);
      before = counted;
    };
    const timer = setInterval(() => void look().catch(() => undefined), lookEveryMs);
    return () => {
      over = true;
      clearInterval(timer);
      stats.value = null;
    };
  }, [media, incoming]);
  return stats;
}
