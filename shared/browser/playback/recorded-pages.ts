import { type ReadonlySignal, signal } from '@preact/signals';
import type { Track } from '../../recording/manifest.ts';
import type { PageKind } from '../../recording/track-kinds.ts';
import { loadPages } from './load-pages.ts';
import { createPagePlayer, type PagePlayer, type PageWorker } from './page/page-player.ts';
import type { RecordingSource } from './recording-source.ts';

/** The pages of one side, with a player of their own. */
export interface RecordedPages {
  readonly kind: PageKind;
  /** Another one after each try to read. */
  readonly player: ReadonlySignal<PagePlayer>;
  /** Reading has failed. */
  readonly isUnreadable: ReadonlySignal<boolean>;
  /** Reads all once more, from the beginning, and shows that moment. */
  retry(at: number): void;
  /** The port of the player page, once it is there. Returns how to let go of it. */
  attach(port: MessagePort): () => void;
}

interface Deps {
  kind: PageKind;
  tracks: readonly Track[];
  source: RecordingSource;
  /** Relay's time of the recording's begin. */
  startedAt: number;
  /** Shown first. */
  at: number;
  makeWorker(): PageWorker;
  signal: AbortSignal;
}

/** Reads them from the beginning; the player page comes meanwhile. */
export function createRecordedPages({
  kind,
  tracks,
  source,
  startedAt,
  at,
  makeWorker,
  signal: life,
}: Deps): RecordedPages {
  const isUnreadable = signal(false);
  let port: MessagePort | null = null;
  /** Lets go of it. */
  let detach: (() => void) | null = null;
  let own = new AbortController();

  function read(from: number): PagePlayer {
    own.abort();
    own = new AbortController();
    const ended = AbortSignal.any([life, own.signal]);
    const opened = createPagePlayer({ worker: makeWorker(), signal: ended });
    isUnreadable.value = false;
    loadPages({ source, tracks, kind, startedAt, feed: opened.feed, signal: ended }).catch(() => {
      if (!ended.aborted) isUnreadable.value = true;
    });
    void opened.seek(from);
    if (port) detach = opened.attach(port);
    return opened;
  }
  const player = signal(read(at));

  return {
    kind,
    player,
    isUnreadable,
    // What was read has gone half way.
    retry: (from) => void (player.value = read(from)),
    attach(to) {
      detach?.();
      port = to;
      detach = player.peek().attach(to);
      return () => {
        if (port !== to) return;
        port = null;
        detach?.();
      };
    },
  };
}
