import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import { parseWith } from '../../protocol/codec.ts';
import { limits } from '../../protocol/limits.ts';
import type { PrivacyPolicy } from '../../protocol/privacy-policy.ts';
import { type MirrorTabs, mirrorWatchSchema } from '../../protocol/tabs.ts';
import type { PageSharing } from '../assist/page-sharing.ts';
import type { RememberedTab } from '../assist/remembered-tab.ts';
import type { LogWish } from '../cobrowse/log/log-wish.ts';
import { createChosenThings, type HiddenThings } from '../cobrowse/pick/chosen-things.ts';
import { seenTab } from '../cobrowse/tabs/seen-tab.ts';
import type { TabLinks } from '../cobrowse/tabs/tab-links.ts';
import { type ShownTab, showTab } from './show-tab.ts';

export interface ShownTabs {
  readonly tabs: ReadonlySignal<readonly ShownTab[]>;
  /** The one that the viewer sees. */
  readonly seen: ReadonlySignal<ShownTab | null>;
  /** The one that the owner looks at, or looked at last. */
  readonly looking: ReadonlySignal<ShownTab | null>;
  tabOf(pageId: number): ShownTab | null;
  /** False: there are too many. One that is shown already is not shown twice. */
  add(pageId: number): boolean;
  /** Stops showing this one, at once. */
  remove(tab: ShownTab): void;
  /** Control counts in this tab too; with `only`, in no other. */
  allowControl(tab: ShownTab, only?: boolean): void;
  /** The owner has turned to that page. */
  looked(pageId: number): void;
  moved(before: number, now: number): void;
}

interface Deps {
  sharing: PageSharing;
  links: TabLinks;
  viewerName: string;
  ownerName: string;
  followers: ReadonlySignal<readonly string[]>;
  policy: ReadonlySignal<PrivacyPolicy | null>;
  hidden: HiddenThings;
  /** Whether the owner's grant of control stands. */
  mayControl: ReadonlySignal<boolean>;
  /** What is shown at first. */
  first: readonly RememberedTab[];
  log: LogWish | null;
  onLeftOrigin(): void;
  /** The last of them was closed. */
  onGone(): void;
  signal: AbortSignal;
}

interface Entry {
  shown: ShownTab;
  pageId: Signal<number>;
  control: Signal<boolean>;
  ending: AbortController;
}

/** The tabs of one share. All are ready to be seen, and one is: only that one is recorded. */
export function createShownTabs({ sharing, links, mayControl, signal: life, ...deps }: Deps): ShownTabs {
  const entries = signal<readonly Entry[]>([]);
  const tabs = computed(() => entries.value.map(({ shown }) => shown));
  const firstOf = (which: 'chosen' | 'looked') => deps.first.find((one) => one[which])?.tab ?? null;
  const looking = signal(firstOf('looked'));
  const away = signal(false);
  /** What the viewer has chosen by hand. */
  const chosen = signal(firstOf('chosen'));
  const epoch = signal(0);
  const seen = computed(() => seenTab({ tabs: tabs.value, looking: looking.value }, chosen.value));
  const withNumber = (tab: number | null) => tabs.value.find((one) => one.tab === tab) ?? null;
  const entryOf = (pageId: number) => entries.peek().find((one) => one.pageId.peek() === pageId);
  /** The page that the owner looks at, shown or not. */
  let lookedAt: number | null = null;
  let last = Math.max(0, ...deps.first.map(({ tab }) => tab));

  function open({ pageId: firstId, tab, control: isControlled }: Pick<RememberedTab, 'pageId' | 'tab' | 'control'>) {
    const ending = new AbortController();
    const ended = AbortSignal.any([life, ending.signal]);
    const pageId = signal(firstId);
    const control = signal(isControlled);
    const shown = showTab({
      sharing,
      tab,
      pageId,
      link: links.tab(tab, ended),
      viewerName: deps.viewerName,
      ownerName: deps.ownerName,
      followers: deps.followers,
      policy: deps.policy,
      things: createChosenThings(deps.hidden),
      log: deps.log,
      isSeen: computed(() => seen.value === tab),
      mayControl: computed(() => mayControl.value && control.value),
      onLeftOrigin() {
        control.value = false;
        if (!entries.peek().some((one) => one.control.peek())) deps.onLeftOrigin();
      },
      onGone: () => queueMicrotask(() => close(tab)),
      signal: ended,
    });
    entries.value = [...entries.peek(), { shown, pageId, control, ending }];
  }
  function drop(tab: number) {
    const entry = entries.peek().find(({ shown }) => shown.tab === tab);
    entry?.ending.abort();
    entries.value = entries.peek().filter((one) => one !== entry);
    // With what was chosen by hand goes the choice.
    if (chosen.peek() === tab) chosen.value = null;
  }
  function close(tab: number) {
    if (life.aborted || !withNumber(tab)) return;
    drop(tab);
    if (entries.peek().length === 0) deps.onGone();
  }

  function looked(pageId: number) {
    lookedAt = pageId;
    const entry = entryOf(pageId);
    away.value = !entry;
    if (entry) looking.value = entry.shown.tab;
  }

  for (const one of deps.first) open(one);
  links.receive((text) => {
    const parsed = parseWith(mirrorWatchSchema, text);
    if (life.aborted || !parsed.ok) return;
    const before = chosen.peek();
    chosen.value = withNumber(parsed.message.tab)?.tab ?? null;
    // Whoever says what we know already may not know what we have said.
    if (chosen.peek() === before) links.send(message.peek());
  });
  links.onLost(() => (epoch.value += 1));
  const message = computed<MirrorTabs>(() => ({
    type: 'mirror.tabs',
    tabs: entries.value.map(({ shown: { tab, mayControl: control } }) => ({ tab, control: control.value })),
    looking: withNumber(looking.value)?.tab ?? null,
    away: away.value,
    chosen: chosen.value,
    epoch: epoch.value,
  }));
  links.onFresh(() => {
    if (!life.aborted) links.send(message.peek());
  });
  let hadControl = mayControl.peek();
  const disposers = [
    effect(() => links.send(message.value)),
    effect(() => {
      const kept = entries.value.map(({ shown: { tab }, pageId, control }) => ({
        tab,
        pageId: pageId.value,
        control: control.value,
        chosen: chosen.value === tab,
        looked: looking.value === tab,
      }));
      untracked(() => void sharing.remember(kept));
    }),
    effect(() => {
      const has = mayControl.value;
      // The next grant is for the tab that it names.
      if (hadControl && !has) for (const { control } of entries.peek()) control.value = false;
      hadControl = has;
    }),
  ];
  life.addEventListener('abort', () => {
    for (const dispose of disposers) dispose();
  });

  return {
    tabs,
    seen: computed(() => withNumber(seen.value)),
    looking: computed(() => withNumber(looking.value)),
    tabOf: (pageId) => entryOf(pageId)?.shown ?? null,
    add(pageId) {
      if (entryOf(pageId)) return true;
      if (life.aborted || entries.peek().length >= limits.tabsAtOnce || last >= limits.tabsEver) return false;
      last += 1;
      open({ pageId, tab: last, control: false });
      // Mostly it is in front already, and nothing more is said of that.
      if (lookedAt === pageId) looked(pageId);
      return true;
    },
    remove: ({ tab }) => drop(tab),
    allowControl({ tab }, only = false) {
      for (const { shown, control } of entries.peek()) {
        if (shown.tab === tab) control.value = true;
        else if (only) control.value = false;
      }
    },
    looked,
    moved(before, now) {
      const entry = entryOf(before);
      if (entry) entry.pageId.value = now;
    },
  };
}
