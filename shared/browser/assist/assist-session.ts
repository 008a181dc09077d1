import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { HiddenReason } from '../../protocol/peer.ts';
import { newId } from '../../protocol/new-id.ts';
import type { Seat, Site } from '../../protocol/rest.ts';
import type { EndReason } from '../../session/share.ts';
import type { Link } from '../link/contract.ts';
import { createLink } from '../link/create-link.ts';
import type { SessionClient } from '../link/session-client.ts';
import { type AssistView, assistView } from './assist-view.ts';
import { createOwnGrants, type GrantKeeper, ownGrant } from './own-grants.ts';
import type { PageChoice, PageSharing } from './page-sharing.ts';
import type { Question } from './question.ts';
import { showPage } from './show-page.ts';
import { type Shown, shownPage } from './shown.ts';

export type AssistNotice = 'assist.pageClosed' | 'assist.leftOrigin';

export interface AssistSession {
  view: ReadonlySignal<AssistView>;
  connected: ReadonlySignal<boolean>;
  link: ReadonlySignal<Link | null>;
  /** The page being shown, named for the customer. */
  page: ReadonlySignal<PageChoice | null>;
  /** The shown page is one that cannot be shown, and why. */
  hidden: ReadonlySignal<HiddenReason | null>;
  controlled: ReadonlySignal<'no' | 'active' | 'suspended'>;
  notice: ReadonlySignal<AssistNotice | null>;
  allow(question: Question, pageId: number): void;
  deny(requestId: string): void;
  /** Stops showing at once, without waiting for any network. */
  stop(): void;
  stopControl(): void;
  end(): void;
  relayNow(): number;
}

interface Deps {
  client: SessionClient;
  seat: Seat;
  sharing: PageSharing | null;
  site: Site;
  signal: AbortSignal;
}

/** Where no page can be shown, nothing can be allowed. */
const nothingKept: GrantKeeper = { grants: () => Promise.resolve([]), keepGrants: () => Promise.resolve() };

/** One customer's session: what the window shows, and the page share that follows the grants. */
export function createAssistSession({ client, seat, sharing, site, signal: life }: Deps): AssistSession {
  const me = seat.participantId;
  const own = createOwnGrants(sharing ?? nothingKept);
  /** The facts do not say who ended a session. */
  const endedHere = signal(false);
  const view = computed(() =>
    assistView({
      state: client.state.value,
      lobby: client.lobby.value,
      online: client.online.value,
      me,
      granted: own.all.value ?? new Set(),
      endedHere: endedHere.value,
      stopped: client.connection.value.phase === 'stopped' ? client.connection.value.reason : null,
    }),
  );
  const link = signal<Link | null>(null);
  const page = signal<PageChoice | null>(null);
  const controlled = signal<'no' | 'active' | 'suspended'>('no');
  const hidden = signal<HiddenReason | null>(null);
  const notice = signal<AssistNotice | null>(null);
  const shown = computed(() => (view.value.kind === 'open' ? view.value.shown : null));
  const mayControl = computed(() => (shown.value?.control ?? null) !== null);
  const hostId = computed(() => (view.value.kind === 'open' ? view.value.hostId : null));

  const told = new Set<string>();
  let chosenPage: number | null = null;
  let showing: { grantId: string; stop: () => void } | null = null;

  const disposeLink = effect(() => {
    const other = hostId.value;
    if (!other) return undefined;
    const inner = new AbortController();
    const options = { client, other, iceServers: site.iceServers, relayOnly: !site.peerToPeer, signal: inner.signal };
    link.value = untracked(() => createLink({ ...options, initiator: false }));
    return () => {
      inner.abort();
      link.value = null;
    };
  });

  const disposeShow = effect(() => {
    const now = shown.value;
    const way = link.value;
    untracked(() => {
      if (showing && showing.grantId !== now?.view.grantId) showing.stop();
      if (!now || !way || showing) return;
      void show(now, way);
    });
  });

  let before: Shown | null = null;
  const disposeOwn = effect(() => {
    const { kind } = view.value;
    const now = shown.value;
    const granted = own.all.value;
    const claimed = shownPage(client.state.value, me);
    untracked(() => {
      if (kind !== 'open' || !granted || !sharing) return;
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
        controlled.value = 'no';
        void sharing.remember(null);
      },
    };
    const pageId = chosenPage ?? (await sharing.remembered());
    if (inner.signal.aborted) return;
    if (pageId === null) return endShare('view', 'page-gone');
    await sharing.remember(pageId);
    page.value = (await sharing.pages()).pages.find((choice) => choice.id === pageId) ?? null;
    if (inner.signal.aborted) return;
    showPage({
      sharing,
      pageId,
      link: way,
      hostName: now.hostName,
      mayControl,
      page,
      controlled,
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

  function stop(): void {
    endShare('view', 'stopped');
    own.clear();
  }

  life.addEventListener('abort', () => {
    disposeOwn();
    disposeShow();
    disposeLink();
    showing?.stop();
  });

  return {
    view,
    connected: computed(() => client.connection.value.phase === 'open'),
    link,
    page,
    hidden,
    controlled,
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
    deny(requestId) {
      void client.perform({ type: 'share.refuse', requestId, reason: 'denied' });
    },
    stop,
    stopControl: () => endShare('control', 'stopped'),
    end() {
      endedHere.value = true;
      stop();
      void client.perform({ type: 'session.end' });
    },
    relayNow: () => client.relayNow(),
  };
}
