import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import { newId } from '../../protocol/new-id.ts';
import { admitPage } from '../../protocol/page-admission.ts';
import type { EndReason, Share } from '../../session/share.ts';
import { ownGrant, type OwnGrants } from '../assist/own-grants.ts';
import type { PageChoice, PageList, PageSharing, RememberedProposals } from '../assist/page-sharing.ts';
import type { RememberedTab } from '../assist/remembered-tab.ts';
import type { LogWish } from '../cobrowse/log/log-wish.ts';
import { nameOf, type Shown, type Viewer } from '../assist/shown.ts';
import { type HiddenThings, loadHiddenThings } from '../cobrowse/pick/chosen-things.ts';
import { createTabLinks } from '../cobrowse/tabs/tab-links.ts';
import type { Link } from '../link/contract.ts';
import type { SessionClient } from '../link/session-client.ts';
import { feedFollowers } from './feed-followers.ts';
import { keepOnlyOwnGrants } from './only-own-grants.ts';
import { createProposedTabs, noProposals, type ProposedTabs } from './proposed-tabs.ts';
import type { ShownTab } from './show-tab.ts';
import { createShownTabs, type ShownTabs } from './shown-tabs.ts';

export type ShowingNotice = 'assist.pageClosed' | 'assist.leftOrigin' | 'assist.tooManyTabs';

/** The tabs of one's own that are shown, as the one who shows them sees them. */
export interface OwnShowing {
  readonly tabs: ReadonlySignal<readonly ShownTab[]>;
  /** The tab that the viewer sees; null while nothing is shown. */
  readonly seen: ReadonlySignal<ShownTab | null>;
  /** The shown tab that its owner looks at, or looked at last. */
  readonly looking: ReadonlySignal<ShownTab | null>;
  /** Tabs that shown pages have opened; null while nothing is shown. */
  readonly proposed: ReadonlySignal<ProposedTabs | null>;
  /** Its owner is asked about a page, points at what may be seen of one, or is asked by the browser. */
  readonly isAsked: ReadonlySignal<boolean>;
  readonly notice: ReadonlySignal<ShowingNotice | null>;
  /** Grants what was asked for; from now on that page is shown. */
  allow(question: { requestId: string; level: Share['ref']['level']; viewer: ParticipantId }, pageId: number): void;
  /** Shows one more page. */
  add(pageId: number): void;
  /** Stops showing that tab at once; the last one ends all. */
  remove(tab: ShownTab): void;
  /** What was allowed of another tab counts in this one too. */
  allowControl(tab: ShownTab): void;
  /** Pages that could be shown too. */
  choices(): Promise<PageList>;
  /** Stops showing at once, without waiting for any network. */
  stop(): void;
  stopControl(): void;
  /** The way to a viewer; null: there is none yet. */
  linkTo(viewer: ParticipantId): Link | null;
  /** Stops showing to this one only. */
  stopFor(viewer: Viewer): void;
}

interface Deps {
  client: Pick<SessionClient, 'state' | 'perform' | 'policy'>;
  me: ParticipantId;
  sharing: PageSharing | null;
  own: OwnGrants;
  /** The way to a viewer, in this direction; null: there is none yet. To be read where signals are watched. */
  linkTo: (viewer: ParticipantId) => Link | null;
  /** What is shown by the facts and by one's own grants. */
  shown: ReadonlySignal<Shown | null>;
  /** Who may be told what shown pages write for their developers; null: nobody. */
  log: LogWish | null;
  /** False: this window is not, or no longer, the one that speaks for its participant. */
  speaks: ReadonlySignal<boolean>;
  signal: AbortSignal;
}

