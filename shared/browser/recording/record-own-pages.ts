import { computed, effect, untracked } from '@preact/signals';
import { createMemoryCache } from '../cobrowse/assets/asset-cache.ts';
import { createHostAssets } from '../cobrowse/assets/host-assets.ts';
import { refreshRequest } from '../cobrowse/wire/refresh-request.ts';
import type { OwnShowing } from '../showing/own-showing.ts';
import type { ShownTab } from '../showing/show-tab.ts';
import type { Chunker } from './chunker.ts';
import { createPageTrack, type PageTrack } from './page-track.ts';
import { tapLink } from './tap-link.ts';

interface Deps {
  showing: Pick<OwnShowing, 'tabs' | 'seen'>;
  /** A track for the pages of that share. */
  begin: () => Chunker;
  signal: AbortSignal;
}

/** The host's own pages, as they leave for the customer: one track for as long as any is shown. */
export function recordOwnPages({ showing, begin, signal }: Deps): void {
  const isShown = computed(() => showing.tabs.value.length > 0);
  const dispose = effect(() => (isShown.value ? untracked(() => recordShown(showing, begin())) : undefined));
  signal.addEventListener('abort', dispose);
}

function recordShown({ tabs, seen }: Deps['showing'], chunker: Chunker): () => void {
  const track = createPageTrack(chunker);
  const looks = new Map<ShownTab, AbortController>();
  const disposers = [
    effect(() => track.seen(seen.value?.tab ?? null)),
    effect(() => {
      const now = tabs.value;
      for (const [tab, look] of looks) {
        if (now.includes(tab)) continue;
        look.abort();
        looks.delete(tab);
      }
      for (const tab of now) {
        if (looks.has(tab)) continue;
        const look = new AbortController();
        looks.set(tab, look);
        untracked(() => lookAt(tab, track, look.signal));
      }
    }),
  ];
  return () => {
    for (const dispose of disposers) dispose();
    for (const look of looks.values()) look.abort();
    // Until here the page was there, also if nothing happened at it.
    track.seen(null);
    chunker.end();
  };
}

/** As one more viewer, from a fresh snapshot on. */
function lookAt({ tab, ownView }: ShownTab, track: PageTrack, signal: AbortSignal): void {
  const link = tapLink(ownView.look(signal), (channel, message) => track.heard(tab, channel, message));
  for (const channel of ['mirror', 'pointer'] as const) link.receive(channel, () => undefined);
  const assets = createHostAssets({
    link,
    cache: createMemoryCache(),
    deliver: () => undefined,
    found: track.blob,
    signal,
  });
  assets.again();
  link.send('mirror', refreshRequest(true));
}
