import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { WatchedScreen } from '../screen/watched-screens.ts';
import type { Chunker } from './chunker.ts';
import { recordMedia } from './media-track.ts';

interface Deps {
  screens: ReadonlySignal<readonly WatchedScreen[]>;
  begin: (owner: string) => Chunker;
  failed(): void;
  signal: AbortSignal;
}

/** A track for each picture that is watched; a new one where another peer brings it anew. */
export function recordScreens({ screens, begin, failed, signal }: Deps): void {
  const recorded = new Map<MediaStreamTrack, AbortController>();
  const dispose = effect(() => {
    const now = new Map<MediaStreamTrack, string>();
    for (const { pictures, view } of screens.value) {
      for (const { incoming } of pictures) {
        const track = incoming?.stream.getVideoTracks()[0];
        if (track?.readyState === 'live') now.set(track, view.ref.owner);
      }
    }
    untracked(() => {
      for (const [track, end] of recorded) {
        if (now.has(track)) continue;
        end.abort();
        recorded.delete(track);
      }
      for (const [track, owner] of now) {
        if (recorded.has(track)) continue;
        const end = new AbortController();
        recorded.set(track, end);
        const stream = new MediaStream([track]);
        recordMedia({
          stream,
          kind: 'screen',
          chunker: begin(owner),
          failed,
          signal: AbortSignal.any([signal, end.signal]),
        });
      }
    });
  });
  signal.addEventListener('abort', dispose);
}
