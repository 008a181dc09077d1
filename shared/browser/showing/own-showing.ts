import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import { newId } from '../../protocol/new-id.ts';
import type { HiddenReason } from '../../protocol/peer.ts';
import type { EndReason, Share } from '../../session/share.ts';
import { ownGrant, type OwnGrants } from '../assist/own-grants.ts';
import type { PageChoice, PageSharing } from '../assist/page-sharing.ts';
import { showPage } from '../assist/show-page.ts';
import { type Shown, shownPage } from '../assist/shown.ts';
import type { DecidedPage } from '../cobrowse/decided-page.ts';
import { createOwnView, type OwnView } from '../cobrowse/own-view.ts';
import { type ChosenThings, loadChosenThings } from '../cobrowse/pick/chosen-things.ts';
import type { Link } from '../link/contract.ts';
import type { SessionClient } from '../link/session-client.ts';

export type ShowingNotice = 'assist.pageClosed' | 'assist.leftOrigin';

/** A page of one's own that is shown, as the one who shows it sees it. */
export interface OwnShowing {
  /** The page, named for its owner. */
  page: ReadonlySignal<PageChoice | null>;
  /** It is one that cannot be shown, and why. */
  hidden: ReadonlySignal<HiddenReason | null>;
  /** What the viewer sees, for the owner to look at; null while nothing is shown. */
  ownView: ReadonlySignal<OwnView | null>;
  /** The page as the owner may decide about it; null while nothing is shown. */
  decided: ReadonlySignal<DecidedPage | null>;
  controlled: ReadonlySignal<'no' | 'active' | 'suspended'>;
  /** The viewer wants the owner to press a marked place in the page; `unmark` puts the mark away. */
  asked: ReadonlySignal<{ unmark(): void } | null>;
  notice: ReadonlySignal<ShowingNotice | null>;
  /** Grants what was asked for; from now on that page is shown. */
  allow(question: { requestId: string; level: Share['ref']['level'] }, pageId: number): void;
  /** Stops showing at once, without waiting for any network. */
  stop(): void;
  stopControl(): void;
}

interface Deps {
  client: Pick<SessionClient, 'state' | 'perform' | 'policy'>;
  me: ParticipantId;
  sharing: PageSharing | null;
  own: OwnGrants;
  /** To the viewer, in this direction. */
  link: ReadonlySignal<Link | null>;
  /** What is shown by the facts and by one's own grants. */
  shown: ReadonlySignal<Shown | null>;
  /** False: this window is not, or no longer, the one that speaks for its participant. */
  speaks: ReadonlySignal<boolean>;
  signal: AbortSignal;
}

/** Shows the page that the owner chose, for as long as the owner's grant stands; for either side of a session. */
export function createOwnShowing({ client, me, sharing, own, link, shown, speaks, signal: life }: Deps): OwnShowing {
  const page = signal<PageChoice | null>(null);
  const hidden = signal<HiddenReason | null>(null);
  const controlled = signal<'no' | 'active' | 'suspended'>('no');
  const asked = signal<{ unmark(): void } | null>(null);
  const ownView = signal<OwnView | null>(null);
  const decided = signal<DecidedPage | null>(null);
  const notice = signal<ShowingNotice | null>(null);
  const mayControl = computed(() => (shown.value?.control ?? null) !== null);
  const told = new Set<string>();
  let chosenPage: number | null = null;
  let things: ChosenThings | null = null;
  let showing: { grantId: string; stop: () => void } | null = null;

  const disposeShow = effect(() => {
    const now = shown.value;
    const way = link.value;
    // Without knowing what the site has decided nothing is shown.
    const isDecided = client.policy.value !== null;
    untracked(() => {
      if (showing && showing.grantId !== now?.view.grantId) showing.stop();
      if (!now || !way || !isDecided || showing) return;
      void show(now, way);
    });
  });

  let before: Shown | null = null;
  const disposeOwn = effect(() => {
    const isOurs = speaks.value;
    const now = shown.value;
    const granted = own.all.value;
    const claimed = shownPage(client.state.value, me);
    untracked(() => {
      if (!isOurs || !granted || !sharing) return;
      // What is over is over: the same grant cannot come back.
      if (before && before.view.grantId !== now?.view.grantId) own.drop('view', before.view.grantId);
      if (before?.control && before.control.grantId !== now?.control?.grantId)
        own.drop('control', before.control.grantId);
      before = now;
      // A grant that arrives after Stop, or that nobody gave here.
      if (claimed && !now) end(claimed.view, 'stopped');
      else if (claimed?.control && !now?.control) end(claimed.control, 'stopped');
    });
  });

  async function show(now: Shown, way: Link): Promise<void> {
    if (!sharing) return;
    const { grantId } = now.view;
    const inner = new AbortController();
    showing = {
      grantId,
      stop() {
        inner.abort();
        showing = null;
        page.value = null;
        hidden.value = null;
        ownView.value = null;
        decided.value = null;
        controlled.value = 'no';
        asked.value = null;
        void sharing.remember(null);
      },
    };
    const pageId = chosenPage ?? (await sharing.remembered());
    const chosen = (things ??= await loadChosenThings(sharing));
    if (inner.signal.aborted) return;
    if (pageId === null) return endShare('view', 'page-gone');
    await sharing.remember(pageId);
    page.value = (await sharing.pages()).pages.find((choice) => choice.id === pageId) ?? null;
    if (inner.signal.aborted) return;
    const seenHere = createOwnView(way);
    ownView.value = seenHere;
    decided.value = showPage({
      sharing,
      pageId,
      link: seenHere.shared,
      policy: client.policy,
      things: chosen,
      viewerName: now.viewerName,
      mayControl,
      page,
      controlled,
      asked,
      onLeftOrigin() {
        notice.value = 'assist.leftOrigin';
        endShare('control', 'left-origin');
      },
      hidden,
      onGone() {
        notice.value = 'assist.pageClosed';
        endShare('view', 'page-gone');
      },
      signal: inner.signal,
    });
  }

  function endShare(level: 'view' | 'control', reason: EndReason): void {
    const now = shown.peek();
    const share = level === 'view' ? now?.view : now?.control;
    if (!share) return;
    if (level === 'view') showing?.stop();
    end(share, reason);
    own.drop(level, share.grantId);
  }

  /** Tells the relay, once. */
  function end({ ref, grantId }: Shown['view'], reason: EndReason): void {
    const grant = ownGrant(ref.level, grantId);
    if (told.has(grant)) return;
    told.add(grant);
    void client.perform({ type: 'share.end', ref, grantId, reason });
  }

  life.addEventListener('abort', () => {
    disposeOwn();
    disposeShow();
    showing?.stop();
  });

  return {
    page,
    hidden,
    ownView,
    decided,
    controlled,
    asked,
    notice,
    allow({ requestId, level }, pageId) {
      chosenPage = pageId;
      notice.value = null;
      void sharing?.bringToFront(pageId).catch(() => undefined);
      const grantId = newId();
      own.add(level, grantId);
      void client.perform({ type: 'share.grant', requestId }, grantId).then(({ ok }) => {
        if (!ok) own.drop('view', grantId);
      });
    },
    stop() {
      endShare('view', 'stopped');
      own.clear();
    },
    stopControl: () => endShare('control', 'stopped'),
  };
}
