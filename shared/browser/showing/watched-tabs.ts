import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { parseWith } from '../../protocol/codec.ts';
import { type MirrorTabs, mirrorTabsSchema } from '../../protocol/tabs.ts';
import { type HostCobrowse, type HostCobrowseDeps, startHostCobrowse } from '../cobrowse/host-cobrowse.ts';
import { seenTab } from '../cobrowse/tabs/seen-tab.ts';
import type { TabLinks } from '../cobrowse/tabs/tab-links.ts';

/** One tab of somebody else's that is shown here. */
export interface WatchedTab {
  /** Its number on the link. */
  readonly tab: number;
  /** Null until a player is there to play it. */
  readonly cobrowse: ReadonlySignal<HostCobrowse | null>;
  /** The owner's grant of control counts in it. */
  readonly mayControl: ReadonlySignal<boolean>;
}

export interface WatchedTabs {
  readonly tabs: ReadonlySignal<readonly WatchedTab[]>;
  /** The one that is seen here. */
  readonly seen: ReadonlySignal<WatchedTab | null>;
  /** Number of the shown tab that the owner looks at now; null: at something else. */
  readonly looking: ReadonlySignal<number | null>;
  /** What is seen here is what the owner looks at. */
  readonly follows: ReadonlySignal<boolean>;
  /** By hand; null: follows again. */
  choose(tab: number | null): void;
  /** A later player takes the place of an earlier one. Returns how to detach it. */
  attachPlayer(tab: number, port: MessagePort): () => void;
}

interface Deps {
  links: TabLinks;
  /** What each tab's mirror needs beside its link and its player. */
  mirror: Omit<HostCobrowseDeps, 'link' | 'player' | 'signal'>;
  signal: AbortSignal;
}

interface Entry {
  watched: WatchedTab;
  cobrowse: Signal<HostCobrowse | null>;
  control: Signal<boolean>;
  ending: AbortController;
  /** Ends what the player plays. */
  playing: AbortController | null;
}

const nothing: MirrorTabs = { type: 'mirror.tabs', tabs: [], looking: null, away: false, chosen: null, epoch: 0 };

/** Keeps one mirror for each tab that is shown: one that is not seen stands still and is there at once. */
export function createWatchedTabs({ links, mirror, signal: life }: Deps): WatchedTabs {
  const list = signal(nothing);
  const entries = signal<readonly Entry[]>([]);
  const chosen = signal<number | null>(null);
  const tabs = computed(() => entries.value.map(({ watched }) => watched));
  const seen = computed(() => seenTab(list.value, chosen.value));
  const entryOf = (tab: number) => entries.peek().find(({ watched }) => watched.tab === tab);
  const ask = () => links.send({ type: 'mirror.watch', tab: chosen.peek() });

  function entryFor({ tab, control: mayControl }: MirrorTabs['tabs'][number]): Entry {
    const known = entryOf(tab);
    if (known) {
      known.control.value = mayControl;
      return known;
    }
    const cobrowse = signal<HostCobrowse | null>(null);
    const control = signal(mayControl);
    const watched = { tab, cobrowse, mayControl: control };
    return { watched, cobrowse, control, ending: new AbortController(), playing: null };
  }
  function listed(next: MirrorTabs) {
    const before = entries.peek();
    entries.value = next.tabs.map(entryFor);
    for (const entry of before) if (!entries.peek().includes(entry)) entry.ending.abort();
    const isLost = next.epoch !== list.peek().epoch;
    list.value = next;
    // With what was chosen by hand goes the choice.
    if (chosen.peek() !== null && !entryOf(chosen.peek() ?? 0)) chosen.value = null;
    // What the other side does not know was said before it was there.
    if (next.chosen !== chosen.peek()) ask();
    if (isLost) links.freshen();
  }

  links.receive((text) => {
    const parsed = parseWith(mirrorTabsSchema, text);
    if (!life.aborted && parsed.ok) listed(parsed.message);
  });
  links.onFresh(() => {
    list.value = { ...list.peek(), epoch: 0 };
    if (!life.aborted) ask();
  });
  // The list may have come before anybody was there to hear it.
  ask();
  life.addEventListener('abort', () => {
    for (const { ending } of entries.peek()) ending.abort();
  });

  return {
    tabs,
    seen: computed(() => tabs.value.find(({ tab }) => tab === seen.value) ?? null),
    looking: computed(() => (list.value.away ? null : list.value.looking)),
    follows: computed(() => chosen.value === null),
    choose(tab) {
      if (life.aborted || (tab !== null && !entryOf(tab))) return;
      chosen.value = tab;
      ask();
    },
    attachPlayer(tab, player) {
      const entry = entryOf(tab);
      if (!entry || life.aborted) return () => undefined;
      entry.playing?.abort();
      const playing = new AbortController();
      entry.playing = playing;
      const ended = AbortSignal.any([life, entry.ending.signal, playing.signal]);
      entry.cobrowse.value = startHostCobrowse({ ...mirror, link: links.tab(tab, ended), player, signal: ended });
      return () => {
        playing.abort();
        if (entry.playing === playing) entry.cobrowse.value = null;
      };
    },
  };
}
