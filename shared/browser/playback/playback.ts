import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { RecordingView } from '../../protocol/playback.ts';
import type { Track } from '../../recording/manifest.ts';
import { type Mark, marksOf } from '../../recording/marks.ts';
import { isPageKind, pageKinds } from '../../recording/track-kinds.ts';
import { plain } from '../../protocol/plain-text.ts';
import type { PageWorker } from './page/page-player.ts';
import { advanceClock, type ClockState, otherSpeed, silencesOf } from './playback-clock.ts';
import { createRecordedPages, type RecordedPages } from './recorded-pages.ts';
import type { RecordingSource } from './recording-source.ts';

/** A track on the recording's own clock. */
export interface PlacedTrack extends Track {
  from: number;
  to: number;
}
export interface Hit {
  at: number;
  text: string;
  /** Said in the chat or a note by whom; null: shown on the page. */
  by: string | null;
}

export interface Playback {
  durationMs: number;
  marks: readonly Mark[];
  tracks: readonly PlacedTrack[];
  clock: ReadonlySignal<ClockState>;
  skips: Signal<boolean>;
  /** One for each side that has shown any. */
  pages: readonly RecordedPages[];
  hits: ReadonlySignal<readonly Hit[] | null>;
  /** Reading has failed; trying again goes on. */
  isUnreadable: ReadonlySignal<boolean>;
  retry(): void;
  toggle(): void;
  /** Resolves once it is shown. */
  seek(at: number): Promise<void>;
  faster(by: 1 | -1): void;
  setSpeed(speed: number): void;
  search(text: string): Promise<void>;
}

interface Deps {
  view: RecordingView;
  source: RecordingSource;
  makeWorker(): PageWorker;
  now(): number;
  signal: AbortSignal;
}

const tickMs = 100;

/** One recording being looked at: the clock, and what follows it. */
export function createPlayback({ view, source, makeWorker, now, signal: life }: Deps): Playback {
  const { manifest, report, at: firstAt } = view;
  const { startedAt } = manifest;
  const endedAt = Math.max(startedAt, manifest.endedAt ?? 0, ...manifest.tracks.map((track) => track.endsAt));
  const durationMs = endedAt - startedAt;
  const marks = marksOf(report, { startedAt, endedAt });
  const tracks = manifest.tracks
    .map((track) => ({ ...track, from: track.startsAt - startedAt, to: track.endsAt - startedAt }))
    .toSorted((a, b) => a.from - b.from);
  const clock = signal<ClockState>({ at: Math.min(firstAt, durationMs), isPlaying: false, speed: 1 });
  const skips = signal(false);
  const pages = pageKinds
    .filter((kind) => tracks.some((track) => track.kind === kind))
    .map((kind) => createRecordedPages({ kind, tracks, source, startedAt, at: firstAt, makeWorker, signal: life }));
  const hits = signal<readonly Hit[] | null>(null);
  const known = computed(() => pages.map(({ player }) => player.value.known.value));
  const silences = computed(() => {
    if (!skips.value || pages.length === 0) return [];
    const active = new Set(known.value.flatMap((one) => [...one.active]));
    // Voices and moving pictures are not looked into.
    const busy = tracks.filter(({ kind }) => !isPageKind(kind)).map(({ from, to }) => [from, to] as const);
    for (const [from, to] of [...busy, ...marks.map(({ at }) => [at, at] as const)]) {
      for (let second = Math.floor(from / 1_000); second <= to / 1_000; second += 1) active.add(second);
    }
    // Nobody knows yet what comes there.
    const until = Math.min(...known.value.map((one) => one.until));
    return silencesOf(active, durationMs).filter(([, to]) => to <= until || until >= durationMs);
  });

  let last = now();
  const patch = (change: Partial<ClockState>) => (clock.value = { ...clock.peek(), ...change });
  function tick() {
    const at = now();
    const elapsed = at - last;
    last = at;
    // The picture is behind: time waits for it.
    if (!clock.peek().isPlaying || known.peek().some(({ isSeeking }) => isSeeking)) return;
    clock.value = advanceClock(clock.peek(), elapsed, { durationMs, silences: silences.peek() });
    for (const { player } of pages) player.peek().advance(clock.peek().at);
  }
  const timer = setInterval(tick, tickMs);
  life.addEventListener('abort', () => {
    clearInterval(timer);
  });

  return {
    durationMs,
    marks,
    tracks,
    clock,
    skips,
    pages,
    hits,
    isUnreadable: computed(() => pages.some((one) => one.isUnreadable.value)),
    retry() {
      for (const one of pages) if (one.isUnreadable.peek()) one.retry(clock.peek().at);
    },
    toggle() {
      last = now();
      const { isPlaying, at } = clock.peek();
      if (!isPlaying && at >= durationMs) void this.seek(0);
      patch({ isPlaying: !isPlaying });
    },
    async seek(at) {
      const to = Math.max(0, Math.min(durationMs, at));
      last = now();
      patch({ at: to });
      await Promise.all(pages.map(({ player }) => player.peek().seek(to)));
    },
    faster: (by) => void patch({ speed: otherSpeed(clock.peek().speed, by) }),
    setSpeed: (speed) => void patch({ speed }),
    async search(text) {
      const wanted = plain(text);
      if (wanted === '') {
        hits.value = null;
        return;
      }
      const said = marks.flatMap((mark): Hit[] =>
        (mark.kind === 'chat' || mark.kind === 'note') && plain(mark.text).includes(wanted)
          ? [{ at: mark.at, text: mark.text, by: mark.by }]
          : [],
      );
      const shown = (await Promise.all(pages.map(({ player }) => player.peek().find(text)))).flat();
      hits.value = [...said, ...shown.map((hit) => ({ ...hit, by: null }))].toSorted((a, b) => a.at - b.at);
    },
  };
}
