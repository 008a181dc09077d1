import { effect, untracked } from '@preact/signals';
import type { HostCobrowse } from '../cobrowse/host-cobrowse.ts';
import type { Watching } from '../showing/watching.ts';
import type { WatchedTabs } from '../showing/watched-tabs.ts';
import type { Chunker } from './chunker.ts';
import type { PageTap } from './page-tap.ts';
import { createPageTrack } from './page-track.ts';

interface Deps {
  watching: Watching;
  tap: PageTap;
  /** A track for the pages of that share. */
  begin: () => Chunker;
  signal: AbortSignal;
}

/** One track for as long as pages are shown. */
export function recordPages({ watching, tap, begin, signal }: Deps): void {
  const dispose = effect(() => {
    const shown = watching.shown.value;
    return shown ? untracked(() => recordShown(shown, watching, tap, begin())) : undefined;
  });
  signal.addEventListener('abort', dispose);
}

function recordShown(shown: WatchedTabs, watching: Watching, tap: PageTap, chunker: Chunker): () => void {
  const track = createPageTrack(chunker);
  /** Mirrors that had begun before us: of each the beginning is asked for once, when it is seen. */
  const begun = new Set(shown.tabs.peek().map(({ cobrowse }) => cobrowse.peek()));
  tap.to = track;
  const disposers = [
    effect(() => track.seen(shown.seen.value?.tab ?? null)),
    effect(() => {
      const mirror: HostCobrowse | null = watching.cobrowse.value;
      if (mirror && begun.delete(mirror)) untracked(mirror.renew);
    }),
  ];
  return () => {
    for (const dispose of disposers) dispose();
    if (tap.to === track) tap.to = null;
    // Until here the page was there, also if nothing happened at it.
    track.seen(null);
    chunker.end();
  };
}