/** Shows the page that the owner chose, for as long as the owner's grant stands; for either side of a session. */
export function createOwnShowing({
  client,
  me,
  sharing,
  own,
  linkTo,
  shown,
  log,
  speaks,
  signal: life,
}: Deps): OwnShowing {
  const shownTabs = signal<ShownTabs | null>(null);
  const proposed = signal<ProposedTabs | null>(null);
  const notice = signal<ShowingNotice | null>(null);
  const mayControl = computed(() => (shown.value?.control ?? null) !== null);
  const followers = computed(() => shown.value?.followers ?? []);
  const told = new Set<string>();
  let chosenPage: number | null = null;
  /** Where control counts that was allowed last; other pages are allowed one by one. */
  let controlPage: number | null = null;
  let hidden: HiddenThings | null = null;
  let showing: { grantId: string; stop: () => void } | null = null;
  /** The one who saw the page first has gone, or another has control now: what is shown stays so. */
  let isHandedOver = false;

  const disposeShow = effect(() => {
    const now = shown.value;
    const way = now && linkTo(now.view.ref.viewer);
    // Without knowing what the site has decided nothing is shown.
    const isDecided = client.policy.value !== null;
    untracked(() => {
      if (showing && showing.grantId !== now?.view.grantId) {
        isHandedOver = now !== null;
        showing.stop();
      }
      if (!now && isHandedOver) forget();
      if (!now || !way || !isDecided || showing) return;
      void show(now, way);
    });
  });

  if (sharing) {
    keepOnlyOwnGrants({
      ...{ state: client.state, me, own, shown, speaks, signal: life },
      // One that arrives after Stop, or that nobody gave here.
      end: (grant) => end(grant, 'stopped'),
    });
  }

  async function show(now: Shown, way: Link): Promise<void> {
    if (!sharing) return;
    const { grantId } = now.view;
    const inner = new AbortController();
    const { signal: ending } = inner;
    showing = {
      grantId,
      stop() {
        inner.abort();
        showing = null;
        shownTabs.value = null;
        proposed.value = null;
        if (!isHandedOver) forget();
      },
    };
    const isNewViewer = isHandedOver;
    const isNew = chosenPage !== null && !isNewViewer;
    isHandedOver = false;
    const known = isNew ? [] : await sharing.remembered();
    const open = isNew ? noProposals : await sharing.proposals();
    const kept = (hidden ??= await loadHiddenThings(sharing));
    if (ending.aborted) return;
    // What was allowed of the tabs before was for another.
    const tabsBefore = isNewViewer ? known.map((tab) => ({ ...tab, control: tab.pageId === controlPage })) : known;
    const first = tabsBefore.length > 0 || chosenPage === null ? tabsBefore : [asFirst(chosenPage, now)];
    if (first.length === 0) return endShare('page-gone');
    const tabs = createShownTabs({
      sharing,
      links: createTabLinks(way, ending),
      viewerName: now.viewerName,
      ownerName: nameOf(client.state.peek(), me),
      followers: computed(() => followers.value.map(({ viewerName }) => viewerName)),
      policy: client.policy,
      hidden: kept,
      log,
      mayControl,
      first,
      onLeftOrigin() {
        notice.value = 'assist.leftOrigin';
        endControl('left-origin');
      },
      onGone() {
        notice.value = 'assist.pageClosed';
        endShare('page-gone');
      },
      signal: ending,
    });
    shownTabs.value = tabs;
    feedFollowers({ followers, linkTo, seen: tabs.seen, signal: ending });
    proposed.value = watchPages(sharing, tabs, open, ending);
  }

  function watchPages(
    { watch, keepProposals }: PageSharing,
    tabs: ShownTabs,
    first: RememberedProposals,
    ending: AbortSignal,
  ): ProposedTabs {
    const proposals = createProposedTabs({
      originOf: (pageId) => tabs.tabOf(pageId)?.page.peek()?.origin ?? null,
      isShown: (pageId) => tabs.tabOf(pageId) !== null,
      add: (pageId) => noticed(tabs.add(pageId)),
      first,
    });
    const { also, waiting } = proposals;
    const dispose = effect(() => void keepProposals({ also: also.value, waiting: waiting.value }));
    ending.addEventListener('abort', dispose);
    watch({ ...proposals, looked: tabs.looked, moved: tabs.moved }, first.waiting, ending);
    return proposals;
  }
  /** What is allowed next is shown alone. */
  function forget(): void {
    isHandedOver = false;
    void sharing?.remember([]);
    void sharing?.keepProposals(noProposals);
  }
  /** Says it when there are too many. */
  function noticed(added: boolean): boolean {
    notice.value = added ? null : 'assist.tooManyTabs';
    return added;
  }

  /** The page's own end is that of all who see it. */
  function endShare(reason: EndReason): void {
    const now = shown.peek();
    if (!now) return;
    showing?.stop();
    for (const { view } of [now, ...now.followers]) endGrant(view, reason);
  }
  /** Also where the facts do not tell of it yet. */
  function endControl(reason: EndReason): void {
    const control = shown.peek()?.control;
    controlPage = null;
    if (control) end(control, reason);
    own.dropControl();
  }
  function endGrant(share: Viewer['view'], reason: EndReason): void {
    end(share, reason);
    own.drop(share.ref, share.grantId);
  }

  /** Tells the relay, once. */
  function end({ ref, grantId }: Shown['view'], reason: EndReason): void {
    const grant = ownGrant(ref, grantId);
    if (told.has(grant)) return;
    told.add(grant);
    void client.perform({ type: 'share.end', ref, grantId, reason });
  }

  life.addEventListener('abort', () => {
    disposeShow();
    showing?.stop();
  });

  const bringToFront = (pageId: number) => void sharing?.bringToFront(pageId).catch(() => undefined);
  function stop() {
    endShare('stopped');
    own.clear();
  }

  return {
    tabs: computed(() => shownTabs.value?.tabs.value ?? []),
    seen: computed(() => shownTabs.value?.seen.value ?? null),
    looking: computed(() => shownTabs.value?.looking.value ?? null),
    proposed,
    isAsked: computed(
      () =>
        (proposed.value?.waiting.value.length ?? 0) > 0 ||
        (shownTabs.value?.tabs.value.some(({ decided }) => decided.picking.value !== null) ?? false) ||
        (sharing?.isAskingAccess.value ?? false),
    ),
    notice,
    allow({ requestId, level, viewer }, pageId) {
      chosenPage = pageId;
      notice.value = null;
      bringToFront(pageId);
      if (level === 'control') {
        // Whoever has it has it alone.
        endControl('superseded');
        controlPage = pageId;
        const shownAs = shownTabs.peek()?.tabOf(pageId);
        if (shownAs) shownTabs.peek()?.allowControl(shownAs, true);
      }
      const grantId = newId();
      own.add({ level, viewer }, grantId);
      void client.perform({ type: 'share.grant', requestId }, grantId).then(({ ok }) => {
        if (!ok) own.forget(grantId);
      });
    },
    add(pageId) {
      const tabs = shownTabs.peek();
      if (!tabs || !noticed(tabs.add(pageId))) return;
      // It may have been asked about.
      proposed.peek()?.closed(pageId);
      bringToFront(pageId);
    },
    remove(tab) {
      if ((shownTabs.peek()?.tabs.peek().length ?? 0) > 1) shownTabs.peek()?.remove(tab);
      else stop();
    },
    allowControl: (tab) => shownTabs.peek()?.allowControl(tab),
    async choices() {
      const list = (await sharing?.pages()) ?? { pages: [], complete: true };
      const policy = client.policy.peek();
      const isOffered = ({ id, origin }: PageChoice) =>
        !shownTabs.peek()?.tabOf(id) && policy !== null && admitPage(policy, `${origin}/`) !== 'not-allowed';
      return { ...list, pages: list.pages.filter(isOffered) };
    },
    stop,
    stopControl: () => endControl('stopped'),
    linkTo,
    stopFor({ view }) {
      if (shown.peek()?.followers.length === 0) stop();
      else endGrant(view, 'stopped');
    },
  };
}

/** Who allows control blind allows it of this tab. */
const asFirst = (pageId: number, { control }: Shown): RememberedTab => ({
  ...{ pageId, tab: 1, control: control !== null },
  ...{ chosen: false, looked: false },
});
