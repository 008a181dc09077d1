import { effect, signal as createSignal, untracked } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import { type Association, createAssociation, frameTag, tagBytes } from './association.ts';
import { fromBase64url } from './base64url.ts';
import type { Channel, Link, LinkPath } from './contract.ts';
import type { Agreed, HandshakeStep } from './handshake.ts';
import { createInitiator } from './handshake-initiator.ts';
import { parseLinkSignal } from './handshake-message.ts';
import { createResponder } from './handshake-responder.ts';
import { createInOrder } from './in-order.ts';
import { linkIce } from './ice-servers.ts';
import type { LinkCarrier } from './link-carrier.ts';

export interface LinkOptions {
  client: LinkCarrier;
  other: ParticipantId;
  /** Exactly one of the two sides is: the host's. */
  initiator: boolean;
  /** Peer to peer is not wanted or known to be blocked. */
  relayOnly?: boolean;
  /** Ends the link. */
  signal: AbortSignal;
}

export interface CreatedLink extends Link {
  /** Destroys the present peer, as a fault of the network would. */
  dropPeer(): void;
  /** Sealed boxes that were refused: changed, repeated or out of order. */
  refused(): number;
}

const firstRetryMs = 400;
const maxRetryMs = 5_000;

interface Living {
  association: Association;
  end: AbortController;
}

/**
 * The link to one other participant. Register the handlers at once: nothing is kept for a channel without one.
 * What is sent before the first `onFresh` is gone.
 */
export function createLink(options: LinkOptions): CreatedLink {
  const { client, other, initiator, signal } = options;
  const path = createSignal<LinkPath>('none');
  const roundTripMs = createSignal<number | null>(null);
  const words = createSignal<readonly string[] | null>(null);
  const receivers = new Map<Channel, (message: Uint8Array) => void>();
  const drained = new Map<Channel, (() => void)[]>();
  const fresh: (() => void)[] = [];
  /** The keys in use, and those that the other side may not have yet. */
  let current: Living | null = null;
  let next: Living | null = null;

  const handshake = (initiator ? createInitiator : createResponder)({
    sessionId: client.sessionId,
    selfId: client.selfId,
    otherId: other,
    send: (message) => client.sendSignal(other, JSON.stringify(message)),
  });
  const inOrder = createInOrder();

  function associate(agreed: Agreed): Living {
    const end = new AbortController();
    const living = (): boolean => current?.association === association;
    const association: Association = createAssociation({
      agreed,
      initiator,
      relayOnly: options.relayOnly ?? false,
      ice: () => linkIce(client.iceServers.peek()),
      sendSealed: (box) =>
        client.sendSignal(other, JSON.stringify({ type: 'link.sealed', attempt: agreed.attempt, box })),
      sendBulk: (...parts) => client.sendBulk(other, ...parts),
      bulkBufferedBytes: () => client.bulkBufferedBytes(),
      relayOpen: () => client.bulkOpen.peek() && client.online.peek().has(other),
      reachable: () => client.online.peek().has(other),
      onHeard: () => advance(handshake.confirm(agreed.attempt)),
      onMessage: (channel, message) => {
        if (living()) receivers.get(channel)?.(message);
      },
      onDrained: (channel) => {
        if (living()) for (const handler of drained.get(channel) ?? []) handler();
      },
      onPath: (kind) => {
        if (living()) path.value = kind;
      },
      onRoundTrip: (ms) => {
        if (living()) roundTripMs.value = ms;
      },
      signal: AbortSignal.any([signal, end.signal]),
    });
    return { association, end };
  }

  function advance(step: HandshakeStep): void {
    if (step.type === 'none' || signal.aborted) return;
    if (step.type === 'keyed') {
      next?.end.abort();
      next = associate(step.agreed);
      return;
    }
    current?.end.abort();
    current = next?.association.attempt === step.agreed.attempt ? next : associate(step.agreed);
    next = null;
    path.value = 'none';
    roundTripMs.value = null;
    words.value = current.association.words;
    current.association.confirm();
    for (const handler of fresh) handler();
  }

  function withAttempt(matches: (association: Association) => boolean): Association | undefined {
    return [current?.association, next?.association].find((one) => one && matches(one));
  }

  client.onSignal(
    other,
    (text) => {
      const parsed = parseLinkSignal(text);
      if (!parsed.ok) return;
      const { message } = parsed;
      if (message.type !== 'link.sealed') {
        inOrder(Promise.resolve(), async () => advance(await handshake.receive(message)));
        return;
      }
      const box = fromBase64url(message.box);
      if (box) withAttempt(({ attempt }) => attempt === message.attempt)?.receiveSignal(box);
    },
    signal,
  );
  client.onBulk(
    other,
    (payload) => {
      const association = withAttempt(({ attempt }) =>
        frameTag(attempt).every((byte, index) => payload[index] === byte),
      );
      association?.receiveFrame(payload.subarray(tagBytes));
    },
    signal,
  );

  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  /** Says again what may have been lost, at once and then ever more rarely; nothing when nothing is open. */
  function retry(pauseMs: number): void {
    clearTimeout(retryTimer);
    if (signal.aborted || !client.online.peek().has(other)) return;
    inOrder(Promise.resolve(), () => handshake.retry());
    retryTimer = setTimeout(() => retry(Math.min(maxRetryMs, pauseMs * 2)), pauseMs);
  }

  const here = createSignal(false);
  const unfollow = [
    effect(() => {
      here.value = client.online.value.has(other);
    }),
    effect(() => {
      if (here.value) untracked(() => retry(firstRetryMs));
    }),
    effect(() => {
      void here.value;
      void client.bulkOpen.value;
      untracked(() => current?.association.relayChanged());
    }),
  ];
  signal.addEventListener('abort', () => {
    clearTimeout(retryTimer);
    for (const stop of unfollow) stop();
    path.value = 'none';
  });

  return {
    send: (channel, message) => current?.association.send(channel, message),
    receive: (channel, handler) => void receivers.set(channel, handler),
    unsent: (channel) => current?.association.unsent(channel) ?? 0,
    onDrained: (channel, handler) => void drained.set(channel, [...(drained.get(channel) ?? []), handler]),
    onFresh: (handler) => void fresh.push(handler),
    clear: (channel) => current?.association.clear(channel),
    path,
    roundTripMs,
    words,
    dropPeer: () => current?.association.dropPeer(),
    refused: () => current?.association.refused() ?? 0,
  };
}
