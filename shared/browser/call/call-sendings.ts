import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { CallState } from '../../protocol/media.ts';
import type { TrackKind } from '../link/media-peer.ts';
import type { Media } from '../link/media.ts';

interface Deps {
  stream: MediaStream;
  /** To whom; none while this window is in no call. */
  to: ReadonlySignal<readonly Media[]>;
  /** What is said with it. */
  state: ReadonlySignal<CallState | null>;
  signal: AbortSignal;
}

/** Sends one's own stream to each of the others in the call, and says how it is meant. */
export function createCallSendings({ stream, to, state, signal: life }: Deps) {
  const running = new Map<Media, AbortController>();

  function begin(media: Media): AbortController {
    const end = new AbortController();
    media.send(stream, { kind: 'call' }, AbortSignal.any([life, end.signal]));
    return end;
  }

  const disposers = [
    effect(() => {
      const now = to.value;
      untracked(() => {
        for (const [media, end] of running) {
          if (now.includes(media)) continue;
          running.delete(media);
          end.abort();
          media.sayCall(null);
        }
        for (const media of now) if (!running.has(media)) running.set(media, begin(media));
      });
    }),
    effect(() => {
      const said = state.value;
      for (const media of to.value) media.sayCall(said);
    }),
  ];
  life.addEventListener('abort', () => {
    for (const dispose of disposers) dispose();
  });

  return {
    setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
      for (const media of running.keys()) media.setTrack(stream, kind, track);
    },
  };
}
