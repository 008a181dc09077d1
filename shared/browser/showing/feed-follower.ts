import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { parseWith } from '../../protocol/codec.ts';
import { type MirrorTabs, mirrorWatchSchema } from '../../protocol/tabs.ts';
import { createTabLinks } from '../cobrowse/tabs/tab-links.ts';
import type { Link } from '../link/contract.ts';
import { passOn } from './pass-on.ts';
import type { ShownTab } from './show-tab.ts';

const passed = ['mirror', 'asset', 'pointer', 'draw'] as const;

interface Deps {
  /** To the follower. */
  link: Link;
  /** Their name. */
  name: string;
  seen: ReadonlySignal<ShownTab | null>;
  /** Nothing more goes to them once it aborts. */
  signal: AbortSignal;
}

/** Shows a follower the tab that is seen, as if it were the only one: another chooses, and whoever follows does not. */
export function feedFollower({ link, name, seen, signal: life }: Deps): void {
  const links = createTabLinks(link, life);
  const epoch = signal(0);
  const chosen = signal<number | null>(null);
  const list = computed((): MirrorTabs => {
    const tab = seen.value?.tab ?? null;
    const tabs = tab === null ? [] : [{ tab, control: false }];
    return { type: 'mirror.tabs', tabs, looking: tab, away: false, chosen: chosen.value, epoch: epoch.value };
  });
  const tell = () => {
    if (!life.aborted) links.send(list.peek());
  };
  links.receive((text) => {
    const parsed = parseWith(mirrorWatchSchema, text);
    if (!parsed.ok) return;
    // They wait for their own word.
    chosen.value = parsed.message.tab;
    tell();
  });
  links.onFresh(tell);
  links.onLost(() => (epoch.value += 1));

  const disposers = [
    effect(() => links.send(list.value)),
    effect(() => {
      const tab = seen.value;
      if (!tab) return undefined;
      const inner = new AbortController();
      const way = links.tab(tab.tab, inner.signal);
      untracked(() => {
        passOn(tab.ownView, way, inner.signal);
        tab.drawings.join(way, name, inner.signal);
      });
      return () => {
        inner.abort();
        for (const channel of passed) way.clear(channel);
      };
    }),
  ];
  life.addEventListener('abort', () => {
    for (const dispose of disposers) dispose();
    for (const channel of passed) link.clear(channel);
  });
}
