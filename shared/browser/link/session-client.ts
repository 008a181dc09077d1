import { computed, effect, type ReadonlySignal, signal as createSignal, untracked } from '@preact/signals';
import type { IceServer } from '../../protocol/ice-server.ts';
import type { CommandId, ParticipantId } from '../../protocol/ids.ts';
import { newId } from '../../protocol/new-id.ts';
import type { PrivacyPolicy } from '../../protocol/privacy-policy.ts';
import type { RelayMessage } from '../../protocol/relay.ts';
import type { Seat } from '../../protocol/rest.ts';
import { socketPaths } from '../../protocol/socket-paths.ts';
import type { ChatAudience } from '../../session/chat.ts';
import type { Action } from '../../session/actions.ts';
import { may } from '../../session/may.ts';
import type { Entry } from '../../session/facts.ts';
import { reduce } from '../../session/reduce.ts';
import { noSession, type SessionState } from '../../session/state.ts';
import { createBulkClient } from './bulk-client.ts';
import { createCommandOutbox, type Performed } from './command-outbox.ts';
import type { LinkCarrier } from './link-carrier.ts';
import { createListeners } from './listeners.ts';
import { createRelayClient, type SocketState, type TicketResult } from './relay-client.ts';
import { createRelayClock } from './relay-clock.ts';
import { fetchTicket } from './tickets.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
/** What a participant may ask for; the id is made here. */
type Wish = WithoutId<Action>;
export type Lobby = Pick<Extract<RelayMessage, { type: 'lobby.changed' }>, 'phase' | 'site' | 'host'>;

export interface Typing {
  audience: ChatAudience;
  at: number;
}

export interface SessionClientOptions {
  /** The relay's address, `http:` or `https:`. */
  relay: string;
  seat: Seat;
  /** Ends the client for good; the session goes on. */
  signal: AbortSignal;
  network?: EventTarget;
  deadAfterMs?: number;
  getTicket?: (signal: AbortSignal) => Promise<TicketResult>;
}

export interface SessionClient extends LinkCarrier {
  /** All facts that have come so far, folded. */
  readonly state: ReadonlySignal<SessionState>;
  /** The facts themselves, in order. */
  facts(): readonly Entry[];
  /** While one waits to be admitted, and when one was not; null once there are facts. */
  readonly lobby: ReadonlySignal<Lobby | null>;
  readonly connection: ReadonlySignal<SocketState>;
  /** What the site has decided about privacy, the newest that has come; null before any has. */
  readonly policy: ReadonlySignal<PrivacyPolicy | null>;
  /** Who has written last, and when by `performance.now()`; said again every few seconds while they do. */
  readonly typing: ReadonlySignal<ReadonlyMap<ParticipantId, Typing>>;
  tellTyping(audience: ChatAudience): void;
  /** ms since 1970 by the relay's clock. */
  relayNow(): number;
  /** Resolves when the relay has answered, be it after a reconnection. What `may` forbids is not even sent. */
  /** `id` names the act, for one who must know it beforehand. */
  perform(wish: Wish, id?: CommandId): Promise<Performed>;
}

/** One participant's place in a session: follows the facts, sends commands, carries signals and bulk frames. */
export function createSessionClient(options: SessionClientOptions): SessionClient {
  const { relay, seat, signal, network = globalThis } = options;
  const { participantId: selfId, sessionId } = seat;
  const getTicket = options.getTicket ?? ((until) => fetchTicket(relay, seat.participantToken, until));
  const state = createSignal<SessionState>(noSession);
  const facts: Entry[] = [];
  const lobby = createSignal<Lobby | null>(null);
  const policy = createSignal<PrivacyPolicy | null>(null);
  const iceServers = createSignal<readonly IceServer[]>([]);
  const online = createSignal<ReadonlySet<ParticipantId>>(new Set());
  const clock = createRelayClock(Date.now);
  const signals = createListeners<string>();
  const typing = createSignal<ReadonlyMap<ParticipantId, Typing>>(new Map());

  const sockets = { getTicket, signal, network, ...(options.deadAfterMs ? { deadAfterMs: options.deadAfterMs } : {}) };
  const control = createRelayClient({
    ...sockets,
    url: socketUrl(relay, socketPaths.control),
    kind: 'control',
    after: () => state.value.seq,
    onMessage: hear,
    onBytes: () => {},
  });
  const outbox = createCommandOutbox((action) => control.send(action));
  const bulk = createBulkClient({ ...sockets, url: socketUrl(relay, socketPaths.bulk) });

  function hear(message: RelayMessage): void {
    switch (message.type) {
      case 'socket.welcomed':
        clock.heard(message.now);
        online.value = new Set(message.online);
        outbox.resend();
        break;
      case 'socket.ping':
        clock.heard(message.at);
        break;
      case 'lobby.changed':
        lobby.value = { phase: message.phase, site: message.site, host: message.host };
        break;
      case 'fact.appended':
        // Told again after a lost line, it is known.
        if (message.entry.seq > state.value.seq) facts.push(message.entry);
        state.value = reduce(state.value, message.entry);
        lobby.value = null;
        break;
      case 'privacy.decided':
        policy.value = message.policy;
        break;
      case 'ice.offered':
        iceServers.value = message.servers;
        break;
      case 'command.accepted':
        outbox.settle(message.id, { ok: true });
        break;
      case 'command.refused':
        outbox.settle(message.id, { ok: false, code: message.code });
        break;
      case 'presence.changed':
        online.value = presence(online.value, message.participantId, message.online);
        break;
      case 'signal.received':
        signals.tell(message.from, message.data);
        break;
      case 'typing.told':
        typing.value = new Map(typing.value).set(message.from, { audience: message.audience, at: performance.now() });
        break;
      case 'socket.drained':
        break;
    }
  }

  // A network that lost the control socket has lost the bulk socket too, only that nobody pings there.
  const stopWatching = effect(() => {
    const { phase } = control.state.value;
    if (phase === 'waiting') {
      online.value = new Set();
      untracked(bulk.restart);
    }
    if (phase === 'stopped') outbox.close();
  });
  signal.addEventListener('abort', stopWatching);

  return {
    sessionId,
    selfId,
    state,
    facts: () => facts,
    lobby,
    online,
    connection: control.state,
    policy,
    iceServers,
    bulkOpen: computed(() => bulk.state.value.phase === 'open'),
    relayNow: clock.relayNow,
    async perform(wish, id = newId()) {
      const action = { ...wish, id };
      // In the lobby there are no facts to judge by; the relay has them.
      const verdict = state.value.phase === 'none' ? null : may(state.value, selfId, action, clock.relayNow());
      return verdict?.ok === false ? verdict : outbox.put(action);
    },
    typing,
    tellTyping: (audience) => void control.send({ type: 'typing.tell', audience }),
    sendSignal: (to, data) => control.send({ type: 'signal.send', to, data }),
    onSignal: signals.listen,
    sendBulk: bulk.send,
    onBulk: bulk.listen,
    bulkBufferedBytes: bulk.bufferedBytes,
  };
}

function presence(before: ReadonlySet<ParticipantId>, id: ParticipantId, here: boolean): ReadonlySet<ParticipantId> {
  const after = new Set(before);
  if (here) after.add(id);
  else after.delete(id);
  return after;
}

function socketUrl(relay: string, path: string): string {
  const url = new URL(path, relay);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
