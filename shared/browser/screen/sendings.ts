import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { ScreenQuality } from '../../protocol/media.ts';
import type { Media, Pointed } from '../link/media.ts';
import type { Capture } from './captures.ts';
import { hasFewProcessors } from './few-processors.ts';
import { keepEncoding } from './keep-encoding.ts';
import type { ScreenStats } from './screen-stats.ts';

/** One screen or window under way to its viewer. */
export interface Sending {
  stream: MediaStream;
  stats: ReadonlySignal<ScreenStats | null>;
  /** Where the viewer points in the picture, in fractions of it. */
  pointed: ReadonlySignal<Pointed['at']>;
}

interface Running {
  capture: Pick<Capture, 'grantId'>;
  media: Media;
  end: AbortController;
  sending: Sending & { pointed: Signal<Pointed['at']> };
}

interface Deps {
  media: ReadonlySignal<Media | null>;
  quality: ReadonlySignal<ScreenQuality | null>;
  /** Whose changes go ahead of its video now. */
  ahead: ReadonlySignal<MediaStream | null>;
  signal: AbortSignal;
}

/** Sends what is wanted and nothing else; what goes on is not begun anew. */
export function createSendings({ media, quality, ahead, signal: life }: Deps) {
  const running = signal<ReadonlyMap<MediaStream, Running>>(new Map());
  let wanted: readonly Capture[] = [];

  function begin(way: Media, stream: MediaStream, { surface, grantId }: Capture): Running | null {
    if (grantId === null) return null;
    const end = new AbortController();
    const until = AbortSignal.any([life, end.signal]);
    const senders = way.send(stream, { kind: 'screen', surface, grant: grantId }, until);
    const isBehind = computed(() => hasFewProcessors() && ahead.value === stream);
    const stats = keepEncoding({ senders, quality, isBehind, pairStats: () => way.stats(), signal: until });
    const sending = { stream, stats, pointed: signal<Pointed['at']>(null) };
    return { capture: { grantId }, media: way, end, sending };
  }

  function reconcile(way: Media | null): void {
    const next = new Map<MediaStream, Running>();
    for (const capture of way ? wanted : []) {
      for (const stream of capture.streams) {
        const now = running.peek().get(stream);
        const goesOn = now && now.media === way && now.capture.grantId === capture.grantId ? now : null;
        const one = goesOn ?? (way && begin(way, stream, capture));
        if (one) next.set(stream, one);
      }
    }
    for (const [stream, one] of running.peek()) if (next.get(stream) !== one) one.end.abort();
    running.value = next;
  }

  const dispose = effect(() => {
    const way = media.value;
    untracked(() => reconcile(way));
    way?.onPoint(({ stream: id, at }) => {
      const one = [...running.peek().values()].find(({ sending }) => sending.stream.id === id);
      if (one) one.sending.pointed.value = at;
    });
  });
  life.addEventListener('abort', dispose);

  return {
    keep(captures: readonly Capture[]): void {
      wanted = captures;
      reconcile(media.peek());
    },
    of: (streams: readonly MediaStream[]): readonly Sending[] =>
      streams.flatMap((stream) => running.value.get(stream)?.sending ?? []),
  };
}
