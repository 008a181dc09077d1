import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import { createOwnGrants } from '../../shared/browser/assist/own-grants.ts';
import type { PageSharing } from '../../shared/browser/assist/page-sharing.ts';
import { type Shown, viewersOf, within } from '../../shared/browser/assist/shown.ts';
import { turnedLink } from '../../shared/browser/link/direction.ts';
import type { Link } from '../../shared/browser/link/contract.ts';
import type { SessionClient } from '../../shared/browser/link/session-client.ts';
import { createOwnShowing, type OwnShowing } from '../../shared/browser/showing/own-showing.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import type { Share } from '../../shared/session/share.ts';
import { ownPageShares, type PageShares } from './console-state.ts';

type Level = Share['ref']['level'];

/** The host's own page, offered and shown to the customer. */
export interface OwnPage extends OwnShowing {
  sharing: PageSharing;
  shares: ReadonlySignal<PageShares | null>;
  shown: ReadonlySignal<Shown | null>;
  /** Asks the customer to be shown that page; once they allow it, it is. */
  offer(level: Level, pageId: number): void;
  withdraw(level: Level): void;
}

interface Deps {
  client: SessionClient;
  sharing: PageSharing;
  /** To the customer. */
  other: ReadonlySignal<ParticipantId | null>;
  link: ReadonlySignal<Link | null>;
  perform: SessionClient['perform'];
  signal: AbortSignal;
}

export function createOwnPage({ client, sharing, other, link, perform, signal: life }: Deps): OwnPage {
  const me = client.selfId;
  const own = createOwnGrants(sharing);
  const speaks = computed(() => client.connection.value.phase !== 'stopped' && client.state.value.phase === 'open');
  const shares = computed(() => ownPageShares(client.state.value, me));
  const shown = computed(() =>
    speaks.value ? within(own.all.value ?? new Set(), viewersOf(client.state.value, me)) : null,
  );
  const turned = computed(() => link.value && turnedLink(link.value));
  const linkTo = (viewer: ParticipantId) => (viewer === other.value ? turned.value : null);
  const showing = createOwnShowing({ client, me, sharing, own, linkTo, shown, log: null, speaks, signal: life });
  /** What this window has offered: which page, and whether the customer's answer is dealt with. */
  const offers = new Map<string, { pageId: number; settled: boolean }>();

  const disposeAnswers = effect(() => {
    if (!speaks.value) return;
    const asked = [shares.value?.view, shares.value?.control];
    untracked(() => {
      for (const share of asked) if (share?.phase === 'requested') answer(share);
    });
  });
  life.addEventListener('abort', disposeAnswers);

  /** The customer has accepted: the page that the host chose is granted. A reloaded console no longer knows which. */
  function answer({ requestId, accepted, ref }: Extract<Share, { phase: 'requested' }>): void {
    const offered = offers.get(requestId);
    if (offered?.settled || (offered && !accepted)) return;
    offers.set(requestId, { pageId: offered?.pageId ?? -1, settled: true });
    if (offered) showing.allow({ requestId, level: ref.level, viewer: ref.viewer }, offered.pageId);
    else void client.perform({ type: 'share.refuse', requestId, reason: 'withdrawn' });
  }

  return {
    ...showing,
    sharing,
    shares,
    shown,
    offer(level, pageId) {
      const now = shares.peek();
      if (!now) return;
      const requestId = newId();
      offers.set(requestId, { pageId, settled: false });
      void perform({ type: 'share.request', ref: now[`${level}Ref`], direction: 'share' }, requestId);
    },
    withdraw(level) {
      const asked = shares.peek()?.[level];
      if (asked?.phase === 'requested') {
        void perform({ type: 'share.refuse', requestId: asked.requestId, reason: 'withdrawn' });
      }
    },
  };
}
