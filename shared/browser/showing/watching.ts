import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { HostCobrowse, HostCobrowseDeps } from '../cobrowse/host-cobrowse.ts';
import type { PageTap } from '../recording/page-tap.ts';
import { tapLink } from '../recording/tap-link.ts';
import { createTabLinks } from '../cobrowse/tabs/tab-links.ts';
import type { Link } from '../link/contract.ts';
import { createWatchedTabs, type WatchedTabs } from './watched-tabs.ts';

/** Somebody else's tabs that are shown here, as the one who watches them has them. */
export interface Watching {
  /** Null while nothing is shown. */
  shown: ReadonlySignal<WatchedTabs | null>;
  /** The mirror of the tab that is seen; null while there is none, or no player is there to play it. */
  cobrowse: ReadonlySignal<HostCobrowse | null>;
}

interface Deps {
  /** To the owner, in this direction. */
  link: ReadonlySignal<Link | null>;
  /** The grant of what is shown, or null. */
  grantId: ReadonlySignal<string | null>;
  mayControl: ReadonlySignal<boolean>;
  ownerOnline: ReadonlySignal<boolean>;
  /** What is said in the player, at the pointer. */
  words: NonNullable<HostCobrowseDeps['words']>;
  cache?: HostCobrowseDeps['cache'];
  /** Hears of all that comes. */
  tap?: PageTap;
  signal: AbortSignal;
}

/** Plays the mirrors of what is shown, and controls the seen one while that is granted; for either side of a session. */
export function createWatching({
  link,
  grantId,
  mayControl,
  ownerOnline,
  words,
  cache,
  tap,
  signal: life,
}: Deps): Watching {
  const shown = signal<WatchedTabs | null>(null);
  const seen = computed(() => shown.value?.seen.value ?? null);
  const cobrowse = computed(() => seen.value?.cobrowse.value ?? null);
  const controls = computed(() => mayControl.value && seen.value?.mayControl.value === true);
  const disposers = [
    effect(() => {
      const way = link.value;
      if (!way || !grantId.value) return undefined;
      const inner = new AbortController();
      shown.value = untracked(() =>
        createWatchedTabs({
          links: createTabLinks(tap ? tapLink(way, tap.heard) : way, inner.signal),
          mirror: { words, ...(cache && { cache }), ...(tap && { found: tap.blob }) },
          signal: inner.signal,
        }),
      );
      return () => {
        inner.abort();
        shown.value = null;
      };
    }),
    effect(() => {
      // A reloaded owner leaves the relay before the peer is missed.
      void ownerOnline.value;
      untracked(() => cobrowse.peek()?.control.doubt());
    }),
    effect(() => {
      const mirror = cobrowse.value;
      if (!mirror || !controls.value) return undefined;
      untracked(() => mirror.control.start());
      return () => untracked(() => mirror.control.stop());
    }),
  ];
  life.addEventListener('abort', () => {
    for (const dispose of disposers) dispose();
  });
  return { shown, cobrowse };
}
