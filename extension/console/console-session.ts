import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { type HostCobrowse, type Notice, startHostCobrowse } from '../../shared/browser/cobrowse/host-cobrowse.ts';
import type { Link } from '../../shared/browser/link/contract.ts';
import { createLink } from '../../shared/browser/link/create-link.ts';
import type { SessionClient } from '../../shared/browser/link/session-client.ts';
import { errorText, t } from '../../shared/browser/ui/i18n.ts';
import type { Seat, Site } from '../../shared/protocol/rest.ts';
import type { Participant } from '../../shared/session/state.ts';
import { customerOf, type PageShares, pageShares, waitingIn } from './console-state.ts';
import { noticeText } from './notice-text.ts';
import { type StageView, stageView } from './stage-view.ts';

export interface ConsoleSession {
  client: SessionClient;
  stage: ReadonlySignal<StageView>;
  customer: ReadonlySignal<Participant | null>;
  customerOnline: ReadonlySignal<boolean>;
  waiting: ReadonlySignal<readonly Extract<Participant, { phase: 'lobby' }>[]>;
  shares: ReadonlySignal<PageShares | null>;
  link: ReadonlySignal<Link | null>;
  cobrowse: ReadonlySignal<HostCobrowse | null>;
  problem: ReadonlySignal<string | null>;
  /** The player page is ready for a mirror. */
  attachPlayer(port: MessagePort): void;
  admit(participantId: string): void;
  refuse(participantId: string): void;
  request(level: 'view' | 'control'): void;
  withdraw(level: 'view' | 'control'): void;
  release(level: 'view' | 'control'): void;
  end(): void;
}

interface Deps {
  client: SessionClient;
  seat: Seat;
  site: Site;
  signal: AbortSignal;
}

/** One session at the host's: the shares asked for, the link to the customer, the mirror. */
export function createConsoleSession({ client, seat, site, signal: life }: Deps): ConsoleSession {
  const me = seat.participantId;
  const customer = computed(() => customerOf(client.state.value));
  const presentId = computed(() => (customer.value?.phase === 'present' ? customer.value.id : null));
  const customerOnline = computed(() => customer.value !== null && client.online.value.has(customer.value.id));
  const shares = computed(() => pageShares(client.state.value, me));
  const stage = computed(() => stageView(client.state.value, me, client.online.value));
  const mirrored = computed(() => (stage.value.kind === 'mirror' ? stage.value.grantId : null));
  const mayControl = computed(() => shares.value?.control?.phase === 'on');
  const link = signal<Link | null>(null);
  const player = signal<MessagePort | null>(null);
  const cobrowse = signal<HostCobrowse | null>(null);
  const problem = signal<string | null>(null);

  const customerName = () => customer.peek()?.name ?? '';
  const words = {
    customerName,
    notice: (code: Notice['code']) => noticeText(code, customerName()),
    ask: () => t('notice.ask', { name: customerName() }),
  };

  const disposers = [
    effect(() => {
      const other = presentId.value;
      if (!other) return undefined;
      const inner = new AbortController();
      const options = { client, other, iceServers: site.iceServers, relayOnly: !site.peerToPeer, signal: inner.signal };
      link.value = untracked(() => createLink({ ...options, initiator: true }));
      return () => {
        inner.abort();
        link.value = null;
      };
    }),
    effect(() => {
      const way = link.value;
      const port = player.value;
      if (!way || !port || !mirrored.value) return undefined;
      const inner = new AbortController();
      cobrowse.value = untracked(() => startHostCobrowse({ link: way, player: port, words, signal: inner.signal }));
      return () => {
        inner.abort();
        cobrowse.value = null;
      };
    }),
    effect(() => {
      // A reloaded customer leaves the relay before the peer is missed.
      void customerOnline.value;
      untracked(() => cobrowse.peek()?.control.doubt());
    }),
    effect(() => {
      const mirror = cobrowse.value;
      if (!mirror || !mayControl.value) return undefined;
      untracked(() => mirror.control.start());
      return () => untracked(() => mirror.control.stop());
    }),
  ];
  life.addEventListener('abort', () => {
    for (const dispose of disposers) dispose();
  });

  const perform = async (action: Parameters<SessionClient['perform']>[0]) => {
    const result = await client.perform(action);
    problem.value = result.ok ? null : errorText(result.code);
  };
  const share = (level: 'view' | 'control') => shares.peek()?.[level] ?? null;

  return {
    client,
    stage,
    customer,
    customerOnline,
    waiting: computed(() => waitingIn(client.state.value)),
    shares,
    link,
    cobrowse,
    problem,
    attachPlayer: (port) => (player.value = port),
    admit: (participantId) => void perform({ type: 'participant.admit', participantId }),
    refuse: (participantId) => void perform({ type: 'participant.refuse', participantId }),
    request(level) {
      const now = shares.peek();
      if (now) void perform({ type: 'share.request', ref: now[`${level}Ref`], direction: 'request' });
    },
    withdraw(level) {
      const asked = share(level);
      if (asked?.phase === 'requested') {
        void perform({ type: 'share.refuse', requestId: asked.requestId, reason: 'withdrawn' });
      }
    },
    release(level) {
      const on = share(level);
      if (on?.phase === 'on') {
        void perform({ type: 'share.end', ref: on.ref, grantId: on.grantId, reason: 'released' });
      }
    },
    end: () => void perform({ type: 'session.end' }),
  };
}
