import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { RecordingView } from '../../protocol/playback.ts';
import type { Track } from '../../recording/manifest.ts';
import { type Mark, marksOf } from '../../recording/marks.ts';
import { plain } from '../../protocol/plain-text.ts';
import { loadPages } from './load-pages.ts';
import { createPagePlayer, type PagePlayer, type PageWorker } from './page/page-player.ts';
import { advanceClock, type ClockState, otherSpeed, silencesOf } from './playback-clock.ts';
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
  /** Stretches of pages that are not there. */
  missing: ReadonlySignal<readonly (readonly [number, number])[]>;
  page: ReadonlySignal<PagePlayer | null>;
  /** Up to where pages have been read. */
  readTo: ReadonlySignal<number>;
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
  /** The port of the player page, once it is there. Returns how to let go of it. */
  attachPage(port: MessagePort): () => void;
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
  const page = signal<PagePlayer | null>(null);
  const hits = signal<readonly Hit[] | null>(null);
  const isUnreadable = signal(false);
  const known = computed(() => page.value?.known.value ?? null);
  const missing = computed(() => known.value?.missing ?? []);
  const readTo = computed(() => Math.max(0, known.value?.until ?? 0));
  const silences = computed(() => {
    const read = known.value;
    if (!skips.value || !read) return [];
    const active = new Set(read.active);
    // Voices and moving pictures are not looked into.
    const busy = tracks.filter(({ kind }) => kind !== 'page').map(({ from, to }) => [from, to] as const);
    for (const [from, to] of [...busy, ...marks.map(({ at }) => [at, at] as const)]) {
      for (let second = Math.floor(from / 1_000); second <= to / 1_000; second += 1) active.add(second);
    }
    // Nobody knows yet what comes there.
    return silencesOf(active, durationMs).filter(([, to]) => to <= read.until || read.until >= durationMs);
  });

  let last = now();
  const patch = (change: Partial<ClockState>) => (clock.value = { ...clock.peek(), ...change });
  function tick() {
    const at = now();
    const elapsed = at - last;
    last = at;
    // The picture is behind: time waits for it.
    if (!clock.peek().isPlaying || known.peek()?.isSeeking) return;
    clock.value = advanceClock(clock.peek(), elapsed, { durationMs, silences: silences.peek() });
    page.peek()?.advance(clock.peek().at);
  }
  const timer = setInterval(tick, tickMs);
  life.addEventListener('abort', () => {
    clearInterval(timer);
  });

  function load(player: PagePlayer, signal: AbortSignal) {
    isUnreadable.value = false;
    loadPages({ source, tracks, startedAt, feed: player.feed, signal }).catch(() => {
      if (!signal.aborted) isUnreadable.value = true;
    });
  }
  let port: MessagePort | null = null;
  /** Lets go of it. */
  let detach: (() => void) | null = null;
  let own = new AbortController();
  /** Reads it from the beginning; the player page comes meanwhile. */
  function open() {
    own.abort();
    own = new AbortController();
    const player = createPagePlayer({ worker: makeWorker(), signal: AbortSignal.any([life, own.signal]) });
    page.value = player;
    load(player, own.signal);
    void player.seek(clock.peek().at);
    if (port) detach = player.attach(port);
  }
  if (tracks.some(({ kind }) => kind === 'page')) open();
  function attachPage(to: MessagePort) {
    detach?.();
    port = to;
    detach = page.peek()?.attach(to) ?? null;
    return () => {
      if (port !== to) return;
      port = null;
      detach?.();
    };
  }

  return {
    durationMs,
    marks,
    tracks,
    clock,
    skips,
    missing,
    page,
    readTo,
    hits,
    isUnreadable,
    retry() {
      // What was read has gone half way.
      open();
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
      await page.peek()?.seek(to);
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
      const shown = (await page.peek()?.find(text)) ?? [];
      hits.value = [...said, ...shown.map((hit) => ({ ...hit, by: null }))].toSorted((a, b) => a.at - b.at);
    },
    attachPage,
  };
}
